"""Our own keyboard and number pad, drawn on the screen."""

import unicodedata
from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, DictProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import icon, keys, typed, words  # noqa: F401  the layout names them
from kiosk.screens.parts.keys import Cap, Caps, Page, Panel
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.lettering import (
    DOTTED,
    LONGEST_SIGN,
    NARROW,
    WIDE,
    Lettering,
    lettering,
)
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.plates import LIP
from kiosk.screens.parts.tiles import Sinking
from kiosk.screens.parts.typing import Board
from kiosk.screens.theme import APART, look
from kiosk.text.wording import Wording, measure

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

KEY, NARROW_KEY = 20.0, 15.0
NARROW_PANEL = 235.0
"""Millimetres: on a panel that is narrower, keys have 15 mm."""
WIDEST_KEY = 34.0
BESIDE = 2.5
"""Millimetres between the picture and the name on a key."""


class Key(Sinking, Column):
    """One key. `sign` is what it types or does; `text` and `icon` what it shows.

    `tool`: it types no letter. `here`: it stands for what is in use now.
    """

    role = "key"

    sign = StringProperty("")
    text = StringProperty("")
    icon = StringProperty("")
    style = StringProperty("key")
    tool = BooleanProperty(False)
    here = BooleanProperty(False)

    @property
    def chosen(self) -> bool:
        return bool(self.here)

    def arrange(self) -> None:
        parts = self.parts()
        if len(parts) < 2:  # noqa: PLR2004  a picture and a name
            super().arrange()
            return
        x, y, width, height = self.room
        between = look.px(BESIDE)
        left = x + (width - sum(part.natural_width() for part in parts) - between) / 2
        for part in reversed(parts) if look.rtl else parts:
            wide, high = part.natural_width(), part.natural_height(width)
            part.place(left, y + (height - high) / 2, wide, high)
            left += wide + between


class Keyboard(Part):
    """Letters, numbers and a choice of languages. `on_type` gives the sign of a key.

    `board` says what it shows. `space` is the word on the space bar; `erase`, `numbers` and
    `change` name the keys that take one sign back, lead to the numbers, change the language;
    `languages` are the names by code.
    """

    board = ObjectProperty(Board())
    space = StringProperty("space")
    erase = StringProperty("")
    change = StringProperty("")
    languages = DictProperty()

    __events__ = ("on_type", "on_rub_out")

    def __init__(self, **settings: object) -> None:
        self._made: dict[str, Key] = {}
        self._laid: tuple[object, ...] = ()
        super().__init__(**settings)
        for name in ("board", "space", "erase", "change", "languages"):
            self.fbind(name, self.outgrown)

    def on_type(self, sign: str) -> None:
        """A key was touched."""

    def on_rub_out(self) -> None:
        """The last letter is to go."""

    @property
    def letters(self) -> Lettering:
        """The letters that are typed with."""
        return lettering(self.board.language)

    def natural_height(self, width: float) -> float:
        """As high as the page of letters, so that nothing above it moves with the page."""
        panel = _panel(width)
        count = max(len(self._caps(panel, Page.LETTERS)), len(self._caps(panel, self.board.page)))
        return float(look.px(_side()) * count + look.px(APART) * (count - 1))

    def arrange(self) -> None:
        """Lay the keys; while somebody types nothing about them changes, so they stay."""
        said = (self.space, self.erase, self.change)
        wanted = (look.theme, self.board, *said, *self.pos, *self.size)
        if wanted != self._laid:
            self._laid = wanted
            self._lay()

    def _lay(self) -> None:
        caps = self._caps(_panel(self.width), self.board.page)
        self._lay_keys(caps)
        gap, high = look.px(APART), look.px(_side())
        most = max(sum(cap.wide for cap in row) for row in caps)
        one = min((self.width + gap) / most - gap, look.px(WIDEST_KEY))
        low = self.y + (high + gap) * (len(caps) - 1)
        for row in caps:
            self._lay_row(row, one, low)
            low -= high + gap

    def _lay_row(self, row: tuple[Cap, ...], one: float, low: float) -> None:
        """Keys stand on one grid, from where the script starts."""
        gap = look.px(APART)
        wides = [cap.wide * (one + gap) - gap for cap in row]
        reach = (self.width - sum(wides) - gap * (len(row) - 1)) / 2
        for cap, wide in zip(row, wides, strict=True):
            left = self.right - reach - wide if self.letters.right_to_left else self.x + reach
            self._made[cap.sign].place(left, low, wide, look.px(_side()))
            reach += wide + gap

    def _caps(self, panel: Panel, page: Page) -> Caps:
        if page is Page.LANGUAGES and self.languages:
            return keys.language_caps(self.languages, panel)
        if page is Page.NUMBERS:
            return keys.number_caps(self.letters, self.board.order, panel)
        return keys.letter_caps(self.letters, self.board.order, panel)

    def _lay_keys(self, caps: Caps) -> None:
        wanted = [cap for row in caps for cap in row]
        if [key.sign for key in reversed(self.children)] != [cap.sign for cap in wanted]:
            self.clear_widgets()
            for cap in wanted:
                self.add_widget(self._key(cap.sign))
        for cap in wanted:
            self._name(self._made[cap.sign], cap)

    def _key(self, sign: str) -> Key:
        if sign not in self._made:
            self._made[sign] = Key(sign=sign)
            self._made[sign].bind(on_release=self._touched)
        return self._made[sign]

    def _name(self, key: Key, cap: Cap) -> None:
        """What a key shows and is called."""
        language = cap.sign.removeprefix(keys.SPEAK)
        key.text = self._shown(cap)
        back = "backspace-right" if self.letters.right_to_left else "backspace"
        key.icon = {keys.RUB_OUT: back, keys.TO_LANGUAGES: "keyboard"}.get(cap.sign, "")
        tools = {keys.RUB_OUT: self.erase, keys.TO_LANGUAGES: self.change}
        key.said = tools.get(cap.sign, self.letters.names.get(cap.sign, ""))
        key.tool = len(cap.sign) > LONGEST_SIGN
        key.style = _style(key.text, ("button",) if key.tool else ("band", "key"))
        key.here = cap.sign != language and language == self.board.language

    def _shown(self, cap: Cap) -> str:
        letters, sign = self.letters, cap.sign
        if sign.startswith(keys.SPEAK):
            return str(self.languages.get(sign.removeprefix(keys.SPEAK), ""))
        if sign == keys.TO_LANGUAGES:
            return str(self.languages.get(letters.language, "")) if cap.wide > 1 else ""
        names: dict[str, str] = {
            keys.RUB_OUT: "",
            keys.SPACE: self.space,
            keys.TO_NUMBERS: "123",
            keys.TO_LETTERS: letters.label,
            keys.TO_ORDER: keys.order_of(letters, self.board.order + 1).name,
        }
        return names.get(sign, DOTTED + sign if _stands_on(sign) else sign)

    def _touched(self, key: Key) -> None:
        if key.sign == keys.RUB_OUT:
            self.dispatch("on_rub_out")
        else:
            self.dispatch("on_type", key.sign)


