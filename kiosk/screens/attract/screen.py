"""Draws the first screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.attract.presenter import AttractState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class AttractScreen(ScreenPart):
    """A large green button with the languages below it; beside it what is on today."""

    state = ObjectProperty(AttractState(), rebind=True)
    beside = BooleanProperty(True)
    tight = BooleanProperty(False)
    """There is little height: title and start in one line, languages without pictures."""

    def arrange(self) -> None:
        """Our sign goes first, then the line below the title, the offer, what asks to choose.

        Where even then there is no room, all is tight; then the title goes before what is on
        today, and before what asks in other languages to choose one.
        """
        _, _, width, height = self.room
        ids = self.ids
        self.beside = not look.theme.portrait
        spare = (ids.sign, ids.text, ids.offers, ids.choose)
        for part in spare:
            part.shown = True
        for part in spare:
            part.shown = ids.roomy.natural_height(width) <= height
        self.tight = look.theme.lowered or ids.roomy.natural_height(width) > height
        ids.strip.shown = ids.purpose.shown = True
        ids.week.shown = not (look.theme.lowered and look.theme.large)  # home leads there too
        ids.purpose.shown = not self.state.others or ids.low.natural_height(width) <= height
        ids.strip.shown = ids.low.natural_height(width) <= height
        ids.today_title.shown = True
        super().arrange()
        if self.tight and ids.strip.shown and not ids.today.children:
            ids.today_title.shown = False  # what is on says more than that it is today
            super().arrange()
        if self.tight and ids.strip.shown and not ids.today.children:
            ids.strip.shown = False  # the way to the week alone says less than the title
            ids.purpose.shown = ids.low.natural_height(width) <= height
            super().arrange()

    def start(self) -> None:
        """Touch to start was touched."""
        self.presenter.start()

    def start_in(self, language: str) -> None:
        """The name of a language was touched."""
        self.presenter.start_in(language)

    def open_week(self) -> None:
        """The way to this week was touched."""
        self.presenter.open_week()

    def open_offer(self, entry: str) -> None:
        """What can be asked for was touched."""
        self.presenter.open_offer(entry)
