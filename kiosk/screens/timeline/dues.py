"""Says what somebody is due, how soon, on whose word."""

from collections.abc import Collection

from kiosk.catalogue.coming import Coming
from kiosk.exchange.dues import Due, From
from kiosk.screens.parts.shapes import RowItem
from kiosk.translation import Words

BASIS_ICONS = {"mandatory": "scales", "guidance": "book-open-text", "aim": "target"}


def due_row(coming: Coming, words: Words, there: Collection[str]) -> RowItem:
    """One line: what, by when, and how sure that is. It leads to its entry, if that is `there`."""
    due = coming.due
    entry = due.entry if due.entry in there else None
    said = [when_words(due, words), _by_words(coming, words), basis_words(due.basis, words)]
    return RowItem(
        key=entry or f"-{due.code}",
        title=due.texts.get(words.language) or due.texts["en"],
        text=" ".join(part for part in said if part),
        icon=BASIS_ICONS[due.basis],
        live=entry is not None,
    )


def basis_words(basis: str, words: Words) -> str:
    """Whether the law, the guidance or only this prison says so."""
    return {
        "mandatory": words("The law says so."),
        "guidance": words("The guidance says so. It does not always happen."),
        "aim": words("This prison aims for this. It is not a law."),
    }[basis]


def when_words(due: Due, words: Words) -> str:
    """How soon, and after or before what."""
    if not due.number:
        return _same_day(due.counted, words)
    time = _time_words(due, words)
    return {
        From.ARRIVAL: words("Within {time} of coming here.", time=time),
        From.SENTENCE: words("Within {time} of your sentence.", time=time),
        From.RECALL: words("Within {time} of coming back.", time=time),
        From.MOVE: words("Within {time} of moving here.", time=time),
        From.ASKING: words("Within {time} of asking.", time=time),
        From.BEFORE_RELEASE: words("{time} before you leave.", time=time),
        From.RELEASE: words("Within {time} of leaving.", time=time),
    }[due.counted]


def _same_day(counted: From, words: Words) -> str:
    if counted in {From.RELEASE, From.BEFORE_RELEASE}:
        return words("On the day you leave.")
    return words("On the same day.")


def _time_words(due: Due, words: Words) -> str:
    number = due.number
    return {
        "hours": words.plural("{n} hour", "{n} hours", number),
        "working-days": words.plural("{n} working day", "{n} working days", number),
        "days": words.plural("{n} day", "{n} days", number),
        "weeks": words.plural("{n} week", "{n} weeks", number),
        "months": words.plural("{n} month", "{n} months", number),
    }[due.unit]


def _by_words(coming: Coming, words: Words) -> str:
    """The day itself, for somebody who is at the beginning of it today."""
    if coming.by is None:
        return ""
    day = words.day(coming.by)
    return {
        From.ARRIVAL: words("Came today? Then by {day}.", day=day),
        From.SENTENCE: words("Sentenced today? Then by {day}.", day=day),
        From.RECALL: words("Came back today? Then by {day}.", day=day),
        From.MOVE: words("Moved today? Then by {day}.", day=day),
        From.ASKING: words("Ask today? Then by {day}.", day=day),
    }.get(coming.due.counted, "")