def _style(text: str, wished: tuple[str, ...]) -> str:
    """The largest style whose lines are no higher than a key: some scripts have high ones."""
    styles = wished if _stands_on(text.strip(DOTTED)[:1] or "-") else wished[-1:]
    for style in (*styles, "button"):
        size, bold = look.em(style)
        if measure(Wording(text, size, bold=bold))[1] <= look.px(_side()) - look.px(LIP):
            return style
    return "small"


def _stands_on(sign: str) -> bool:
    """Whether it is no letter, but stands on one."""
    return unicodedata.category(sign[0]) in {"Mn", "Mc"}


def _side() -> float:
    """Millimetres that a key is high, and wide at least."""
    theme = look.theme
    return NARROW_KEY if theme.width / theme.mm(1) < NARROW_PANEL else KEY


def _panel(width: float) -> Panel:
    """How many keys this width has room for; on the narrowest, keys shrink as they must."""
    gap = look.px(APART)
    across = max(NARROW, min(WIDE, int((width + gap) / (look.px(_side()) + gap))))
    theme = look.theme
    return Panel(across, low=theme.low, roomy=not theme.large, lowered=theme.lowered)


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
        return float(4 * look.px(KEY) + 3 * look.px(3))

    def arrange(self) -> None:
        gap, high = look.px(3), look.px(KEY)
        whole = min(self.width, self.natural_width())
        wide, left = (whole - 2 * gap) / 3, self.right - whole if look.rtl else self.x
        for at, key in enumerate(reversed(self.children)):
            row, column = divmod(at, 3)
            top = self.top - row * (high + gap)
            key.place(left + column * (wide + gap), top - high, wide, high)

    def _name_key(self, *_: object) -> None:
        self.children[0].said = self.erase

    def _pressed_key(self, key: Key) -> None:
        if key.sign == keys.RUB_OUT:
            self.dispatch("on_rub_out")
        else:
            self.dispatch("on_type", key.sign)


class Field(Beside):
    """A line that shows what was typed, with a caret. `hidden` shows dots; `hint` when empty.

    `mirrored`: what is typed next runs from the right.
    """

    role = "field"

    text = StringProperty("")
    hint = StringProperty("")
    hidden = BooleanProperty(False)
    mirrored = BooleanProperty(False)
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
