"""Draws the warning over everything else."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import Dialog
from kiosk.screens.still_there.presenter import StillTherePresenter, StillThereState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class StillThereScreen(Dialog):
    """A card with its buttons; behind it nothing can be touched."""

    state = ObjectProperty(StillThereState(), rebind=True)

    def __init__(self, presenter: StillTherePresenter, **settings: object) -> None:
        super().__init__(**settings)
        self.presenter = presenter
        presenter.watch(self._take)
        self._take(presenter.state)

    def stay(self) -> None:
        """Yes, carry on was touched."""
        self.presenter.stay()

    def need_more_time(self) -> None:
        """I need more time was touched."""
        self.presenter.need_more_time()

    def close(self) -> None:
        """Close and hide was touched."""
        self.presenter.close()

    def _take(self, state: StillThereState) -> None:
        self.state = state
