"""Checks whether whoever reads of something in a cell can also ask for it."""

import re
from collections.abc import Iterator

from admin_tools.authoring.findings import Finding, before_use
from admin_tools.authoring.writing import Written
from kiosk.exchange.blocks import Ask, Block, CodesValue, CodeValue, Contact, Fact, Label, TextValue
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.story import Story

ASKED_FOR = frozenset(
    {
        *(Kind.SERVICE, Kind.COURSE, Kind.HOUSING, Kind.VACANCY, Kind.EMPLOYER),
        *(Kind.ORGANISATION, Kind.MONEY_PRODUCT),
    }
)
"""Kinds that tell of something somebody may want."""
WAYS = frozenset({Label.HOW_TO_ASK, Label.PHONE, Label.ADDRESS})
ALONE = "yourself"
"""The code of policy/ways that needs nobody else; the others go through somebody in here."""
_OUTSIDE = re.compile(
    r"\b(online|web ?sites?|web ?pages?|internet|e-?mails?|apps?)\b|www\.|\.(com|org|uk|wales)\b"
    r"|\b(ring|rings|calls?|phones?|telephones?|texts?)\b|\d{3}",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(advisers?|workers?|officers?|staff|team|chaplain|librarian|solicitor|visitors?|probation"
    r"|letters?|writes?|post|paper|slips?|go there|in person)\b",
    re.IGNORECASE,
)


def check_asking(written: Written) -> Iterator[Finding]:
    """Find what nobody can ask for, or only with a web page or a telephone of their own."""
    entry = written.entry
    if isinstance(entry.about, Story) and entry.about.talk:
        yield from _talk(written)
    if entry.kind not in ASKED_FOR:
        return
    if not any(_is_way(block) for block in entry.drawn):
        yield before_use(
            written.page,
            1,
            "no-way-to-ask",
            "It does not say how somebody in here asks for this.",
            "Add [](ask:its-form), a [!contact], or how to apply in facts.toml.",
        )
    told = tuple(_told(entry.drawn))
    outside = all(_OUTSIDE.search(text) and not _ELSE.search(text) for text in told)
    if told and outside and not any(_leads_to_somebody(block) for block in entry.drawn):
        yield before_use(
            written.facts.name,
            written.line_saying(told[0]),
            "only-outside",
            "The only way is one that nobody in a cell has: the web, or a telephone.",
            "Say who in here does it with them, or add [](ask:its-form).",
        )


def _talk(written: Written) -> Iterator[Finding]:
    """Find a story that offers a talk and nobody to ask for it."""
    if not any(isinstance(block, Ask | Contact) for block in written.entry.blocks):
        yield before_use(
            *written.at("story"),
            "no-way-to-ask",
            "It says that you can talk to somebody who has done this, and not how.",
            "Add [](ask:its-form), or take `talk` away.",
        )


def _is_way(block: Block) -> bool:
    return isinstance(block, Ask | Contact) or (isinstance(block, Fact) and block.label in WAYS)


def _leads_to_somebody(block: Block) -> bool:
    """Whether a form, or a coded way through somebody in here, stands on the page."""
    if isinstance(block, Ask):
        return True
    if not isinstance(block, Fact) or block.label is not Label.HOW_TO_ASK:
        return False
    match block.value:
        case CodeValue(code=code):
            return code != ALONE
        case CodesValue(codes=codes):
            return set(codes) != {ALONE}
        case _:
            return False


def _told(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the words that say how to ask."""
    for block in blocks:
        if isinstance(block, Contact):
            yield block.how
        elif isinstance(block, Fact) and block.label in WAYS:
            yield from (block.value.text,) if isinstance(block.value, TextValue) else ()
