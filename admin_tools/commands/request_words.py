"""The words and figures that `signpost requests` answers with."""

from collections.abc import Sequence
from dataclasses import asdict, astuple

from admin_tools.commands.telling import Exit, Telling
from admin_tools.desks.collect import Collected
from admin_tools.desks.inbox import Opened
from admin_tools.desks.opening import short
from admin_tools.desks.overdue import Row
from admin_tools.desks.replying import Replied
from admin_tools.desks.showing import Shown
from admin_tools.records.items import DONE
from admin_tools.reports.figures import DeskFigures
from kiosk.exchange.items import (
    Answer,
    CountsItem,
    Item,
    NewPinItem,
    NoteItem,
    ReportItem,
    RequestItem,
    WithdrawalItem,
)

_LIST = ("id", "type", "desk", "arrived", "state", "due", "late", "urgent", "taken back")
_OPENED = ("id", "type", "reference", "person", "about", "answer by")
_ORIGINS = {"self": "the person", "staff": "staff for them", "peer": "a helper", "paper": "paper"}


def tell_collected(telling: Telling, done: Sequence[Collected]) -> Exit:
    """Tell what became of each file, and say what a script should know."""
    if not done:
        telling.say("There are no files of requests on this stick.")
    rows = [(one.name, one.new, one.known, one.set_apart) for one in done if not one.refused]
    if rows:
        telling.table("Collected", ("file", "new", "known", "set apart"), rows)
    for one in done:
        for finding in one.findings:
            telling.say(finding.sentence)
        if one.refused:
            telling.say(one.refused.sentence)
    new = sum(one.new for one in done)
    telling.say(f"{new} new. Receipts go out with the next stick that you write.")
    code = _collected_code(done)
    telling.data(
        {"outcome": code.name.lower(), "new": new, "files": [_collected(one) for one in done]}
    )
    return code


def tell_list(telling: Telling, rows: Sequence[Row]) -> None:
    """Show the list; it holds no person, no subject, no reference."""
    cells = [
        (
            short(row.item.id),
            row.item.type,
            row.item.desk,
            row.item.collected,
            row.item.state,
            row.due,
            row.late,
            "urgent" if row.item.urgent else "",
            row.item.withdrawn,
        )
        for row in rows
    ]
    telling.table(f"{len(rows)} waiting", _LIST, cells)
    named = [dict(zip(_LIST, cell, strict=True)) for cell in cells]
    telling.data({"outcome": "done", "items": named})


def is_open(row: Row) -> bool:
    """Say whether somebody still has to do something about it."""
    return row.item.state not in DONE and row.item.type != "counts"


def tell_opened(telling: Telling, opened: Opened) -> Exit:
    """Show what a desk has just read, one line each."""
    telling.table(
        f"{len(opened.items)} read",
        _OPENED,
        [_line(item) for item in opened.items],
    )
    if opened.damaged:
        telling.say(f"{len(opened.damaged)} did not open. The kiosks are asked to send them again.")
    if opened.unreadable:
        telling.say(
            f"{len(opened.unreadable)} opened but cannot be read by this program. Tell the people"
            f" who look after it: {', '.join(short(item) for item in opened.unreadable)}."
        )
    telling.data(
        {
            "outcome": "done",
            "items": [item.model_dump(mode="json") for item in opened.items],
            "damaged": opened.damaged,
            "unreadable": opened.unreadable,
        }
    )
    return Exit.FINDINGS if opened.damaged or opened.unreadable else Exit.DONE


def tell_shown(telling: Telling, shown: Shown) -> None:
    """Show one item to its desk."""
    inside = shown.inside
    if isinstance(inside, RequestItem):
        _tell_request(telling, inside)
    else:
        telling.table("", _OPENED, [_line(inside)])
    if shown.item.withdrawn:
        telling.say(f"Taken back on {shown.item.withdrawn}. Check in private that this is meant.")
    for step in shown.steps:
        telling.say(f"{step.day}  {step.state}")
    if shown.reply:
        facts = ", ".join(f"{name} {value}" for name, value in sorted(shown.reply.facts.items()))
        telling.say(f"Answered on {shown.reply.day} with {shown.reply.template}. {facts}".rstrip())
    telling.data(
        {
            "outcome": "done",
            "item": inside.model_dump(mode="json"),
            "state": shown.item.state,
            "withdrawn": shown.item.withdrawn,
            "steps": [{"state": step.state, "day": step.day} for step in shown.steps],
            "reply": shown.reply.model_dump(mode="json") if shown.reply else None,
            "looked": [{"at": o.at, "by": o.by, "what": o.what} for o in shown.looked],
        }
    )


