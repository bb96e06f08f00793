"""Draws the way in."""

from pathlib import Path

from kivy.clock import Clock
from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.sign_in.presenter import SignInState
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class SignInScreen(ScreenPart):
    """Number, then PIN, or what happens without one."""

    state = ObjectProperty(SignInState(), rebind=True)
    tight = BooleanProperty(False)
    cramped = BooleanProperty(False)
    beside = BooleanProperty(False)
    """What was wrong stands beside the number pad, where there is no room above it."""
    keys_height = Number(0)

    def __init__(self, **settings: object) -> None:
        self._clock = Clock.create_trigger(self._second_passed, 1.0)
        self._check = Clock.create_trigger(lambda _: self.presenter and self.presenter.check())
        self._drawn = Clock.create_trigger(lambda _: self._check())
        super().__init__(**settings)

    def on_state(self, *_: object) -> None:
        """A wait is told every second; a PIN is checked once it is seen that it will be."""
        if self.state.checking:
            self._drawn()
        if self.state.waiting:
            self._clock()
        else:
            self._clock.cancel()

    def arrange(self) -> None:
        self.tight, self.cramped = look.theme.tight, look.theme.cramped
        self.beside = self.tight and not look.theme.lowered
        self.keys_height = 93 if look.theme.portrait else 69
        super().arrange()

    def press(self, sign: str) -> None:
        """A key was touched."""
        self.presenter.press(sign)

    def rub_out(self) -> None:
        """Rub out was touched."""
        self.presenter.rub_out()

    def carry_on(self) -> None:
        """Continue was touched."""
        self.presenter.carry_on()

    def no_pin(self) -> None:
        """I have no PIN was touched."""
        self.presenter.no_pin()

    def forgot(self) -> None:
        """I forgot my PIN was touched."""
        self.presenter.forgot()

    def _second_passed(self, _: float) -> None:
        if self.presenter is not None:
            self.presenter.second_passed()
