"""Reads telephones and opening hours out of one cell."""

import re
from collections.abc import Iterator
from typing import get_args

from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.draft import english
from kiosk.exchange.kinds.weekly import Day

_PHONE = re.compile(r"(?P<number>[^()]*[^() ]) *(\((?P<said>.*)\))?")
_HOUR = r"([01]?[0-9]|2[0-3])[:.][0-5][0-9]"
_WHEN = re.compile(
    rf"(?P<days>[A-Za-z]+(,? ?[A-Za-z]+)*) +(?P<opens>{_HOUR})"
    rf"( ?(-|\u2013|to) ?(?P<closes>{_HOUR}))?( +\((?P<said>.*)\))?"
)
_DAYS = frozenset(get_args(Day))


def phones(cells: Cells, name: str, *, free: bool = False) -> list[dict[str, object]]:
    """Read numbers with | between them, each perhaps with words: 0800 000 000 (reception)."""
    return list(_phones(cells, name, free=free))


def schedules(cells: Cells, name: str) -> list[dict[str, object]]:
    """Read opening hours with | between them: MO,TU 10:00-12:00 (not on holidays)."""
    return list(_schedules(cells, name))


def _phones(cells: Cells, name: str, *, free: bool) -> Iterator[dict[str, object]]:
    for one in cells.several(name):
        found = _PHONE.fullmatch(one)
        if found is None:
            cells.tell(name, "A number cannot be read.", "Write 0800 000 000 (reception).")
            continue
        described = {"description": english(found["said"])} if found["said"] else {}
        yield {"number": found["number"], **({"free": True} if free else {}), **described}


def _schedules(cells: Cells, name: str) -> Iterator[dict[str, object]]:
    for one in cells.several(name):
        found = _WHEN.fullmatch(one)
        days = [
            part[:2].upper() for part in re.findall(r"[A-Za-z]+", found["days"] if found else "")
        ]
        if found is None or not set(days) <= _DAYS:
            cells.tell(name, "Opening hours cannot be read.", "Write MO,TU 10:00-12:00.")
            continue
        said = {"description": english(found["said"])} if found["said"] else {}
        closes = {"closes_at": _time(found["closes"])} if found["closes"] else {}
        yield {"byday": days, "opens_at": _time(found["opens"]), **closes, **said}


def _time(hour: str) -> str:
    return hour.replace(".", ":").rjust(5, "0")
