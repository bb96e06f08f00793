"""Keeps the theme true to the panel that is really there."""

import logging
from collections.abc import Callable
from dataclasses import replace

from kiosk.screens.panel import Panel, panel_of
from kiosk.screens.staff.presenter import panel_words
from kiosk.screens.theme import Theme, look
from kiosk.settings import Settings
from kiosk.translation import Words

LOG = logging.getLogger("signpost.screen")


class Glass:
    """What was measured on the bench, joined to the pixels that the window has."""

    def __init__(self, settings: Settings, size: tuple[int, int]) -> None:
        self._settings = settings
        self._panel = self._of(size[::-1] if settings.turned in {90, 270} else size)
        if settings.odd:
            LOG.warning("settings left out: %s", ", ".join(settings.odd))

    @property
    def theme(self) -> Theme:
        """How everything is drawn when somebody comes."""
        return self._panel.theme(low_reach=self._settings.low_reach)

    def fit(self, size: tuple[int, int], wear: Callable[[Theme], None]) -> None:
        """The window has these pixels: what is worn from now on is made for them."""
        if size != (self._panel.width, self._panel.height):
            self._panel = self._of(size)
            wear(self.theme)

    def note(self, words: Words) -> str:
        """What staff should know: that the panel cannot be what was measured."""
        return panel_words(self._settings.odd, words, assumed=self._panel.assumed)

    def _of(self, size: tuple[int, int]) -> Panel:
        settings = self._settings
        panel = panel_of(size, settings.dpi, settings.scale)
        if panel.assumed:
            LOG.warning(
                "panel of %d x %d at %d dpi cannot be: drawn at %d dpi",
                *(*size, settings.dpi, round(panel.dpi)),
            )
        return panel


def in_theme(theme: Theme) -> Theme:
    """Give this panel what the person chose."""
    worn = look.theme
    return replace(theme, dark=worn.dark, large=worn.large, right_to_left=worn.right_to_left)
