"""Says how somebody can ask without a PIN."""

from enum import StrEnum

from kiosk.screens.parts.shapes import LineItem
from kiosk.translation import Words


class Step(StrEnum):
    """Where the person is."""

    NUMBER = "number"
    PIN = "pin"
    NO_PIN = "no-pin"
    FORGOT = "forgot"
    NEW_PIN = "new-pin"
    NO_NEW_PIN = "no-new-pin"


def title_of(step: Step, words: Words) -> str:
    """Give the heading of a page that only tells."""
    if step is Step.FORGOT:
        return words("A new PIN")
    if step is Step.NEW_PIN:
        return words("You asked for a new PIN")
    if step is Step.NO_NEW_PIN:
        return words("This screen is full")
    return words("Without a PIN")


def lines_of(step: Step, words: Words, *, to_ask: bool) -> tuple[LineItem, ...]:
    """Say what happens; `to_ask`: the person came to ask, not to see their requests."""
    if step is Step.FORGOT:
        return (
            LineItem(words("We can ask the office for a new PIN."), "keyhole"),
            _in_person(words),
        )
    if step is Step.NEW_PIN:
        return (_in_person(words), *_how_it_comes(words, to_ask=to_ask))
    if step is Step.NO_NEW_PIN:
        ask = LineItem(words("Ask an officer for a new PIN."), "user")
        return (ask, *_how_it_comes(words, to_ask=to_ask))
    return _how_it_comes(words, to_ask=to_ask)


def carry_on_of(step: Step, words: Words, *, to_ask: bool) -> str:
    """Name the one button."""
    if step is Step.FORGOT:
        return words("Ask for a new PIN")
    return words("Carry on without a PIN") if to_ask else words("Go to the start")


def _in_person(words: Words) -> LineItem:
    told = words("Staff give it to you in person. It never comes on this screen.")
    return LineItem(told, "handshake")


def _how_it_comes(words: Words, *, to_ask: bool) -> tuple[LineItem, ...]:
    if not to_ask:
        by_hand = words(
            "What you asked without a PIN is answered in a sealed envelope, or in person."
        )
        return (
            LineItem(words("You need your PIN to see your requests here."), "lock"),
            LineItem(by_hand, "envelope-simple"),
        )
    return (
        LineItem(words("You can ask now without a PIN."), "hand-palm"),
        LineItem(words("Your answer comes in a sealed envelope, or in person."), "envelope-simple"),
        LineItem(words("Staff first check in private that it was you who asked."), "user-check"),
    )
