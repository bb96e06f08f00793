"""Our own keyboard and number pad, drawn on the screen."""

from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.screens.parts import icon, keys, words  # noqa: F401  the layout names them
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.tiles import Sinking
from kiosk.screens.theme import APART, look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

WIDER = {keys.SPACE: 4.4, keys.TO_NUMBERS: 1.3, keys.TO_LETTERS: 1.3, keys.TO_ALPHABET: 1.3}
KEY_HEIGHT = 20
WIDEST_KEY = 25


class Key(Sinking, Column):
    """One key. `sign` is what it types or does; `text` or `icon` what it shows."""

    role = "key"

    sign = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")
    style = StringProperty("key")


class Keyboard(Part):
    """QWERTY, A to Z, and numbers. `on_type` gives the sign, `on_rub_out` takes one back.

    `space` is the word on the space bar, `erase` the name of the key that takes one back.
    """

    mode = StringProperty("qwerty")
    welsh = BooleanProperty(False)
    space = StringProperty("space")
    erase = StringProperty("")

    __events__ = ("on_type", "on_rub_out")

    def __init__(self, **settings: object) -> None:
        self._made: dict[str, Key] = {}
        super().__init__(**settings)
        for name in ("mode", "welsh", "space", "erase"):
            self.fbind(name, self._lay_keys)

    def on_type(self, sign: str) -> None:
        """A letter was typed."""

    def on_rub_out(self) -> None:
        """The last letter is to go."""

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        count = len(self._rows())
        return float(look.px(KEY_HEIGHT) * count + look.px(APART) * (count - 1))

    def arrange(self) -> None:
        self._lay_keys()
        gap, high = look.px(APART), look.px(KEY_HEIGHT)
        one = min((self.width - 10 * gap) / self._longest(), look.px(WIDEST_KEY * 1.35))
        top = self.top
        for row in self._rows():
            wides = [one * WIDER.get(sign, 1.0) for sign in row]
            x = self.x + (self.width - sum(wides) - gap * (len(row) - 1)) / 2
            for sign, wide in zip(row, wides, strict=True):
                self._made[sign].place(x, top - high, wide, high)
                x += wide + gap
            top -= high + gap

    def _rows(self) -> tuple[tuple[str, ...], ...]:
        return keys.rows(self.mode, welsh=self.welsh, low=look.theme.low)

    def _longest(self) -> float:
        return max(sum(WIDER.get(sign, 1.0) for sign in row) for row in self._rows())

    def _lay_keys(self, *_: object) -> None:
        wanted = [sign for row in self._rows() for sign in row]
        if [key.sign for key in reversed(self.children)] != wanted:
            self.clear_widgets()
            for sign in wanted:
                self.add_widget(self._key(sign))
        if keys.SPACE in self._made:
            self._made[keys.SPACE].text = self.space
        if keys.RUB_OUT in self._made:
            self._made[keys.RUB_OUT].said = self.erase

    def _key(self, sign: str) -> Key:
        if sign not in self._made:
            shown = {keys.RUB_OUT: "", keys.TO_LETTERS: "QWERTY", keys.TO_ALPHABET: "A–Z"}
            key = Key(sign=sign, text=shown.get(sign, sign))
            key.icon = "backspace" if sign == keys.RUB_OUT else ""
            key.style = "button" if len(sign) > 1 else "key"
            key.bind(on_release=self._pressed_key)
            self._made[sign] = key
        return self._made[sign]

    def _pressed_key(self, key: Key) -> None:
        modes = {
            keys.TO_NUMBERS: "numbers",
            keys.TO_LETTERS: "qwerty",
            keys.TO_ALPHABET: "alphabet",
        }
        if key.sign in modes:
            self.mode = modes[key.sign]
        elif key.sign == keys.RUB_OUT:
            self.dispatch("on_rub_out")
        else:
            self.dispatch("on_type", " " if key.sign == keys.SPACE else key.sign)


class NumberPad(Part):
    """Ten digits and a key to take one back, as on a telephone. `erase` is that key's name."""

    SIGNS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", keys.RUB_OUT)

    erase = StringProperty("")

    __events__ = ("on_type", "on_rub_out")

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        for sign in self.SIGNS:
            shown = "" if sign == keys.RUB_OUT else sign
            key = Key(sign=sign, text=shown, icon="" if shown or not sign else "backspace")
            key.shown, key.opacity = bool(sign), int(bool(sign))
            key.bind(on_release=self._pressed_key)
            self.add_widget(key)
        self.fbind("erase", self._name_key)

    def on_type(self, sign: str) -> None:
        """A digit was typed."""

    def on_rub_out(self) -> None:
        """The last digit is to go."""

    def natural_width(self) -> float:
        return float(3 * look.px(28) + 2 * look.px(3))

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        return float(4 * look.px(KEY_HEIGHT) + 3 * look.px(3))

    def arrange(self) -> None:
        gap, high = look.px(3), look.px(KEY_HEIGHT)
        wide = (min(self.width, self.natural_width()) - 2 * gap) / 3
        for at, key in enumerate(reversed(self.children)):
            row, column = divmod(at, 3)
            top = self.top - row * (high + gap)
            key.place(self.x + column * (wide + gap), top - high, wide, high)

    def _name_key(self, *_: object) -> None:
        self.children[0].said = self.erase

    def _pressed_key(self, key: Key) -> None:
        if key.sign == keys.RUB_OUT:
            self.dispatch("on_rub_out")
        else:
            self.dispatch("on_type", key.sign)


class Field(Beside):
    """A line that shows what was typed, with a caret. `hidden` shows dots; `hint` when empty."""

    role = "field"

    text = StringProperty("")
    hint = StringProperty("")
    hidden = BooleanProperty(False)
    active = BooleanProperty(True)

    __events__ = ("on_release",)

    def on_release(self) -> None:
        """The field was touched."""

    @property
    def value(self) -> str:
        """What is typed; as many dots when it is hidden."""
        return "•" * len(self.text) if self.hidden else str(self.text)

    def on_touch_up(self, touch: Any) -> bool:
        if self.shown and self.collide_point(*touch.pos):
            self.dispatch("on_release")
            return True
        return bool(super().on_touch_up(touch))

    def arrange(self) -> None:
        self.plate = "dark-field" if look.theme.dark else "field"
        self._draw_plate()
        super().arrange()


class Caret(Part):
    """The upright line where the next letter goes."""

    thick = NumericProperty(0.6)

    def natural_width(self) -> float:
        return float(max(2, look.px(self.thick)))
