"""Draws header and footer around the page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.frame.presenter import FramePresenter, FrameState
from kiosk.screens.frame.told import costs_height, is_short, stand_apart
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

ROOM_MAKERS = (("name", "shown"), ("search", "bare"), ("language", "bare"))
"""What goes first when the header is too narrow: our name, then the words of two buttons."""
TOLD = 75
"""Millimetres: what the header tells goes on in a second line from here."""


class Frame(Column):
    """Header, one page, footer."""

    state = ObjectProperty(FrameState(), rebind=True)
    upright = BooleanProperty(False)
    lowered = BooleanProperty(False)
    """The buttons of the header stand above the footer."""
    cramped = BooleanProperty(False)
    narrow = BooleanProperty(False)
    """A small upright panel: its lowest part has no room for the buttons."""

    def __init__(self, presenter: FramePresenter, **settings: object) -> None:
        super().__init__(**settings)
        self.presenter = presenter
        presenter.watch(self._take)
        self._take(presenter.state)

    def show(self, page: ScreenPart) -> None:
        """Put this page in the middle."""
        slot = self.ids.slot
        if slot.children != [page]:
            slot.clear_widgets()
            slot.add_widget(page)

    def search(self) -> None:
        """Search was touched."""
        self.presenter.search()

    def language(self) -> None:
        """The name of the language was touched."""
        self.presenter.language()

    def close(self) -> None:
        """Close and hide was touched."""
        self.presenter.close()

    def help_now(self) -> None:
        """Help now was touched."""
        self.presenter.help_now()

    def bigger(self) -> None:
        """Bigger was touched."""
        self.presenter.bigger()

    def easy(self) -> None:
        """Easy read was touched."""
        self.presenter.easy()

    def lower(self) -> None:
        """Buttons lower, or higher, was touched."""
        self.presenter.lower()

    def contrast(self) -> None:
        """Contrast was touched."""
        self.presenter.contrast()

    def listen(self) -> None:
        """Listen was touched."""
        self.presenter.listen()

    def hear(self, wish: str) -> None:
        """A button of the voice was touched."""
        self.presenter.hear(wish)

    def on_touch_down(self, touch: Any) -> bool:
        """Any touch beside the buttons of the voice ends the reading, then does what it does."""
        if self.state.reading and not self.ids.reading.collide_point(*touch.pos):
            self.presenter.hush()
        return bool(super().on_touch_down(touch))

    def arrange(self) -> None:
        ids, theme = self.ids, look.theme
        self.upright, self.lowered, self.cramped = theme.portrait, theme.lowered, theme.cramped
        self.narrow = theme.small_upright
        bar = self._header_buttons()
        ids.name.shown, ids.search.bare, ids.language.bare = True, False, False
        ids.unchecked.widest = 0 if self._in_one_line() else TOLD
        for name, hide in ROOM_MAKERS:
            if name == "language" and ids.header.natural_width() > self.width and not theme.cramped:
                ids.unchecked.widest = TOLD
            if bar.natural_width() > self.width or ids.header.natural_width() > self.width:
                setattr(ids[name], hide, hide == "bare")
        if ids.header.natural_width() > self.width:
            ids.unchecked.widest = TOLD
        beside = self._says_beside()
        ids.told_above.shown = not beside and not self.lowered
        stand_apart(ids.told, ids.footer.inside(self.width))
        ids.told_below.shown = beside and not self.state.reading and not self.lowered
        if self.state.reading:
            pause, again, pace, loudness, stop = reversed(ids.reading.children)
            self._make_room((stop, pause, again, loudness, pace))
        else:
            self._make_room((ids.lower, ids.contrast, ids.bigger, ids.listen, ids.easy))
        if ids.told_below.shown:
            spare = ids.footer.inside(self.width) - ids.buttons.natural_width()
            ids.told_below.break_line(ids.told_below.natural_width() + spare)
        super().arrange()

    def _in_one_line(self) -> bool:
        """Whether what the header tells stands in one line, as long as there is room for it."""
        return self.cramped or costs_height(self.ids.unchecked, self.ids.close, look.px(TOLD))

    def _header_buttons(self) -> Beside:
        """Where Search, language, Close and hide stand: in the header, or low (REACH)."""
        ids = self.ids
        bar: Beside = ids.low_header if self.lowered else ids.header
        for button in (ids.search, ids.language, ids.close):
            if button.parent is not bar:
                button.parent.remove_widget(button)
                bar.add_widget(button)
        return bar

    def _says_beside(self) -> bool:
        """Whether what the footer says stands beside its buttons, without the wing if need be."""
        ids = self.ids
        gives_way = (ids.contrast, ids.bigger, ids.listen) if is_short() else ()
        return any(
            self._fits_beside(bared)
            for ways in ids.told_below.ways(ids.help_now)
            for bared in (gives_way, (*gives_way, ids.easy))
            for _ in ids.told_below.said_in(ways)
        )

    def _fits_beside(self, gives_way: Sequence[PushButton]) -> bool:
        """Whether what the footer says fits beside its usual buttons.

        Where height is scarce the words of some buttons give way to it: a line costs more there.
        While a page is read it is answered as before: the footer keeps its height, so that the
        page does not move.
        """
        ids = self.ids
        buttons = [ids.help_now, ids.bigger, ids.contrast]
        buttons += [one for one in (ids.easy, ids.lower, ids.listen) if one.text]
        for button in buttons:
            button.bare = False
        between = ids.buttons.between(len(buttons) + 2)
        for bared in (None, *gives_way):
            if bared:
                bared.bare = True
            need = sum(part.natural_width() for part in (*buttons, ids.told_below))
            if need + between <= ids.footer.inside(self.width):
                return True
        return False

    def _make_room(self, buttons: Sequence[PushButton]) -> None:
        """As many of these as the footer has room for keep their words, the rest their pictures."""
        ids = self.ids
        for button in buttons:
            button.bare = False
        for button in buttons:
            if ids.buttons.natural_width() <= ids.footer.inside(self.width):
                return
            button.bare = True

    def _take(self, state: FrameState) -> None:
        self.state = state


class Shell(Part):
    """Fills the window: the frame, then whatever lies over it.

    Close and hide can be touched whatever lies over it, so that nobody has to answer a question
    first.
    """

    def on_touch_down(self, touch: Any) -> bool:
        for part in self.children:
            if isinstance(part, Frame) and part.ids.close.collide_point(*touch.pos):
                return part.on_touch_down(touch)
        return bool(super().on_touch_down(touch))

    def arrange(self) -> None:
        for part in self.parts():
            part.place(self.x, self.y, self.width, self.height)
