"""Checks under which codes people find an entry."""

from collections.abc import Iterator, Mapping

from admin_tools.authoring.findings import Finding, must
from admin_tools.authoring.writing import Written
from kiosk.exchange.blocks import CodeValue, Fact
from kiosk.exchange.entries import Kind

WITHOUT_TOPIC = frozenset({Kind.NOTICE, Kind.TERM, Kind.ORGANISATION, Kind.EMPLOYER})
"""Kinds that a person meets in another way than through a tile."""
LISTS = ("topics", "stages", "sentences", "pathways", "areas", "audience", "outputs")
Codes = Mapping[str, frozenset[str]]
"""The codes of every list."""


def check_classes(written: Written, codes: Codes) -> Iterator[Finding]:
    """Find codes that no list has, and an entry that stands in no group."""
    entry = written.entry
    for field in LISTS:
        for code in getattr(entry, field):
            if code not in codes.get(field, frozenset()):
                yield must(
                    *written.at(field),
                    "unknown-code",
                    f"{field} has no {code!r}.",
                    f"policy/{field}.toml holds the list.",
                )
    if not entry.topics and entry.kind not in WITHOUT_TOPIC:
        yield must(
            *written.at("topics"),
            "unclassified",
            "No topic: nobody would find this entry.",
            "Name a group of policy/topics.toml.",
        )
    for block in entry.blocks:
        if isinstance(block, Fact) and isinstance(block.value, CodeValue):
            yield from _value(written, block.value.list, block.value.code, codes)
    about = entry.about
    for vocabulary, code in about.codes if about else ():
        yield from _value(written, vocabulary, code, codes)


def _value(written: Written, vocabulary: str, code: str, codes: Codes) -> Iterator[Finding]:
    if code not in codes.get(vocabulary, frozenset()):
        yield must(
            written.facts.name,
            written.line_naming(code if written.entry.about else f"{vocabulary}/{code}"),
            "unknown-code",
            f"There is no {vocabulary}/{code}.",
            f"policy/{vocabulary}.toml holds the list.",
        )
