"""Makers of the kiosk's stores, each with everything defaulted."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kiosk.catalogue.building import Target, build
from kiosk.catalogue.catalogue import Catalogue
from kiosk.database import Database
from kiosk.exchange import canonical, packs
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import Clocks, Topic, TopicGroup, Topics
from tests.builders.exchange import (
    SUNDAY,
    a_calendar,
    a_clock,
    a_profile,
    a_trust_list,
    an_entry,
)


def a_database(folder: Path) -> Database:
    """A new, empty database in this folder, open."""
    path = folder / "kiosk.db"
    Database.create(path)
    return Database(path)


@dataclass(frozen=True, slots=True)
class OneTarget:
    """A file of a publication."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SmallPublication:
    """A publication that is believed without a signature: the bytes of each path."""

    version: int
    contents: Mapping[str, bytes]

    @property
    def targets(self) -> tuple[OneTarget, ...]:
        return tuple(
            OneTarget(path, hashlib.sha256(data).hexdigest())
            for path, data in sorted(self.contents.items())
        )

    def read(self, target: Target) -> bytes:
        return self.contents[target.path]


def topics(*groups: str) -> bytes:
    """policy/topics.json with one tile, place-to-live, and these groups."""
    return canonical.dump(
        Topics(
            topics=(
                Topic(
                    tile="place-to-live",
                    groups=tuple(
                        TopicGroup(code=code, names={"en": code.capitalize()}) for code in groups
                    ),
                ),
            )
        )
    )


def a_publication(
    *entries: Entry, version: int = 1, layer: str = "national", **more: bytes
) -> SmallPublication:
    """A publication of these entries in one layer, with everything else that a kiosk needs.

    `more`: other files, `/` and `.` of the path written `__` and `_dot_`.
    """
    contents = {
        "policy/topics.json": topics("keep-home", "find-home"),
        "policy/clocks.json": canonical.dump(Clocks(clocks=(a_clock(),))),
        "policy/calendar.json": canonical.dump(a_calendar()),
        "site/mvx/profile.json": canonical.dump(a_profile()),
        "trust/mvx.json": canonical.dump(a_trust_list()),
        "withdrawn/list.jsonl": b"",
        **packs.write_packs(entries, layer),
    }
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in more.items()}
    return SmallPublication(version, contents | named)


def with_entries(publication: SmallPublication, layer: str, *entries: Entry) -> SmallPublication:
    """The same publication with entries of one more layer."""
    return replace(
        publication, contents={**publication.contents, **packs.write_packs(entries, layer)}
    )


def a_catalogue(
    folder: Path,
    publication: SmallPublication | None = None,
    *,
    today: date = SUNDAY,
    wing: str = "B",
) -> Catalogue:
    """The catalogue of this publication, built in this folder."""
    published = publication or a_publication(an_entry())
    file = folder / f"{published.version}.sqlite"
    build(file, None, published, published.read)
    return Catalogue(file, today, "MVX", wing)
