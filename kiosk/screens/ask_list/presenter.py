"""Offers every form that can be asked with, all alike."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.parts.shapes import TileItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class FormCard:
    """One form on offer; `icon` comes from the home tile it belongs to."""

    id: str
    title: str
    summary: str
    icon: str


@dataclass(frozen=True, slots=True)
class AskListState:
    """The forms as tiles; the private one looks like the others."""

    back: str = ""
    title: str = ""
    lead: str = ""
    tiles: tuple[TileItem, ...] = ()
    empty: str = ""
    more: str = ""
    less: str = ""


class AskListPresenter(Presenter[AskListState]):
    """Lets the person choose what to ask for."""

    def __init__(
        self,
        words: Words,
        forms: Callable[[str], tuple[FormCard, ...]],
        go_to: GoTo,
        go_back: GoBack,
    ) -> None:
        super().__init__(words)
        self._forms = forms
        self._go_to = go_to
        self._go_back = go_back

    def ask(self, form: str) -> None:
        """Begin with one form: first what to know before asking."""
        self._go_to(Place.NOTICE, form)

    def back(self) -> None:
        """Leave without asking."""
        self._go_back()

    def _make(self) -> AskListState:
        words, forms = self._words, self._forms(self._words.language)
        empty = words("Nothing can be asked here yet. Ask an officer for a form on paper.")
        return AskListState(
            back=words("Back"),
            title=words("Ask for help"),
            lead=words("What do you want to ask about?") if forms else "",
            tiles=tuple(TileItem(form.id, form.icon, form.title, form.summary) for form in forms),
            empty="" if forms else empty,
            more=words("More"),
            less=words("Back up"),
        )
