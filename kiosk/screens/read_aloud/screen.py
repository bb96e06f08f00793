"""Draws the question over everything else."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import Dialog
from kiosk.screens.read_aloud.presenter import ReadAloudPresenter, ReadAloudState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class ReadAloudScreen(Dialog):
    """A card with two buttons; behind it nothing can be touched."""

    state = ObjectProperty(ReadAloudState(), rebind=True)

    def __init__(self, presenter: ReadAloudPresenter, **settings: object) -> None:
        super().__init__(**settings)
        self.presenter = presenter
        presenter.watch(self._take)
        self._take(presenter.state)

    def read(self) -> None:
        """Read it aloud was touched."""
        self.presenter.read()

    def put_away(self) -> None:
        """Not now was touched."""
        self.presenter.put_away()

    def _take(self, state: ReadAloudState) -> None:
        self.state = state
