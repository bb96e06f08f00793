"""Pictures and words for the facts of an entry."""

from kiosk.exchange.blocks import (
    CodeValue,
    DayValue,
    Label,
    PenceValue,
    TextValue,
    TimeValue,
    Value,
)
from kiosk.exchange.policy import Vocabulary
from kiosk.translation import Words

ICONS = {
    Label.WHO: "user-check",
    Label.WHAT_YOU_GET: "list-checks",
    Label.WHEN: "calendar-check",
    Label.WHERE: "map-pin",
    Label.WHO_RUNS_IT: "building-office",
    Label.HOW_TO_ASK: "hand-palm",
    Label.WHAT_HAPPENS: "path",
    Label.BRING: "bag",
    Label.COST: "currency-gbp",
    Label.HOW_LONG: "hourglass-medium",
    Label.STARTS: "calendar",
    Label.CLOSES: "calendar-x",
    Label.ENDS: "calendar-x",
    Label.PAY: "money",
    Label.HOURS: "clock",
    Label.AREA: "map-trifold",
    Label.SKILLS: "star",
    Label.CONVICTIONS: "scales",
    Label.TAKES: "check-circle",
    Label.DOES_NOT_TAKE: "prohibit",
    Label.PHONE: "phone",
    Label.ADDRESS: "mailbox",
    Label.OPEN: "door-open",
    Label.LEADS_TO: "signpost",
    Label.CHECKED_WITH: "seal-check",
}


def label_words(label: Label, words: Words) -> str:
    """What the fact is about, in words."""
    return {
        Label.WHO: words("Who"),
        Label.WHAT_YOU_GET: words("What you get"),
        Label.WHEN: words("When"),
        Label.WHERE: words("Where"),
        Label.WHO_RUNS_IT: words("Who runs it"),
        Label.HOW_TO_ASK: words("How to ask"),
        Label.WHAT_HAPPENS: words("What happens"),
        Label.BRING: words("Bring"),
        Label.COST: words("Cost"),
        Label.HOW_LONG: words("How long"),
        Label.STARTS: words("Starts"),
        Label.CLOSES: words("Closes"),
        Label.ENDS: words("Ends"),
        Label.PAY: words("Pay"),
        Label.HOURS: words("Hours"),
        Label.AREA: words("Area"),
        Label.SKILLS: words("What you need"),
        Label.CONVICTIONS: words("With a record"),
        Label.TAKES: words("Takes"),
        Label.DOES_NOT_TAKE: words("Does not take"),
        Label.PHONE: words("Phone"),
        Label.ADDRESS: words("Address"),
        Label.OPEN: words("Open"),
        Label.LEADS_TO: words("Leads to"),
        Label.CHECKED_WITH: words("Checked with"),
    }[label]


def value_words(value: Value, words: Words, lists: dict[str, Vocabulary]) -> str:
    """The value of a fact in words: a day, a time, money, or the name of a code."""
    if isinstance(value, TextValue):
        return value.text
    if isinstance(value, DayValue):
        return words.date(value.day)
    if isinstance(value, TimeValue):
        return value.time.removeprefix("0")
    if isinstance(value, PenceValue):
        return pence_words(value, words)
    return code_words(value, words, lists)


def pence_words(value: PenceValue, words: Words) -> str:
    """Pounds and pence, with how often they are paid."""
    pounds, pence = divmod(value.pence, 100)
    amount = f"£{pounds:,}.{pence:02d}" if pence else f"£{pounds:,}"
    return {
        "once": amount,
        "hour": words("{amount} an hour", amount=amount),
        "week": words("{amount} a week", amount=amount),
        "month": words("{amount} a month", amount=amount),
        "year": words("{amount} a year", amount=amount),
    }[value.each]


def code_words(value: CodeValue, words: Words, lists: dict[str, Vocabulary]) -> str:
    """The name of a code; the code itself when this content does not know it."""
    terms = lists[value.list].terms if value.list in lists else ()
    names = next((term.names for term in terms if term.code == value.code), {})
    return names.get(words.language) or names.get("en") or value.code
