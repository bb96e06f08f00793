"""Checks what entries say about each other."""

from collections.abc import Iterator
from datetime import date

from admin_tools.authoring.asking import check_asking
from admin_tools.authoring.believing import check_belief
from admin_tools.authoring.classing import check_classes
from admin_tools.authoring.findings import Finding, hint, must
from admin_tools.authoring.reach import check_form
from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import NATIONAL, Written
from kiosk.exchange.blocks import Ask, Block, Link
from kiosk.exchange.entries import Kind
from kiosk.exchange.policy import Clocks, Desks, Topics, Vocabulary


class Known:
    """What an entry may point to: codes of the policy, ids that stand in its layers."""

    def __init__(self, sources: Sources) -> None:
        self.codes = _codes(sources)
        self._kinds: dict[str, dict[str, Kind]] = {}
        self._for_some: set[str] = set()
        for one in sources.written:
            if one.entry.audience or one.entry.sensitivity != "open":
                self._for_some.add(one.entry.id)
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

    def is_for_all(self, name: str) -> bool:
        """Tell whether an entry is open and for everybody: then it may lie about on paper."""
        return name not in self._for_some


def check_entry(written: Written, known: Known, today: date) -> Iterator[Finding]:
    """Check one entry, once for all its languages: codes, days, source, form."""
    yield from check_classes(written, known.codes)
    yield from check_belief(written, today)
    yield from check_form(written, known.codes)
    yield from check_asking(written)
    yield from _run_by(written, known)
    for name in written.entry.also:
        yield from _also(written, known, name)
    replaced = written.entry.replaced_by
    if replaced and known.kind(written.layer, replaced) is None:
        yield _nothing(written, "replaced_by", replaced)


def check_page(written: Written, known: Known) -> Iterator[Finding]:
    """Check where the blocks of one page lead, and the fields of its kind."""
    placed = [*zip(written.entry.blocks, written.lines, strict=True)]
    about = written.entry.about
    placed += [(block, 0) for block in about.blocks()] if about else []
    for block, line in placed:
        if isinstance(block, Link) and known.kind(written.layer, block.entry) is None:
            yield must(
                written.page if line else written.facts.name,
                line or written.line_naming(block.entry),
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


def check_ways(written: Written, english: Written) -> Iterator[Finding]:
    """Find the ways on that only readers of English would have."""
    here = {_way(block) for block in written.entry.blocks}
    for block in english.entry.blocks:
        way = _way(block)
        if way and way not in here:
            yield hint(
                written.page,
                1,
                "no-way-on",
                f"The English page leads to {way!r}, and this page does not.",
                "Write the same line here.",
            )


def _way(block: Block) -> str:
    match block:
        case Ask():
            return f"ask:{block.form}"
        case Link():
            return f"entry:{block.entry}"
        case _:
            return ""


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


def _run_by(written: Written, known: Known) -> Iterator[Finding]:
    """Find an entry whose organisation or employer is not there."""
    runs = written.entry.provider
    if runs and known.kind(written.layer, runs) is None:
        yield must(
            written.facts.name,
            written.line_naming(runs),
            "link-to-nothing",
            f"There is no entry {runs!r} for everyone who sees this page.",
            "Mend the id, or write that entry.",
        )


def _also(written: Written, known: Known, name: str) -> Iterator[Finding]:
    """Find a useful entry that is nowhere; one that only some prisons have is left out there."""
    if not known.anywhere(name):
        yield _nothing(written, "also", name)
    elif known.kind(written.layer, name) is None:
        yield hint(
            *written.at("also"),
            "only-somewhere",
            f"also names {name!r}, which only some prisons have.",
            "Nothing to do, if they are meant to have it.",
        )


def _nothing(written: Written, field: str, name: str) -> Finding:
    return must(
        *written.at(field),
        "link-to-nothing",
        f"{field} names {name!r}, which is not there for everyone who sees this page.",
        "Mend the id, or write that entry.",
    )
