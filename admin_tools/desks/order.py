"""Whether a reply may be given: the template, its facts, the note, the way the person chose."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from pydantic import TypeAdapter, ValidationError

from admin_tools.desks.errors import ReplyNotFit
from kiosk.exchange import limits
from kiosk.exchange.blocks import TimeOfDay
from kiosk.exchange.items import RequestItem
from kiosk.exchange.model import Code, PrintedText, Words
from kiosk.exchange.policy import Desk, FactSlot, Template

_TIME, _CODE = TypeAdapter(TimeOfDay), TypeAdapter(Code)
_ROOM, _PRINTED = TypeAdapter(Words), TypeAdapter(PrintedText)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker wants to answer. `replace` puts it in the place of an earlier answer."""

    template: str
    facts: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    replace: bool = False


def check_way(request: RequestItem) -> None:
    """Hold to how this request may be answered; raises ReplyNotFit."""
    if not request.proven:
        raise ReplyNotFit(
            "Nobody proved who asked this, so no answer may appear on a screen. Answer in person"
            " or in a sealed envelope, then say so with `signpost requests state`."
        )
    if request.answer_way != "screen":
        way = "in a sealed envelope" if request.answer_way == "envelope" else "in person"
        raise ReplyNotFit(
            f"This person asked to be answered {way}. Do that, then say so with"
            " `signpost requests state`."
        )


def check_template(order: Order, template: Template | None, desk: Desk | None) -> Template:
    """Hold to what this desk may say; raises ReplyNotFit."""
    if template is None:
        raise ReplyNotFit(f"There is no template {order.template[:60]} in the published policy.")
    if desk is None or desk.code not in template.desks:
        raise ReplyNotFit(f"The template {template.code} is not for this desk.")
    if desk.private and not template.neutral:
        raise ReplyNotFit(
            f"The template {template.code} says what this is about. This desk answers in neutral"
            " words only."
        )
    _check_note(order.note, allowed=desk.notes and not desk.private)
    return template


@dataclass(frozen=True, slots=True)
class Known:
    """What facts are checked against: today, the prison's rooms, the published entries."""

    today: date
    rooms: tuple[str, ...]
    has_entry: Callable[[str], bool]


def check_facts(order: Order, template: Template, known: Known) -> dict[str, str]:
    """Give the facts, each in its one writing; raises ReplyNotFit."""
    wanted = {slot.name: slot for slot in template.slots}
    if missing := sorted(wanted.keys() - order.facts.keys()):
        raise ReplyNotFit(f"The template {template.code} needs: {', '.join(missing)}.")
    if extra := sorted(order.facts.keys() - wanted.keys()):
        raise ReplyNotFit(f"The template {template.code} has no place for: {extra[0][:60]}.")
    return {name: _fact(slot, order.facts[name], known) for name, slot in wanted.items()}


def _fact(slot: FactSlot, value: str, known: Known) -> str:
    if slot.type == "day":
        return _day(slot.name, value, known.today)
    if slot.type == "time":
        return _fits(_TIME, value, f"{slot.name} needs a time like 14:30.")
    if slot.type == "entry":
        return _entry(slot.name, value, known.has_entry)
    return _room(slot.name, value, known.rooms)


def _room(name: str, value: str, rooms: tuple[str, ...]) -> str:
    """Give the room as the prison writes it, however it was typed."""
    if not rooms:
        return _fits(_ROOM, value, f"{name} needs the name of a room.")
    spelt = {_alike(room): room for room in rooms}
    if _alike(value) not in spelt:
        raise ReplyNotFit(f"{name} is not a room of this prison. Rooms: {', '.join(rooms)}.")
    return spelt[_alike(value)]


def _alike(room: str) -> str:
    return " ".join(room.casefold().split())


def _entry(name: str, value: str, has_entry: Callable[[str], bool]) -> str:
    code = _fits(_CODE, value, f"{name} needs the id of an entry, like housing-advice.")
    if not has_entry(code):
        raise ReplyNotFit(f"{name}: there is no entry {code} in what was published.")
    return code


def _day(name: str, value: str, today: date) -> str:
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise ReplyNotFit(f"{name} needs a day like {today.isoformat()}.")
    if day < today:
        raise ReplyNotFit(f"{name} is in the past.")
    return value


def _fits(shape: TypeAdapter[str], value: str, sentence: str) -> str:
    try:
        return shape.validate_python(value, strict=True)
    except ValidationError as failed:
        raise ReplyNotFit(sentence) from failed


def _check_note(note: str, *, allowed: bool) -> None:
    if not note:
        return
    if not allowed:
        raise ReplyNotFit("This desk answers with templates alone. Leave the note out.")
    if len(note) > limits.NOTE:
        raise ReplyNotFit(f"The note has {len(note)} signs; {limits.NOTE} is the most.")
    _fits(_PRINTED, note, "The note has signs that a screen cannot show, or a line break.")
