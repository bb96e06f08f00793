"""Draws one request."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.one_request.presenter import OneRequestState
from kiosk.screens.parts.covering import CoveringScreen
from kiosk.screens.parts.shapes import LinkItem, TextItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class OneRequestScreen(CoveringScreen):
    """Steps on one side, the answer on the other."""

    state = ObjectProperty(OneRequestState(), rebind=True)
    wide = BooleanProperty(True)
    tight = BooleanProperty(False)
    """Steps and answer are one list, whose pages are turned: two cards would have no room."""

    lines = ObjectProperty(())
    links = ObjectProperty(())
    """What can be read of the answer leaves the text, where a finger has to reach it."""

    def arrange(self) -> None:
        lines, lowered = self.state.lines, look.theme.lowered
        self.links = tuple(one for one in lines if lowered and isinstance(one, LinkItem))
        number = self._number() if look.theme.cramped else ()
        self.lines = (*(one for one in lines if one not in self.links), *number)
        self.wide, self.tight = not look.theme.portrait, look.theme.tight
        if look.theme.portrait and look.theme.large and not look.theme.lowered:
            self.tight = self.natural_height(self.width) > self.height
        super().arrange()

    def _number(self) -> tuple[TextItem, ...]:
        """Large letters on a low panel: the number stands last, where it takes no line away."""
        label, number = self.state.number_label, self.state.number
        return (TextItem(f"{label} {number}", strong=(number,)),)

    def read(self, entry: str) -> None:
        """An entry to read was touched."""
        self.presenter.read(entry)

    def withdraw(self) -> None:
        """Take it back was touched."""
        self.presenter.withdraw()

    def withdraw_for_good(self) -> None:
        """Yes was touched."""
        self.presenter.withdraw_for_good()

    def keep(self) -> None:
        """No was touched."""
        self.presenter.keep()
