"""What can be touched: shows the press at once, acts when the finger lifts."""

from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.part import Part


class Touchable(Part):
    """A part that a finger presses. Moving off before lifting changes one's mind (WCAG 2.5.2).

    `key` is whatever the part stands for; `live` False makes it deaf.
    """

    key = ObjectProperty("", allownone=True)
    live = BooleanProperty(True)

    role = "button"

    __events__ = ("on_release",)

    def on_release(self) -> None:
        """The person has touched this."""

    def on_touch_down(self, touch: Any) -> bool:
        if not (self.shown and self.live and self.collide_point(*touch.pos)):
            return False
        touch.grab(self)
        self.pressed = True
        return True

    def on_touch_move(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        self.pressed = self.collide_point(*touch.pos)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self.pressed = False
        if self.live and self.collide_point(*touch.pos):
            self.dispatch("on_release")
        return True


def can_be_touched(part: Part) -> bool:
    """Whether a finger can do anything here, in this part or in what stands inside."""
    return isinstance(part, Touchable) or any(map(can_be_touched, part.parts()))
