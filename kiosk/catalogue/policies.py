"""Reads the vocabularies, promises and keys that come with the content."""

import sqlite3
from typing import TypeVar

from kiosk.exchange.distances import NOWHERE, Distances
from kiosk.exchange.dues import Due, Dues
from kiosk.exchange.model import Model
from kiosk.exchange.packs import read_policy
from kiosk.exchange.policy import (
    Calendar,
    Clocks,
    Crosswalks,
    Desks,
    Names,
    SiteProfile,
    Templates,
    Topics,
    TrustList,
    Vocabulary,
)
from kiosk.exchange.policy_files import POLICIES
from kiosk.exchange.print_packs import PrintPacks
from kiosk.exchange.refusals import Refusal, Refused

M = TypeVar("M", bound=Model)


def checked_policy(path: str, data: bytes) -> bytes:
    """Read a policy file once while building, so that the screen never meets a broken one.

    A policy of a name that this program does not know is kept and not used.
    """
    model = _model_of(path)
    if model is None:
        return data
    value = read_policy(model, data, path)
    if isinstance(value, SiteProfile) and "en" not in value.help:
        raise Refused(Refusal.HELP_MISSING, name=path)
    return data


def _model_of(path: str) -> type[Model] | None:
    folder, _, name = path.rpartition("/")
    if folder == "policy":
        return POLICIES.get(name.removesuffix(".json"))
    if folder == "trust":
        return TrustList
    return SiteProfile if name == "profile.json" else None


def in_language(names: Names, language: str) -> str:
    """Pick a name in this language, else in English, else in any."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")


class Policies:
    """The policy files of one catalogue file, each parsed once."""

    def __init__(self, db: sqlite3.Connection, site: str) -> None:
        self._db = db
        self._site = site.lower()
        self._read: dict[str, Model | None] = {}

    def topics(self) -> Topics:
        """Give the tiles and their groups; none without content."""
        return self._policy("policy/topics.json", Topics) or Topics(topics=())

    def vocabulary(self, name: str) -> Vocabulary:
        """Give one of `VOCABULARIES`; it is empty when the content has none of that name."""
        found = self._policy(f"policy/{name}.json", Vocabulary)
        return found or Vocabulary(name=name, terms=())

    def crosswalks(self) -> Crosswalks:
        """Give the lists of others that our codes map to."""
        return self._policy("policy/crosswalks.json", Crosswalks) or Crosswalks(lists=())

    def desks(self) -> Desks:
        """Give who answers."""
        return self._policy("policy/desks.json", Desks) or Desks(desks=())

    def clocks(self) -> Clocks:
        """Give the promises."""
        return self._policy("policy/clocks.json", Clocks) or Clocks(clocks=())

    def templates(self) -> Templates:
        """Give the replies that a desk can choose from."""
        return self._policy("policy/templates.json", Templates) or Templates(templates=())

    def distances(self) -> Distances:
        """Give how far areas lie from each other."""
        return self._policy("policy/distances.json", Distances) or NOWHERE

    def all_dues(self) -> tuple[Due, ...]:
        """Give what a person is due, whether it holds today or not."""
        found = self._policy("policy/dues.json", Dues)
        return found.dues if found else ()

    def print_packs(self) -> PrintPacks:
        """Give what a pack on paper is made of; none without content."""
        return self._policy("policy/print-packs.json", PrintPacks) or PrintPacks()

    def calendar(self) -> Calendar | None:
        """Give the bank holidays; without them no day can be promised."""
        return self._policy("policy/calendar.json", Calendar)

    def profile(self) -> SiteProfile | None:
        """Give what is particular to this prison."""
        return self._policy(f"site/{self._site}/profile.json", SiteProfile)

    def trust_list(self) -> TrustList | None:
        """Give the public keys of this site; without them nothing can be asked."""
        return self._policy(f"trust/{self._site}.json", TrustList)

    def _policy(self, path: str, model: type[M]) -> M | None:
        if path not in self._read:
            row = self._db.execute("SELECT body FROM files WHERE path = ?", (path,)).fetchone()
            self._read[path] = model.model_validate_json(row[0]) if row else None
        found = self._read[path]
        return found if isinstance(found, model) else None
