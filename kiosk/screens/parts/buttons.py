"""Buttons."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import icon, words  # noqa: F401  the layout names them
from kiosk.screens.parts.layouts import Beside
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.plates import LIP
from kiosk.screens.parts.shapes import ButtonItem
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

WIDE, SLIM = 6.5, 4.0
"""Millimetres beside the words."""
AROUND, CLOSE = 5.0, 1.4
"""Millimetres above and below the words together; large letters where there is little height have
to do with what their line leaves free."""
INK = {
    "go": "on-go",
    "quiet": "on-quiet",
    "help": "on-help",
    "outline": "on-header",
    "close": "on-close",
}


class PushButton(Touchable, Beside):
    """A button of at least 20 mm. `kind`: go, quiet, help, outline, close.

    `icon` stands before the words, or after them with `after`. With `bare` only
    the picture is shown, where there is no room for words. A button that `fades` is not seen
    while it can do nothing; its room is kept, so that the others stay where the finger is.
    """

    text = StringProperty("")
    icon = StringProperty("")
    kind = StringProperty("quiet")
    after = BooleanProperty(False)
    wide = Number(WIDE)
    bare = BooleanProperty(False)
    fades = BooleanProperty(False)
    item = ObjectProperty(ButtonItem("", ""))

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.bind(item=self._take)
        self.wears("kind", "live", "fades")

    @property
    def room(self) -> tuple[float, float, float, float]:
        x, y, width, height = super().room
        lip = look.px(LIP) if self.kind in {"go", "quiet", "help"} else 0
        return x, (y if self.pressed else y + lip), width, height - lip

    def natural_width(self) -> float:
        need = self.ids.content.natural_width() + 2 * look.px(self.wide)
        return float(max(look.px(self.least_width), need))

    def natural_height(self, width: float) -> float:
        inside = max(1.0, width - 2 * look.px(self.wide))
        self._fit(inside)
        need = self.ids.content.natural_height(inside)
        need += look.px(CLOSE if look.theme.scarce else AROUND)
        return float(max(look.px(self.least_height), need))

    def arrange(self) -> None:
        x, y, width, height = self.room
        content = self.ids.content
        inside = width - 2 * look.px(self.wide)
        self._fit(inside)
        wide = min(inside, content.natural_width())
        content.place(x + (width - wide) / 2, y, wide, height)

    def _fit(self, inside: float) -> None:
        """Where the words have no room, the picture behind them goes; then they are wrapped."""
        ids = self.ids
        ids.behind.shown, ids.words.stretch = bool(ids.behind.name), 0
        if ids.content.natural_width() > inside:
            ids.behind.shown = False
        if ids.content.natural_width() > inside:
            ids.words.stretch = 1

    def on_pressed(self, *_: object) -> None:
        """The words sink with the plate."""
        if self.width > 1:
            self.arrange()

    def _take(self, *_: object) -> None:
        item = self.item
        self.key, self.text, self.icon = item.key, item.text, item.icon
        self.kind, self.after, self.live = item.kind, item.after, item.live
        self.wide = SLIM if item.slim else WIDE

    def dress(self, *_: object) -> None:
        """The colours follow the kind."""
        gone = self.fades and not self.live
        self.ids.content.opacity = 0 if gone else 1
        self.plate = self.kind if self.live else "" if gone else "off"
        ink = INK[self.kind] if self.live else "on-off"
        for part in (self.ids.words, self.ids.before, self.ids.behind):
            part.colour = ink
