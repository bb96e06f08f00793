"""The home screen: twelve tiles, one of them green."""

from dataclasses import dataclass, replace

from kiosk.screens.parts.shapes import TileItem
from kiosk.screens.places import GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words

MY_REQUESTS, ASK = "my-requests", "ask-for-help"
ELSEWHERE = {MY_REQUESTS: Place.MY_REQUESTS, ASK: Place.ASK_LIST}


@dataclass(frozen=True, slots=True)
class HomeState:
    """The question on top and the tiles."""

    title: str = ""
    tiles: tuple[TileItem, ...] = ()
    more: str = ""
    less: str = ""


class HomePresenter(Presenter[HomeState]):
    """Offers the tiles and opens the one that is touched."""

    def __init__(self, words: Words, go_to: GoTo) -> None:
        super().__init__(words)
        self._go_to = go_to

    def choose(self, tile: str) -> None:
        """Open the topic of this tile."""
        if tile in ELSEWHERE:
            self._go_to(ELSEWHERE[tile])
        else:
            self._go_to(Place.TOPIC, tile)

    def _make(self) -> HomeState:
        words = self._words
        return HomeState(
            title=words("What do you need?"),
            tiles=easy_tiles(words) if words.easy else tiles(words),
            more=words("More"),
            less=words("Back up"),
        )


def tiles(words: Words) -> tuple[TileItem, ...]:
    """The twelve tiles in the order of the screen."""
    return (
        TileItem(
            "place-to-live", "house", words("A place to live"), words("Keep your home or find one")
        ),
        TileItem(
            "job-or-course",
            "briefcase",
            words("A job or a course"),
            words("Work, CV, reading, skills"),
        ),
        TileItem(
            "money-and-id", "currency-gbp", words("Money and ID"), words("Benefits, debt, bank, ID")
        ),
        TileItem(
            "getting-out", "door-open", words("Getting out"), words("What to do before you go")
        ),
        TileItem("new-here", "hand-waving", words("New here?"), words("Your first night and week")),
        TileItem(
            "family-and-phone",
            "users-three",
            words("Family and phone"),
            words("Visits, calls, children"),
        ),
        TileItem("health", "first-aid-kit", words("Health"), words("Doctor, mind, drugs, alcohol")),
        TileItem(
            "someone-to-talk-to",
            "chats-circle",
            words("Someone to talk to"),
            words("Listener, chaplain, private talk"),
        ),
        TileItem(
            "life-in-here", "clock", words("Life in here"), words("Times, gym, canteen, property")
        ),
        TileItem(
            "rules-and-rights",
            "scales",
            words("Rules and rights"),
            words("Court, licence, recall, visa"),
        ),
        TileItem(MY_REQUESTS, "envelope-simple", words("My requests"), words("See your answers")),
        TileItem(
            ASK,
            "hand-palm",
            words("Ask for help"),
            words("We aim to answer you"),
            go=True,
        ),
    )


def easy_tiles(words: Words) -> tuple[TileItem, ...]:
    """The same tiles, each with one idea in easy words."""
    easy = {
        "place-to-live": words("Help with your home"),
        "job-or-course": words("Help to work or learn"),
        "money-and-id": words("Help with money and papers"),
        "getting-out": words("Get ready to leave prison"),
        "new-here": words("You just came to prison"),
        "family-and-phone": words("Talk to your family"),
        "health": words("When you feel ill"),
        "someone-to-talk-to": words("A person who listens"),
        "life-in-here": words("What happens each day"),
        "rules-and-rights": words("What the law says"),
        MY_REQUESTS: words("What you asked us"),
        ASK: words("Ask us a question"),
    }
    return tuple(replace(tile, text=easy[tile.key]) for tile in tiles(words))
