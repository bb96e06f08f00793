"""What hangs on the first screen for everybody to see."""

from dataclasses import dataclass

from kiosk.catalogue.cards import Card
from kiosk.catalogue.week import Happening
from kiosk.exchange.policy import Vocabulary

NOTHING = Vocabulary(name="daily", terms=())


@dataclass(frozen=True, slots=True)
class Board:
    """Today on this wing, the notices that hold, what people do not know they can ask for.

    Only what is open to everybody's eyes is on it: it is read by the whole wing.
    """

    wing: str = ""
    today: tuple[Happening, ...] = ()
    notices: tuple[Card, ...] = ()
    offers: tuple[Card, ...] = ()
    recurring: Vocabulary = NOTHING
