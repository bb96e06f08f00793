"""Reads the cells of one row; what cannot be read is told with how to mend it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from admin_tools.authoring.interchange.rows import Row

_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})")
_BRITISH = re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})")
_MONEY = re.compile(r"£? ?(?P<pounds>\d{1,3}(,\d{3})+|\d{1,7})(\.(?P<pence>\d{1,2}))?")
_HOURS = re.compile(r"[1-9][0-9]?(\.(0|25|5|75))?")
_YES = {"yes": True, "y": True, "true": True, "1": True}
_NO = {"no": False, "n": False, "false": False, "0": False, "": False}
MOST = 10_000
"""Openings of one row: more is a mistake in somebody's file."""
SHOWN = 40
"""Letters of a cell that are repeated in what is told."""

Codes = Mapping[str, Mapping[str, str]]
"""For each list, its codes by code and by English name, in small letters."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with one field of one row, then how to mend it."""

    row: int
    field: str
    problem: str
    mend: str


class Cells:
    """The cells of one row. Every reading gives a value or None; `problems` says why."""

    def __init__(self, row: Row, codes: Codes) -> None:
        self._row = row
        self._codes = codes
        self.problems: list[Problem] = []

    def tell(self, field: str, problem: str, mend: str) -> None:
        """Note what is wrong with a field."""
        self.problems.append(Problem(self._row.number, field, problem, mend))

    def text(self, name: str) -> str:
        """Read words as they stand."""
        return self._row.cells.get(name, "")

    def need(self, name: str, mend: str) -> str:
        """Read words that must be there."""
        if not self.text(name):
            self.tell(name, "It is empty.", mend)
        return self.text(name)

    def day(self, name: str) -> date | None:
        """Read a day: 2027-01-15 or 15/01/2027."""
        said = self.text(name)
        return self.day_of(name, said) if said else None

    def day_of(self, name: str, said: str) -> date | None:
        """Read a day that is a part of a cell."""
        found = _DAY.fullmatch(said) or _BRITISH.fullmatch(said)
        try:
            if found:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            self.tell(name, f"{_shown(said)} is no day.", "Write it as 2027-01-15.")
        except ValueError:
            self.tell(name, f"There is no day {_shown(said)}.", "Look it up, and write that day.")
        return None

    def pence(self, name: str) -> int | None:
        """Read pounds as pence: 12.50, £12.50 or 25,400."""
        said = self.text(name)
        found = _MONEY.fullmatch(said)
        if not said:
            return None
        if found:
            pounds = int(found["pounds"].replace(",", ""))
            return pounds * 100 + int((found["pence"] or "0").ljust(2, "0"))
        less = re.fullmatch(r"£? ?[-\u2212] ?£? ?[\d.,]+", said)
        problem = "It is under nothing." if less else f"{_shown(said)} is no amount."
        self.tell(name, problem, "Write pounds as 12.50.")
        return None

    def count(self, name: str) -> int | None:
        """Read a whole number, 1 to 10,000."""
        said = self.text(name)
        if not said:
            return None
        if re.fullmatch(r"[0-9]{1,5}", said) and 1 <= int(said) <= MOST:
            return int(said)
        self.tell(name, f"{_shown(said)} is no number of them.", "Write a number from 1.")
        return None

    def yes(self, name: str) -> bool:
        """Read yes or no; nothing is no."""
        said = self.text(name).lower()
        if said not in _YES and said not in _NO:
            self.tell(name, f"{_shown(said)} is neither yes nor no.", "Write yes or no.")
        return said in _YES

    def code(self, name: str, listed: str) -> str | None:
        """Read one code of a list, by its code or by its English name."""
        found = self.codes(name, listed)
        if len(found) > 1:
            self.tell(name, "There are several.", "Write one.")
        return found[0] if found else None

    def codes(self, name: str, listed: str) -> list[str]:
        """Read codes of a list, with | between them."""
        known, found = self._codes.get(listed, {}), []
        for one in self.several(name):
            code = known.get(one.lower())
            if code is None:
                mend = f"policy/{listed}.toml holds the list."
                self.tell(name, f"{_shown(one)} is not known.", mend)
            else:
                found.append(code)
        return list(dict.fromkeys(found))

    def named(self, name: str, listed: str) -> list[str]:
        """Read the codes whose names stand between commas; what is no name is passed over."""
        known = self._codes.get(listed, {})
        parts = re.split(r"[,|]", self.text(name).lower())
        return list(dict.fromkeys(known[one.strip()] for one in parts if one.strip() in known))

    def choice(self, name: str, may_be: Sequence[str]) -> str:
        """Read one of a few words."""
        said = self.text(name).lower()
        if said and said not in may_be:
            self.tell(name, f"{_shown(said)} is not known.", f"Write {', '.join(may_be)}.")
        return said if said in may_be else ""

    def hours(self, name: str) -> str:
        """Read the hours of a week, in quarters: 37.5."""
        said = self.text(name)
        if said and not _HOURS.fullmatch(said):
            self.tell(name, f"{_shown(said)} is no number of hours a week.", "Write 37.5.")
            return ""
        return said.removesuffix(".0")

    def several(self, name: str) -> list[str]:
        """Read what stands between |."""
        return [part.strip() for part in self.text(name).split("|") if part.strip()]


def _shown(said: str) -> str:
    line = " ".join(said.split())
    return f"“{line if len(line) <= SHOWN else line[: SHOWN - 1] + '…'}”"
