"""Says why a request cannot be saved now, with what else can be done."""

from kiosk.screens.errand import TurnedDown
from kiosk.translation import Words


def title_of(why: TurnedDown, words: Words) -> str:
    """Give the heading."""
    if why is TurnedDown.FIVE_TODAY:
        return words("You have asked 5 times today")
    return words("This screen is full")


def advice_on(why: TurnedDown, words: Words) -> tuple[str, ...]:
    """Say what still works, then what the person can do instead."""
    if why is TurnedDown.FIVE_TODAY:
        return (
            words("Your 5 requests are safe. You can ask again here tomorrow."),
            words("You can ask to be seen at any time. That never counts."),
            words("You can ask on paper today. An officer can give you a form."),
        )
    return (
        words("Your answers were not saved. Nothing you asked before is lost."),
        words("Ask on paper today. An officer can give you a form."),
        words("Staff must bring the stick to this screen. Then you can ask here again."),
    )
