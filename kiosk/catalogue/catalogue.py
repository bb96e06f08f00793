"""Answers what holds today, here, in one language."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.catalogue.alike import Alike, alike
from kiosk.catalogue.cards import Card, Group, Shown, ShownForm
from kiosk.catalogue.coming import Coming, day_of
from kiosk.catalogue.groups import By
from kiosk.catalogue.policies import Policies, in_language
from kiosk.catalogue.rows import EVERY_NATION, NAMES, NATIONS, SUCCESSOR, unpacked
from kiosk.catalogue.spelling import nearest
from kiosk.catalogue.two_languages import agreed_in, asks
from kiosk.exchange.dues import Due
from kiosk.exchange.entries import Entry, Kind
from kiosk.translation import DUTY

Row = tuple[Any, ...]

HOLDS = """
  e.valid_from <= :today AND e.valid_to >= :today
  AND (e.review_by >= :today OR NOT e.vanishes)
  AND (e.nations & :nation) AND e.wing IN ('', :wing)"""
"""Whether a row may be shown today, here."""
SHOWN = f"""{HOLDS}
  AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.id = e.id)
  AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.id = e.id AND o.rank > e.rank
                  AND {HOLDS.replace("e.", "o.")})
  AND (e.language = :language OR (
    NOT EXISTS (SELECT 1 FROM entries o WHERE o.id = e.id AND o.rank = e.rank
                AND o.language = :language AND {HOLDS.replace("e.", "o.")})
    AND (e.language = 'en' OR NOT EXISTS (
      SELECT 1 FROM entries o WHERE o.id = e.id AND o.rank = e.rank
      AND o.language = 'en' AND {HOLDS.replace("e.", "o.")}))))"""  # noqa: S608 - built from this file alone
"""Whether it is also the row to show: not withdrawn, of the nearest layer, in a fit language."""
CARD = (
    "e.id, e.kind, e.title, e.summary, e.topic, e.checked_on, e.language, e.review_by, e.n, e.easy"
)
_ID, _LANGUAGE, _REVIEW_BY, _N, _EASY = 0, 6, 7, 8, 9
ALSO = """
  AND EXISTS (SELECT 1 FROM marks o
              WHERE o.list = :list{at} AND o.code = :code{at} AND o.sort = m.sort AND o.n = m.n)"""
"""Whether an entry has one more mark; all marks of an entry are ordered by the same."""
ENGLISH = "en"
RELATED = 6
"""Other entries beside one: a person chooses among them without turning a page."""
MOST = 200
"""Cards in one group or stage: more is for the search, nobody pages so far."""


class Catalogue(Policies):
    """What a visit reads: one version of the content, on one day, from begin to end."""

    def __init__(self, path: Path, today: date, site: str, wing: str) -> None:
        """Open a catalogue file for reading; it is never changed once it is on the shelf."""
        db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cache_size = -8192")
        super().__init__(db, site)
        self.path = path
        self._today = today.isoformat()
        self._wing = wing.upper()
        self.version = int(self._db.execute("SELECT version FROM about").fetchone()[0])
        profile = self.profile()
        self._nation = NATIONS[profile.nation] if profile else EVERY_NATION

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def topic(self, tile: str, language: str) -> tuple[Group, ...]:
        """List the groups of a home tile that have something in them, each with its cards."""
        groups = [g for topic in self.topics().topics if topic.tile == tile for g in topic.groups]
        found = {group.code: self._marked("topic", group.code, language) for group in groups}
        return tuple(
            Group(group.code, in_language(group.names, language), group.icon, found[group.code])
            for group in groups
            if found[group.code]
        )

    def timeline(self, stage: str, language: str) -> tuple[Card, ...]:
        """List what should happen, or can be done, in one stage of a sentence.

        What stands first in its pack on paper stands first here too.
        """
        ahead = self.about(self.print_packs().first_at(stage), language)
        found = (*ahead, *self._marked("stage", stage, language))
        return tuple({card.id: card for card in found}.values())

    def related(self, entry: Entry, language: str) -> tuple[Card, ...]:
        """List who stands behind an entry, what names it, what it stands behind itself."""
        behind = self.about([entry.provider] if entry.provider else [], language)
        lists = ((NAMES, entry.id), (By.PROVIDER, entry.id))
        naming = (self.marked([mark], language, RELATED) for mark in lists)
        found = {card.id: card for card in behind} | {
            card.id: card for cards in naming for _, card in cards
        }
        return tuple(found.values())[:RELATED]

    def alike(self, entry: Entry, language: str) -> tuple[Alike, ...]:
        """Name the lists that hold more of the work that an entry is about."""
        return tuple(alike(self.marked, entry, language))

    def due(self, stage: str) -> tuple[Coming, ...]:
        """List what a person is due in one stage, with the day where it can be counted."""
        held = (due for due in self.all_dues() if due.stage == stage and self._is_due(due))
        calendar, today = self.calendar(), date.fromisoformat(self._today)
        return tuple(Coming(due, day_of(due, today, calendar)) for due in held)

    def of_kind(self, kind: Kind, language: str) -> tuple[Card, ...]:
        """List everything of one kind."""
        return self._marked("kind", kind.value, language)

    def forms(self, language: str) -> tuple[Card, ...]:
        """List what a person can ask for."""
        return self.of_kind(Kind.FORM, language)

    def notices(self, language: str) -> tuple[Card, ...]:
        """List the notices that hold today, on this wing."""
        return self.of_kind(Kind.NOTICE, language)

    def about(self, ids: Sequence[str], language: str) -> tuple[Card, ...]:
        """Give the cards of these ids, in this order, without those that do not hold today."""
        cards = {card.id: card for card in self._cards(self._rows_of(ids, language))}
        return tuple(cards[entry_id] for entry_id in dict.fromkeys(ids) if entry_id in cards)

    def card(self, entry_id: str, language: str) -> Card | None:
        """Give one card, or None when it does not hold today."""
        return next(iter(self.about([entry_id], language)), None)

    def entry(self, entry_id: str, language: str) -> Shown | None:
        """Give a whole entry, in English if there is no other, or None when it does not hold."""
        rows = self._rows_of([entry_id], language)
        if not rows:
            return None
        row = rows[0]
        return Shown(self.body(row[_N]), row[_LANGUAGE], stale=row[_REVIEW_BY] < self._today)

    def is_withdrawn(self, entry_id: str) -> bool:
        """Whether this entry was taken down at once, by the list of the withdrawals key."""
        query = "SELECT 1 FROM withdrawn WHERE id = ?"
        return self._db.execute(query, (entry_id,)).fetchone() is not None

    def knows(self, entry_id: str) -> bool:
        """Whether there is such an entry, in any language, whether it holds or not."""
        query = "SELECT 1 FROM entries WHERE id = ?"
        return self._db.execute(query, (entry_id,)).fetchone() is not None

    def pack_of(self, entry_id: str, language: str) -> str:
        """Give the hash of the pack that an entry came in; "" when it does not hold today."""
        rows = self._rows_of([entry_id], language)
        return self._pack_of(rows[0][_N]) if rows else ""

    def form(self, entry_id: str, language: str) -> ShownForm | None:
        """Give a form to ask with.

        English stands in for the person's language when the two do not ask the same questions.
        What only a machine translated is never agreed to: those questions stay in English.
        """
        rows, english_rows = self._rows_of([entry_id], language), self._rows_of([entry_id], "en")
        if not rows or not english_rows:
            return None
        row, english_row = rows[0], english_rows[0]
        entry, english = self.body(row[_N]), self.body(english_row[_N])
        asked, sure = entry.form, english.form
        if asked is None or sure is None:
            return None
        if asks(asked) != asks(sure):
            row, entry = english_row, english
        elif entry.machine_made and row[_LANGUAGE] not in DUTY:
            entry = entry.model_copy(update={"form": agreed_in(sure, asked)})
        return ShownForm(entry, english, self._pack_of(row[_N]))

    def ids_with(self, query: str, limit: int) -> list[str]:
        """List ids whose words fit an FTS5 query made by `search`; they may not hold today."""
        rows = self._db.execute(
            "SELECT DISTINCT e.id FROM words JOIN entries e ON e.n = words.rowid"
            " WHERE words MATCH ? LIMIT ?",
            (query, limit),
        )
        return [row[0] for row in rows]

    def successors(self, ids: Sequence[str]) -> dict[str, str]:
        """Say for each id that was replaced which entry stands for it now, holding or not."""
        names = {f"id{number}": entry_id for number, entry_id in enumerate(ids)}
        listed = ",".join(f":{name}" for name in names)
        rows = self._db.execute(
            f"SELECT code, sort FROM marks WHERE list = :list AND code IN ({listed})",  # noqa: S608 - no values
            {**names, "list": SUCCESSOR},
        )
        return dict(rows.fetchall())

    def nearest_word(self, word: str, language: str) -> str:
        """Give the word of the catalogue that a mistyped one may have meant; "" for none."""
        return nearest(self._db, word, (language, ENGLISH))

    def codes(self, by: str, beginning: str = "") -> tuple[str, ...]:
        """List the codes of one list that entries are marked with, whether they hold or not."""
        rows = self._db.execute(
            "SELECT DISTINCT code FROM marks WHERE list = ? AND code >= ? AND code < ?",
            (by, beginning, f"{beginning}\U0010ffff"),
        )
        return tuple(row[0] for row in rows)

    def marked(
        self, marks: Sequence[tuple[str, str]], language: str, most: int
    ) -> tuple[tuple[int, Card], ...]:
        """Give the first entries with all these marks (list, code), each with its number.

        Fresh ones come first, then stale ones. The order of the first mark is read from the
        index, so a group of 20,000 costs no more than one of 500.
        """
        (first, code), *others = marks
        also = "".join(ALSO.format(at=at) for at in range(len(others)))
        more = {f"list{at}": one for at, (one, _) in enumerate(others)} | {
            f"code{at}": one for at, (_, one) in enumerate(others)
        }
        rows: list[Row] = []
        for age in ("e.review_by >= :today", "e.review_by < :today"):
            rows += self._rows(
                "marks m CROSS JOIN entries e ON e.n = m.n",
                f"m.list = :list AND m.code = :code AND {age}{also}",
                language,
                order="ORDER BY m.sort LIMIT :most",
                list=first,
                code=code,
                most=most - len(rows),
                **more,
            )
        numbers = [row[_N] for row in rows]
        return tuple(zip(numbers, self._cards(rows), strict=True))

    def _marked(self, kind: str, code: str, language: str) -> tuple[Card, ...]:
        return tuple(card for _, card in self.marked([(kind, code)], language, MOST))

    def _rows_of(self, ids: Sequence[str], language: str) -> list[Row]:
        names = {f"id{number}": entry_id for number, entry_id in enumerate(ids)}
        where = f"e.id IN ({','.join(':' + name for name in names)})"
        return self._rows("entries e", where, language, **names)

    def _rows(
        self, table: str, where: str, language: str, order: str = "", **values: str | int
    ) -> list[Row]:
        """Find what may be shown, once for each id."""
        rows = self._db.execute(
            f"SELECT {CARD} FROM {table} WHERE {where} AND {SHOWN} {order}",  # noqa: S608 - no values
            {
                **values,
                "today": self._today,
                "nation": self._nation,
                "wing": self._wing,
                "language": language,
            },
        )
        return list({row[_ID]: row for row in rows}.values())

    def _cards(self, rows: Sequence[Row]) -> tuple[Card, ...]:
        return tuple(
            Card(
                id=row[_ID],
                kind=Kind(row[1]),
                title=row[2],
                summary=row[3],
                topic=row[4],
                checked_on=date.fromisoformat(row[5]),
                language=row[_LANGUAGE],
                stale=row[_REVIEW_BY] < self._today,
                easy=row[_EASY],
            )
            for row in rows
        )

    def _is_due(self, due: Due) -> bool:
        nations = sum(NATIONS[nation] for nation in set(due.nations))
        return due.holds(date.fromisoformat(self._today)) and bool(nations & self._nation)

    def body(self, n: int) -> Entry:
        """Give the whole entry of a number."""
        return unpacked(self._db.execute("SELECT body FROM bodies WHERE n = ?", (n,)).fetchone()[0])

    def _pack_of(self, n: int) -> str:
        """Give the hash of the pack that an entry came in."""
        found = self._db.execute(
            "SELECT sha256 FROM files WHERE path = (SELECT pack FROM entries WHERE n = ?)", (n,)
        ).fetchone()
        return str(found[0])
