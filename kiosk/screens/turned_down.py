"""Says why a request cannot be saved now, with what else can be done."""

from kiosk.screens.errand import TurnedDown
from kiosk.screens.parts.shapes import LineItem
from kiosk.translation import Words


def title_of(why: TurnedDown, words: Words) -> str:
    """Give the heading."""
    if why is TurnedDown.FIVE_TODAY:
        return words("You have asked 5 times today")
    if why is TurnedDown.NOT_SAVED:
        return words("This was not saved")
    return words("This screen is full")


def advice_on(why: TurnedDown, words: Words) -> tuple[LineItem, ...]:
    """Say what still works, then what the person can do instead."""
    if why is TurnedDown.FIVE_TODAY:
        return (
            LineItem(
                words("Your 5 requests are safe. You can ask again here tomorrow."), "shield-check"
            ),
            LineItem(words("You can ask to be seen at any time. That never counts."), "hand-palm"),
            LineItem(
                words("You can ask on paper today. An officer can give you a form."), "file-text"
            ),
        )
    if why is TurnedDown.NOT_SAVED:
        return (
            LineItem(words("The screen has a fault. Nothing you asked before is lost."), "warning"),
            LineItem(words("Ask on paper today. An officer can give you a form."), "file-text"),
        )
    return (
        LineItem(
            words("Your answers were not saved. Nothing you asked before is lost."), "shield-check"
        ),
        LineItem(words("Ask on paper today. An officer can give you a form."), "file-text"),
        LineItem(
            words("Staff must bring the stick to this screen. Then you can ask here again."), "usb"
        ),
    )
