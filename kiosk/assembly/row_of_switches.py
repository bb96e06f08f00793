"""Says what switches do on the whole screen."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.assembly.listening import Listening
from kiosk.assembly.switches import Deeds, InSight, Switches, Switching
from kiosk.screens.frame.screen import Frame, Shell
from kiosk.screens.navigator import Navigator
from kiosk.screens.parts.part import Part
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class Whole:
    """The parts of a screen that switches reach."""

    shell: Shell
    frame: Frame
    way: Navigator
    listening: Listening
    words: Callable[[], Words]


@dataclass(frozen=True, slots=True)
class Signs:
    """Signs that somebody is there: a press (says whether it answered a question), a wait."""

    pressed: Callable[[], bool]
    waits: Callable[[], None]


def a_row_of_switches(
    switching: Switching, awake: Callable[[], float], whole: Whole, signs: Signs
) -> Switches:
    """Join this many switches to this screen."""
    frame, listening = whole.frame, whole.listening

    def page() -> Part | None:
        return next(iter(frame.ids.slot.children), None)

    def choose(part: Part) -> None:
        """Like a finger: beside the buttons of the voice it ends the reading."""
        if part.parent is not frame.ids.reading:
            frame.presenter.hush()
        part.dispatch("on_release")

    def back() -> None:
        go_back: Callable[[], None] | None = getattr(whole.way.presenter, "back", None)
        if go_back is not None:
            go_back()

    deeds = Deeds(
        pressed=signs.pressed,
        here=signs.waits,
        choose=choose,
        back=back,
        help=frame.presenter.help_now,
        say=listening.mention,
        is_saying=lambda: listening.is_mentioning,
    )
    return Switches(switching, awake, InSight(whole.shell, page, whole.words), deeds)
