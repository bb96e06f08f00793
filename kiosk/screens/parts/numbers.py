"""Numbers of a widget that do not watch how dense the panel is."""

from typing import Any

from kivy.properties import Property, ReferenceListProperty
from kivy.uix.widget import Widget

Number: Any = Property
"""A number: pixels, millimetres, a count.

Kivy's NumericProperty turns "12dp" into pixels, so each one of each widget listens for another
density: 500 bytes a number, half of all that a screen holds. Ours are plain.
"""


class Placed(Widget):
    """A widget whose own place and size are plain numbers, and that no layout of Kivy's sizes."""

    x = Number(0)
    y = Number(0)
    pos = ReferenceListProperty(x, y)
    width = Number(100)
    height = Number(100)
    size = ReferenceListProperty(width, height)
    size_hint_x = Number(None, allownone=True)
    size_hint_y = Number(None, allownone=True)
    size_hint = ReferenceListProperty(size_hint_x, size_hint_y)
    opacity = Number(1.0)
