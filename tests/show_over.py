"""Lays over a screen what may lie there: a question, the voice's frame, a switch's ring."""

import tests.stage  # isort: skip  # noqa: F401  the text engine comes before the first widget

from kiosk.screens.frame.screen import Shell
from kiosk.screens.parts.groups import groups, parts_of
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.ring import Ring, WalkingRing
from kiosk.screens.parts.spoken import spoken
from kiosk.screens.read_aloud.presenter import ReadAloudPresenter
from kiosk.screens.read_aloud.screen import ReadAloudScreen
from kiosk.screens.still_there.presenter import Answers, StillTherePresenter
from kiosk.screens.still_there.screen import StillThereScreen
from kiosk.screens.theme import look
from kiosk.translation import Words
from tests.show_entry import nowhere


def lay_over(name: str, shell: Shell, screen: ScreenPart, words: Words) -> None:
    """What the sample of this name has over its screen; most have nothing."""
    over = {
        "still_there": _still_there,
        "listening": _listening,
        "read_aloud": _read_aloud,
        "switches": _switches,
    }.get(name)
    if over:
        shell.place(0, 0, look.theme.width, look.theme.height)
        shell.add_widget(over(shell, screen, words))


def _still_there(_: Shell, __: ScreenPart, words: Words) -> Part:
    warning = StillTherePresenter(words, Answers(nowhere, nowhere, nowhere, lambda: False))
    warning.count_down(24)
    return StillThereScreen(warning)


def _listening(_: Shell, screen: ScreenPart, words: Words) -> Part:
    ring = Ring()
    ring.show(spoken(screen, words)[2].part)
    return ring


def _read_aloud(_: Shell, __: ScreenPart, words: Words) -> Part:
    question = ReadAloudPresenter(words, nowhere)
    question.ask()
    return ReadAloudScreen(question)


def _switches(shell: Shell, screen: ScreenPart, _: Words) -> Part:
    """The second stop of the page is lit: on the home screen, a row of tiles."""
    ring = WalkingRing()
    ring.show_all(tuple(parts_of(groups(shell, screen).stops[1])))
    return ring
