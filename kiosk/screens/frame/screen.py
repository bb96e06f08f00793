"""Draws header and footer around the page."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.frame.presenter import FramePresenter, FrameState
from kiosk.screens.parts.layouts import Column
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

ROOM_MAKERS = (("name", "shown"), ("search", "bare"), ("language", "bare"))
"""What goes first when the header is too narrow: our name, then the words of two buttons."""


class Frame(Column):
    """Header, one page, footer."""

    state = ObjectProperty(FrameState(), rebind=True)

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

    def contrast(self) -> None:
        """Contrast was touched."""
        self.presenter.contrast()

    def arrange(self) -> None:
        ids = self.ids
        ids.name.shown, ids.search.bare, ids.language.bare = True, False, False
        for name, hide in ROOM_MAKERS:
            if ids.header.natural_width() > self.width:
                setattr(ids[name], hide, hide == "bare")
        ids.told_above.shown, ids.told_below.shown = False, True
        ids.told_below.shown = ids.buttons.natural_width() <= ids.footer.inside(self.width)
        ids.told_above.shown = not ids.told_below.shown
        super().arrange()

    def _take(self, state: FrameState) -> None:
        self.state = state


class Shell(Part):
    """Fills the window: the frame, then whatever lies over it."""

    def arrange(self) -> None:
        for part in self.parts():
            part.place(self.x, self.y, self.width, self.height)
