"""What presenters have whose text is private: it can be covered."""

from kiosk.screens.presenting import Presenter, State


class Covering(Presenter[State]):
    """Hides its page by a touch, or when nobody has touched the screen for a while.

    Whoever inherits makes the page in `_page` and, without anything private, what stands in its
    place in `_cover_page`. While covered, nothing of the page is in the state at all.
    """

    _covered = False

    def cover(self) -> None:
        """Nobody has touched the screen for a while."""
        self.hide()

    def hide(self) -> None:
        """Somebody is looking."""
        self._covered = True
        self._changed()

    def uncover(self) -> None:
        """The person is still here."""
        self._covered = False
        self._changed()

    def _make(self) -> State:
        return self._cover_page() if self._covered else self._page()

    def _page(self) -> State:
        raise NotImplementedError

    def _cover_page(self) -> State:
        raise NotImplementedError
