"""Finds what nobody has written yet: for a need, an output that is owed, a language of duty."""

from collections.abc import Iterator
from datetime import date

from admin_tools.authoring.coverage import of_prison
from admin_tools.authoring.findings import Finding, hint
from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import ENGLISH, Written
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.policy import Vocabulary

WELSH = "cy"
WORDING = "policy/wording.toml"
OUTSIDE = frozenset({"community", "gate"})
"""Codes of policy/settings for what is met after the gate."""


def check_lacking(sources: Sources, today: date) -> Iterator[Finding]:
    """Find, for each prison, the needs and outputs that no entry of today serves."""
    for site in sources.profiles:
        shown = of_prison(sources, today, site)
        yield from _outputs(sources, site, shown)
        yield from _pathways(sources, site, shown)


def check_welsh(written: Written, sources: Sources) -> Iterator[Finding]:
    """Find a page that people in Wales have a right to, and that has no Welsh beside it."""
    entry = written.entry
    owed = (
        not entry.removable
        or entry.kind is Kind.FORM
        or entry.nations == ("wales",)
        or entry.id in sources.wording.easy_read
    )
    if owed and entry.language == ENGLISH and WELSH not in entry.languages:
        yield hint(
            written.page,
            1,
            "no-welsh",
            "This page must be there in Welsh too.",
            f"Write {WELSH}.md beside it.",
        )


def _outputs(sources: Sources, site: str, shown: list[Entry]) -> Iterator[Finding]:
    served = {output for entry in shown for output in entry.outputs}
    names = _names(sources, "outputs")
    for output in sources.wording.core_outputs:
        if output not in served:
            yield hint(
                WORDING,
                sources.files[WORDING].line(("core_outputs",)),
                "no-entry",
                f"Nothing in {site} serves {output}, {names.get(output, output)!r}.",
                f'Write an entry with outputs = ["{output}"].',
            )


def _pathways(sources: Sources, site: str, shown: list[Entry]) -> Iterator[Finding]:
    after = set(sources.wording.after_release)
    for code, name in _names(sources, "pathways").items() if after else ():
        served = [entry for entry in shown if code in entry.pathways]
        custody = any(not entry.stages or set(entry.stages) - after for entry in served)
        community = any(_is_outside(entry, after) for entry in served)
        for there, where in ((custody, "while they are here"), (community, "after the gate")):
            if not there:
                yield hint(
                    WORDING,
                    sources.files[WORDING].line(("after_release",)),
                    "no-entry",
                    f"Nothing in {site} helps people with {name!r} {where}.",
                    f'Write an entry with pathways = ["{code}"] and its stages.',
                )


def _is_outside(entry: Entry, after: set[str]) -> bool:
    settings = getattr(entry.about, "settings", ())
    return bool(after & set(entry.stages)) or not OUTSIDE.isdisjoint(settings)


def _names(sources: Sources, name: str) -> dict[str, str]:
    value = sources.policy.get(name)
    terms = value.terms if isinstance(value, Vocabulary) else ()
    return {term.code: term.names[ENGLISH] for term in terms}
