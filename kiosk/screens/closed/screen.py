"""Draws the closed screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.closed.presenter import ClosedState
from kiosk.screens.parts.pages import ScreenPart

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class ClosedScreen(ScreenPart):
    """When it opens again; the frame around it has Help now."""

    state = ObjectProperty(ClosedState(), rebind=True)
