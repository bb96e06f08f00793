"""Draws the home screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.home.presenter import HomeState
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


ON_PAGE = 6
"""Tiles on one page, in the lowest part of a panel or where large letters have no room."""


class HomeScreen(ScreenPart):
    """Tiles that fill the page."""

    state = ObjectProperty(HomeState(), rebind=True)
    tiles = ObjectProperty(())
    in_pages = BooleanProperty(False)
    at = Number(0)
    count = Number(2)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.bind(at=self.outgrown)

    def on_state(self, *_: object) -> None:
        """Somebody came here: from the first page."""
        self.at = 0

    def arrange(self) -> None:
        """All tiles at once; in pages in the lowest part, or where the letters have no room."""
        self._show(in_pages=look.theme.lowered)
        if not self.in_pages and not self.ids.tiles.have_room:
            self._show(in_pages=True)

    def _show(self, *, in_pages: bool) -> None:
        """Where tiles are turned page by page, the green one stands first."""
        tiles, self.in_pages = self.state.tiles, in_pages
        if in_pages:
            tiles = tuple(sorted(tiles, key=lambda tile: not tile.go))
            self.count = max(1, -(-len(tiles) // ON_PAGE))
            start = int(self.at) * ON_PAGE
            tiles = tiles[start : start + ON_PAGE]
        self.tiles = tiles
        super().arrange()

    def go_on(self) -> None:
        """Turn to the next tiles."""
        self.at = min(self.at + 1, self.count - 1)

    def go_back(self) -> None:
        """Turn to the tiles before."""
        self.at = max(self.at - 1, 0)

    def choose(self, tile: str) -> None:
        """A tile was touched."""
        self.presenter.choose(tile)
