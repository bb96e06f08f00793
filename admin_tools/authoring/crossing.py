"""Checks what entries say about each other."""

from collections.abc import Iterator, Mapping
from datetime import date

from admin_tools.authoring.findings import Finding, before_use, hint, must
from admin_tools.authoring.reach import strangers, unreachable
from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import NATIONAL, NOTICE, Written, age_hint
from kiosk.exchange.blocks import Ask, CodeValue, Fact, Link
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.employer import Employer
from kiosk.exchange.kinds.story import Story
from kiosk.exchange.policy import Clocks, Desks, Topics, Vocabulary

FICTIONAL = "fictional"
WITHOUT_TOPIC = frozenset({Kind.NOTICE, Kind.TERM, Kind.ORGANISATION, Kind.EMPLOYER})
"""Kinds that a person meets in another way than through a tile."""
LISTS = ("topics", "stages", "sentences", "pathways", "areas", "audience", "outputs")


class Known:
    """What an entry may point to: codes of the policy, ids that stand in its layers."""

    def __init__(self, sources: Sources) -> None:
        self.codes = _codes(sources)
        self._kinds: dict[str, dict[str, Kind]] = {}
        for one in sources.written:
            self._kinds.setdefault(one.layer, {})[one.entry.id] = one.entry.kind

    def kind(self, layer: str, name: str) -> Kind | None:
        """Tell the kind of an entry that everybody who sees `layer` also has, or None."""
        for near in _layers(layer):
            if name in self._kinds.get(near, {}):
                return self._kinds[near][name]
        return None

    def anywhere(self, name: str) -> bool:
        """Tell whether any prison has an entry of this id."""
        return any(name in kinds for kinds in self._kinds.values())


def check_entry(written: Written, known: Known, today: date) -> Iterator[Finding]:
    """Check one entry, once for all its languages: codes, days, source, form."""
    yield from _codes_known(written, known)
    yield from _fields(written, known)
    yield from _days(written, today)
    yield from _source(written)
    yield from _form(written, known)
    for name in written.entry.also:
        yield from _also(written, known, name)
    replaced = written.entry.replaced_by
    if replaced and known.kind(written.layer, replaced) is None:
        yield _nothing(written, "replaced_by", replaced)
    late = age_hint(written)
    if late:
        yield late


def check_page(written: Written, known: Known) -> Iterator[Finding]:
    """Check where the blocks of one page lead, and the fields of its kind."""
    placed = [*zip(written.entry.blocks, written.lines, strict=True)]
    about = written.entry.about
    placed += [(block, 0) for block in about.blocks()] if about else []
    for block, line in placed:
        if isinstance(block, Link) and known.kind(written.layer, block.entry) is None:
            yield must(
                written.page if line else written.facts.name,
                line or _line_of(written, block.entry),
                "link-to-nothing",
                f"There is no entry {block.entry!r} for everyone who sees this page.",
                "Mend the id, or write that entry.",
            )
        if isinstance(block, Ask) and known.kind(written.layer, block.form) is not Kind.FORM:
            yield must(
                written.page,
                line,
                "ask-to-nothing",
                f"There is no form {block.form!r}.",
                "Mend the id, or write that form.",
            )


def _line_of(written: Written, code: str) -> int:
    """Find the line of facts.toml that names a code or id."""
    lines = written.facts.text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if f'"{code}"' in line), 1)


def check_pictures(written: Written, english: Written) -> Iterator[Finding]:
    """Find the pictures that only readers of English would have."""
    here = {picture.sha256 for picture in written.entry.pictures}
    for picture in english.entry.pictures:
        if picture.sha256 not in here:
            yield hint(
                written.page,
                1,
                "no-picture",
                "The English page has a picture that this page does not have.",
                f"Name the same file here, with words for: {picture.alt[:60]!r}.",
            )


def _codes(sources: Sources) -> dict[str, frozenset[str]]:
    codes: dict[str, frozenset[str]] = {}
    for name, value in sources.policy.items():
        if isinstance(value, Vocabulary):
            codes[name] = frozenset(term.code for term in value.terms)
        elif isinstance(value, Topics):
            codes[name] = frozenset(g.code for t in value.topics for g in t.groups)
        elif isinstance(value, Desks):
            codes[name] = frozenset(desk.code for desk in value.desks)
        elif isinstance(value, Clocks):
            codes[name] = frozenset(clock.code for clock in value.clocks)
    return codes


def _layers(layer: str) -> tuple[str, ...]:
    parts = layer.split("/")
    return (*("/".join(parts[:n]) for n in range(len(parts), 1, -1)), NATIONAL)


def _at(written: Written, field: str) -> tuple[str, int]:
    return written.facts.name, written.facts.line((field,))


def _codes_known(written: Written, known: Known) -> Iterator[Finding]:
    entry = written.entry
    for field in LISTS:
        for code in getattr(entry, field):
            if code not in known.codes.get(field, frozenset()):
                yield must(
                    *_at(written, field),
                    "unknown-code",
                    f"{field} has no {code!r}.",
                    f"policy/{field}.toml holds the list.",
                )
    if not entry.topics and entry.kind not in WITHOUT_TOPIC:
        yield must(
            *_at(written, "topics"),
            "unclassified",
            "No topic: nobody would find this entry.",
            "Name a group of policy/topics.toml.",
        )
    for block in entry.blocks:
        if isinstance(block, Fact) and isinstance(block.value, CodeValue):
            yield from _value(written, block.value.list, block.value.code, known.codes)


