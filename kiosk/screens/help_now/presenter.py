"""Help that cannot wait. It needs no content, and it is never noted anywhere."""

from dataclasses import dataclass
from typing import ClassVar

from kiosk.exchange.policy import Route
from kiosk.screens.places import GoBack
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.screens.sure import interpreter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class HelpItem:
    """Somebody who helps, and how to reach them. It is read, not touched."""

    part: ClassVar[str] = "HelpCard"
    icon: str
    title: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class HelpNowState:
    """What this screen cannot do, and who can."""

    back: str = ""
    title: str = ""
    band: str = ""
    interpreter: str = ""
    cards: tuple[HelpItem, ...] = ()


class HelpNowPresenter(Presenter[HelpNowState]):
    """Says who helps in this prison; without content, what is true in every prison."""

    def __init__(self, words: Words, reading: Reading, go_back: GoBack) -> None:
        super().__init__(words)
        self._reading = reading
        self._go_back = go_back

    def back(self) -> None:
        """Leave Help now."""
        self._go_back()

    def _make(self) -> HelpNowState:
        words, route = self._words, self._route()
        return HelpNowState(
            back=words("Back"),
            title=words("Help now"),
            band="\n".join(
                (
                    words.sure("This screen does not call anyone."),
                    words.sure("Tell any officer now. In your cell, press the cell bell."),
                )
            ),
            interpreter=interpreter(words),
            cards=(
                HelpItem("ear", words.sure("Talk to a Listener"), self._listener(route)),
                HelpItem("phone-call", words.sure("Samaritans 116 123"), self._phone(route)),
                HelpItem("hands-praying", words.sure("Chaplain"), self._chaplain(route)),
                HelpItem("heartbeat", words.sure("You feel ill"), self._ill(route)),
            ),
        )

    def _route(self) -> Route | None:
        profile = self._reading.profile()
        if profile is None:
            return None
        return profile.help.get(self._words.language) or profile.help.get("en")

    def _listener(self, route: Route | None) -> str:
        if route:
            return f"{route.listener_day} {route.listener_night}"
        return self._words.sure("Ask any officer, day or night.")

    def _phone(self, route: Route | None) -> str:
        if route:
            return route.phone
        return self._words.sure("Ask any officer how to ring, day or night.")

    def _chaplain(self, route: Route | None) -> str:
        return route.chaplain if route else self._words.sure("For anyone. Ask any officer.")

    def _ill(self, route: Route | None) -> str:
        return route.ill if route else self._words.sure("Tell an officer. Say it is urgent.")
