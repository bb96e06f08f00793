"""Draws the home screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import NumericProperty, ObjectProperty

from kiosk.screens.home.presenter import HomeState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


ON_PAGE = 6
"""Tiles on one page where they stand low."""


class HomeScreen(ScreenPart):
    """Tiles that fill the page."""

    state = ObjectProperty(HomeState(), rebind=True)
    tiles = ObjectProperty(())
    at = NumericProperty(0)
    count = NumericProperty(2)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.bind(at=self.outgrown)

    def on_state(self, *_: object) -> None:
        """Somebody came here: from the first page."""
        self.at = 0

    def arrange(self) -> None:
        """In the lowest part there is room for pages of fewer tiles, the green one first."""
        tiles = self.state.tiles
        if look.theme.lowered:
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