def _fields(written: Written, known: Known) -> Iterator[Finding]:
    """Look up what the fields of the kind name."""
    about = written.entry.about
    for vocabulary, code in about.codes if about else ():
        yield from _value(written, vocabulary, code, known.codes)
    yield from _agreed(written)
    runs = written.entry.provider
    if runs and known.kind(written.layer, runs) is None:
        yield must(
            written.facts.name,
            _line_of(written, runs),
            "link-to-nothing",
            f"There is no entry {runs!r} for everyone who sees this page.",
            "Mend the id, or write that entry.",
        )


def _agreed(written: Written) -> Iterator[Finding]:
    """Find real people and firms who are named without their yes."""
    about, real = written.entry.about, written.entry.source.name != FICTIONAL
    if real and isinstance(about, Employer) and not about.consent_to_list:
        yield before_use(
            *_at(written, "employer"),
            "no-consent",
            "Nothing says that this employer agreed to be named.",
            "Ask them, then set consent_to_list = true.",
        )
    if real and isinstance(about, Story) and not about.consent:
        yield before_use(
            *_at(written, "story"),
            "no-consent",
            "Nothing says that this person agreed to tell their story here.",
            "Write the number of the paper that they signed as consent; it is never published.",
        )


def _value(
    written: Written, vocabulary: str, code: str, codes: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    if code not in codes.get(vocabulary, frozenset()):
        yield must(
            written.facts.name,
            _line_of(written, code if written.entry.about else f"{vocabulary}/{code}"),
            "unknown-code",
            f"There is no {vocabulary}/{code}.",
            f"policy/{vocabulary}.toml holds the list.",
        )


def _days(written: Written, today: date) -> Iterator[Finding]:
    entry = written.entry
    if entry.checked_on > today:
        yield must(
            *_at(written, "checked_on"),
            "checked-later",
            "It is said to be checked on a day that has not come.",
            "Write the day somebody really checked it.",
        )
    if entry.kind is Kind.NOTICE and written.layer != NATIONAL:
        yield from _ends_by_itself(written)
    if entry.review_by < today:
        yield hint(
            *_at(written, "review_by"),
            "past-review",
            "Its review is late.",
            "Check it, then write the new days.",
        )
    if entry.valid_to and entry.valid_to < today:
        yield hint(
            *_at(written, "valid_to"), "ended", "It has ended.", "Take it away, or mend the day."
        )


def _ends_by_itself(written: Written) -> Iterator[Finding]:
    entry = written.entry
    last = (entry.valid_from or entry.checked_on) + NOTICE
    if entry.valid_to is None or entry.valid_to > last:
        yield must(
            *_at(written, "valid_to"),
            "too-long",
            f"A notice of one prison ends after {NOTICE.days} days.",
            f"Leave valid_to away, or write {last} at the latest.",
        )


def _source(written: Written) -> Iterator[Finding]:
    source = written.entry.source
    place = written.facts.name, written.facts.line(("source",))
    if source.verified and source.day is None:
        yield must(*place, "undated", "The source has no day.", "Write the day of the document.")
    if source.verified:
        return
    if source.name == FICTIONAL:
        yield before_use(
            *place,
            "fictional",
            "This is made up.",
            "It can be shown under demonstration keys only.",
        )
    else:
        yield before_use(
            *place,
            "unverified",
            "Nobody has checked these facts with their source.",
            "Check them, write the day, then set verified = true.",
        )


def _form(written: Written, known: Known) -> Iterator[Finding]:
    form = written.entry.form
    if form is None:
        return
    for field, code, listed in (("desk", form.desk, "desks"), ("clock", form.clock, "clocks")):
        if code not in known.codes.get(listed, frozenset()):
            yield must(
                written.facts.name,
                written.facts.line(("form", field)),
                "unknown-code",
                f"{listed} has no {code!r}.",
                f"policy/{listed}.toml holds the list.",
            )
    for number, why in (*unreachable(form), *strangers(form)):
        yield must(
            written.facts.name,
            written.facts.line(("form", "questions", number)),
            "never-asked",
            f"Question {form.questions[number].id!r}: {why}.",
            "Mend only_if, not_only or urgent.",
        )


def _also(written: Written, known: Known, name: str) -> Iterator[Finding]:
    """Find a useful entry that is nowhere; one that only some prisons have is left out there."""
    if not known.anywhere(name):
        yield _nothing(written, "also", name)
    elif known.kind(written.layer, name) is None:
        yield hint(
            *_at(written, "also"),
            "only-somewhere",
            f"also names {name!r}, which only some prisons have.",
            "Nothing to do, if they are meant to have it.",
        )


def _nothing(written: Written, field: str, name: str) -> Finding:
    return must(
        *_at(written, field),
        "link-to-nothing",
        f"{field} names {name!r}, which is not there for everyone who sees this page.",
        "Mend the id, or write that entry.",
    )