def tell_replied(telling: Telling, done: Replied) -> None:
    """Say that an answer is ready for the next stick."""
    before = " It takes the place of the earlier answer." if done.replaced else ""
    telling.say(f"{done.reference} is now: {done.state}.{before}")
    telling.say(f"Kiosks that can show the answer: {done.kiosks}. It goes with the next stick.")
    telling.data(
        {
            "outcome": "done",
            "reference": done.reference,
            "state": done.state,
            "kiosks": done.kiosks,
            "replaced": done.replaced,
        }
    )


def tell_figures(telling: Telling, month: str, found: Sequence[DeskFigures]) -> None:
    """Show a month's figures; a hidden count is a dash."""
    rows = [tuple("-" if value is None else value for value in astuple(one)) for one in found]
    heads = ("desk", "arrived", "answered", "late now", "days to an answer (median)")
    telling.table(f"Requests that arrived in {month}", heads, rows)
    telling.data({"outcome": "done", "month": month, "desks": [asdict(one) for one in found]})


def _collected_code(done: Sequence[Collected]) -> Exit:
    if any(one.refused for one in done):
        return Exit.REFUSED
    if any(one.findings or one.set_apart for one in done):
        return Exit.FINDINGS
    return Exit.DONE


def _collected(one: Collected) -> dict[str, object]:
    return {
        "file": one.name,
        "new": one.new,
        "known": one.known,
        "set_apart": one.set_apart,
        "waiting": one.waiting,
        "findings": [{"code": f.code, "sentence": f.sentence} for f in one.findings],
        "refused": str(one.refused.code) if one.refused else None,
    }


def _line(item: Item) -> tuple[object, ...]:
    """Put one item into one line; the words are for the desk that it is sealed for."""
    if isinstance(item, RequestItem):
        title = _both(item.title, item.title_english)
        mark = f"URGENT: {title}" if item.urgent else title
        due = item.promised.answer_by
        return (short(item.id), "request", item.reference, item.person, mark, due)
    if isinstance(item, WithdrawalItem):
        proven = "takes it back" if item.proven else "takes it back (nobody proved who)"
        return (short(item.id), "withdrawal", item.reference, item.person, proven, "")
    if isinstance(item, NoteItem):
        said = item.note.english or item.note.words
        return (short(item.id), "note", item.reference, item.person, said, "")
    if isinstance(item, NewPinItem):
        todo = f"Prove who it is, then: signpost people reset {item.person}"
        return (short(item.id), "new-pin", "", item.person, todo, "")
    if isinstance(item, ReportItem):
        return (short(item.id), "report", "", "", f"{item.entry}: {item.what}", "")
    return (short(item.id), "counts", "", "", _counted(item), "")


def _counted(item: CountsItem) -> str:
    return f"week of {item.week}: {len(item.read)} pages, {len(item.missed)} searches"


def _tell_request(telling: Telling, request: RequestItem) -> None:
    title = _both(request.title, request.title_english)
    telling.say(f"{request.reference}  {title}")
    if request.urgent:
        telling.say(_urgent(request))
    proven = "signed in with the PIN" if request.proven else "NOBODY PROVED WHO ASKED"
    telling.say(f"{request.person}, {proven}; asked by {_ORIGINS[request.origin]}.")
    asked = f"{request.asked_at:%d %B %Y %H:%M} UTC"
    clock = "" if request.clock_held else " (the screen's clock was wrong)"
    telling.say(f"Asked {asked}{clock}, in {request.language}. Answer {_way(request)}.")
    promised = request.promised
    telling.say(f"Promised: read by {promised.read_by}, answer by {promised.answer_by}.")
    for answer in request.answers:
        telling.say(f"  {_both(answer.words, answer.english)}")
        telling.say(f"    {_chosen(answer)}")
    for agreed in request.consents:
        said = "YES" if agreed.given else "no"
        telling.say(f"  May tell {agreed.agency} ({agreed.purpose}, v{agreed.version}): {said}")


def _urgent(request: RequestItem) -> str:
    name = {True: "yes", False: "no", None: "not asked"}[request.may_give_name]
    return f"URGENT: a date this week. Wing staff may have the name today: {name}."


def _way(request: RequestItem) -> str:
    return {
        "screen": "on the screen",
        "envelope": "in a sealed envelope",
        "in-person": "in person",
    }[request.answer_way]


def _chosen(answer: Answer) -> str:
    return "; ".join(_both(one.words, one.english) for one in answer.chosen) or "(left blank)"


def _both(shown: str, english: str) -> str:
    return f"{shown} / {english}" if english else shown
