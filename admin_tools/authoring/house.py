"""Checks the policy files with the profile of every site."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from pydantic import BaseModel

from admin_tools.authoring.crossing import Known
from admin_tools.authoring.findings import Finding, hint, must
from admin_tools.authoring.pointing import check_pointing
from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import ENGLISH
from kiosk.exchange.entries import Kind
from kiosk.exchange.policy import (
    Calendar,
    Crosswalks,
    SiteProfile,
    Template,
    Templates,
    Topics,
    Vocabulary,
)

_SLOT = re.compile(r"\{([^{}]*)\}")
_LANGUAGE = re.compile(r"^[a-z]{2,3}$")
_AHEAD = timedelta(days=90)
"""How far the calendar must reach, so that every promised day can be counted."""


def check_policy(sources: Sources, known: Known, today: date) -> Iterator[Finding]:
    """Check vocabularies, templates, calendar: English everywhere, no code twice."""
    for name, value in sources.policy.items():
        file = f"policy/{name}.toml"
        yield from _english(file, value)
        yield from _twice(file, value)
        if isinstance(value, Templates):
            for template in value.templates:
                yield from _template(file, template, known)
        yield from check_pointing(file, value, known)
        if isinstance(value, Vocabulary):
            yield from _leads(file, value, sources, known)
        if isinstance(value, Calendar) and value.known_to < today + _AHEAD:
            yield hint(
                file,
                1,
                "calendar-ends",
                f"Holidays are known only to {value.known_to}.",
                "Add the next year.",
            )


def check_site(
    site: str, profile: SiteProfile, sources: Sources, known: Known
) -> Iterator[Finding]:
    """Check one site: the help routes first, since people rely on them at night."""
    file = f"sites/{site}/profile.toml"
    if ENGLISH not in profile.help:
        yield must(
            file,
            1,
            "no-help-route",
            "The routes to help are missing in English.",
            "Write [help.en] with listener_day, listener_night, phone, chaplain and ill.",
        )
    if profile.site.lower() != site:
        yield must(file, 1, "site", f"This folder is for {profile.site}.", "Rename one of them.")
    yield from _english(file, profile)
    listed = [("councils", profile.councils, "councils"), ("employers", profile.employers, "desks")]
    if profile.establishment:
        listed.append(("areas", profile.establishment.areas, "areas"))
        bank = profile.establishment.partner_bank
        if bank and known.kind(f"site/{site}", bank) is not Kind.MONEY_PRODUCT:
            yield must(
                file,
                sources.files[file].line(("establishment", "partner_bank")),
                "link-to-nothing",
                f"There is no money product {bank!r}.",
                "Mend the id, or write that entry.",
            )
    for field, codes, vocabulary in listed:
        for code in codes:
            if code not in known.codes.get(vocabulary, frozenset()):
                yield must(
                    file,
                    sources.files[file].line((field,)),
                    "unknown-code",
                    f"{field} has no {code!r}.",
                    f"policy/{vocabulary}.toml holds the list.",
                )
    yield from _wings(file, site, profile, sources)


def _wings(file: str, site: str, profile: SiteProfile, sources: Sources) -> Iterator[Finding]:
    known = {f"site/{site}/wing-{wing.id.lower()}" for wing in profile.wings}
    used = {w.layer for w in sources.written if w.layer.startswith(f"site/{site}/")}
    for layer in sorted(used - known):
        yield must(file, 1, "wing", f"There is no wing for {layer}.", "Name it in wings.")


def _template(file: str, template: Template, known: Known) -> Iterator[Finding]:
    slots = {slot.name for slot in template.slots}
    for language, text in template.texts.items():
        if set(_SLOT.findall(text)) != slots:
            yield must(
                file,
                1,
                "slots",
                f"Template {template.code!r} in {language!r} does not hold each of its facts.",
                "Write {name} once for every slot.",
            )
    for desk in template.desks:
        if desk not in known.codes.get("desks", frozenset()):
            yield must(
                file,
                1,
                "unknown-code",
                f"Template {template.code!r} names the desk {desk!r}.",
                "policy/desks.toml holds the list.",
            )


def _leads(file: str, value: Vocabulary, sources: Sources, known: Known) -> Iterator[Finding]:
    """Find a code that maps to nothing in a list of others, or of ours."""
    others = sources.policy.get("crosswalks")
    codes = others.codes if isinstance(others, Crosswalks) else frozenset()
    for term in value.terms:
        for lead in term.maps_to:
            listed, _, code = lead.partition("/")
            if lead not in codes and code not in known.codes.get(listed, frozenset()):
                yield must(
                    file,
                    1,
                    "unknown-code",
                    f"{term.code!r} maps to {lead!r}, which no list has.",
                    "policy/crosswalks.toml holds the lists of others.",
                )


def _english(file: str, value: object) -> Iterator[Finding]:
    """Find words by language that have no English."""
    if isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _english(file, getattr(value, field))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _english(file, inner)
    elif isinstance(value, Mapping) and value and _by_language(value) and ENGLISH not in value:
        words = next(iter(value.values()))
        yield must(file, 1, "no-english", f"{words!r} has no English.", "Write en beside it.")


def _by_language(value: Mapping[str, object]) -> bool:
    return all(_LANGUAGE.match(key) and isinstance(said, str) for key, said in value.items())


def _twice(file: str, value: object) -> Iterator[Finding]:
    codes: list[str] = []
    if isinstance(value, Vocabulary):
        codes = [term.code for term in value.terms]
    elif isinstance(value, Topics):
        codes = [group.code for topic in value.topics for group in topic.groups]
    elif isinstance(value, Templates):
        codes = [template.code for template in value.templates]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield must(file, 1, "twice", f"The code {code!r} stands twice.", "Take one away.")
