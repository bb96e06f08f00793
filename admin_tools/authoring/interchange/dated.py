"""Sessions and events out of rows: what comes again is a session, what is once an event."""

import json
import re
from datetime import date, timedelta

from pydantic import ValidationError

from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.columns import PAGE, Column, Shape, begin, fill
from admin_tools.authoring.interchange.draft import Draft
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.weekly import Times

COLUMNS = (
    Column("location", "location", Shape.WORDS),
    Column("who", "who", Shape.WORDS),
    Column("wings", "wings", Shape.IDS),
    Column("places", "capacity", Shape.COUNT),
    Column("ask_with", "referral", Shape.CODES, "ways"),
    Column("how_to_ask", "how_to_ask", Shape.WORDS),
)
NAMES = frozenset(
    {"title", "starts", "minutes", "repeats", "not_on", *PAGE} | {one.name for one in COLUMNS}
)
NEEDED = ("title", "starts")
_STARTS = re.compile(r"(?P<day>\S+)[T ](?P<time>([01]?\d|2[0-3]):[0-5]\d)(:00)?")
_WRITE = "Write the first day and time in the time of London: 2026-11-24 09:30."
_COLUMNS_OF = {"rrule": "repeats", "exdate": "not_on", "duration": "minutes"}
_MENDS = {
    "repeats": "Write FREQ=WEEKLY;BYDAY=TU,TH, or a row for each day.",
    "minutes": "Write how many minutes it lasts: a day at most.",
    "not_on": "Write days as 2026-12-29, at most 60.",
    "starts": "Write the first day on which it is, and a last day after it.",
}


def dated(cells: Cells, today: date) -> Draft:
    """Make one session or event of a row; `cells.problems` says what stands in the way."""
    weekly = cells.text("repeats")
    kind = Kind.SESSION if weekly else Kind.EVENT
    draft = begin(cells, kind, "title", (), today)
    fill(cells, draft, COLUMNS)
    times = _times(cells)
    if times is None:
        return draft
    if times.until and times.until < today:
        cells.tell("starts", f"It was over on {times.until:%Y-%m-%d}.", "Take it away.")
    said: dict[str, object] = {"dtstart": times.dtstart}
    if times.duration:
        said["duration"] = f"PT{times.duration // timedelta(minutes=1)}M"
    draft.give("times", said | ({"rrule": weekly} if weekly else {}) | _without(times))
    return draft


def _times(cells: Cells) -> Times | None:
    """Read the times as far as our small form goes; told, and None, when it does not reach."""
    starts, minutes = _start(cells), cells.count("minutes")
    said: dict[str, object] = {"dtstart": starts}
    said |= {"duration": f"PT{minutes}M"} if minutes else {}
    said |= {"rrule": cells.text("repeats")} if cells.text("repeats") else {}
    said |= {"exdate": cells.several("not_on")}
    if not starts:
        return None
    try:
        return Times.model_validate_json(json.dumps(said))
    except ValidationError as error:
        for one in error.errors():
            name = _COLUMNS_OF.get(str(next(iter(one["loc"]), "")), "starts")
            why = one["msg"].removeprefix("Value error, ")
            weekly = f"“{cells.text(name)}” is not weekly."
            problem = weekly if name == "repeats" else f"It does not fit: {why}."
            cells.tell(name, problem, _MENDS[name])
        return None


def _start(cells: Cells) -> str:
    """Read the first time: 2026-11-24 09:30."""
    said = cells.need("starts", _WRITE)
    found = _STARTS.fullmatch(said)
    if said and not found:
        cells.tell("starts", f"“{said[:40]}” is no time in London.", _WRITE)
    if not found:
        return ""
    day = cells.day_of("starts", found["day"])
    return f"{day.isoformat()}T{found['time'].rjust(5, '0')}:00" if day else ""


def _without(times: Times) -> dict[str, object]:
    return {"exdate": list(times.exdate)} if times.exdate else {}
