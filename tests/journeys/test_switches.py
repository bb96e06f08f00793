"""Somebody who cannot touch the screen, with real key events on the whole screen."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.core.window import Window

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.assembly.switches import Switching
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.groups import parts_of
from kiosk.screens.parts.tree import name_of
from kiosk.screens.places import Place
from kiosk.screens.scanning import Item
from tests.builders.screens import NUMBER, PIN, World, a_kiosk_folder, the_screen_rooms
from tests.journeys import sdl_keys
from tests.journeys.hand import Hand
from tests.journeys.sdl_keys import ENTER, SPACE, SdlKeys

PACE = 1.5
PATIENCE = 400
"""Stops after which the test gives up waiting for the ring."""


class SwitchHand(Hand):
    """Somebody with so many switches in front of a kiosk."""

    draws_every = 1

    def __init__(self, stage: Stage, rooms: ScreenRooms, world: World, switches: int) -> None:
        super().__init__(stage, rooms, world, Switching(switches, PACE))
        self.switches = switches
        self.keys = SdlKeys()

    def push(self, key: int = SPACE, modifiers: int = 0) -> None:
        self.keys.press(key, modifiers)
        self.pass_by(0.25)

    def names(self) -> list[str]:
        """What the ring stands around."""
        lit = self.kiosk.switches._lit
        if lit is None or lit.leaving:
            return []
        return [name_of(part) for part in parts_of(lit.stop)]

    def is_single(self) -> bool:
        lit = self.kiosk.switches._lit
        return lit is not None and isinstance(lit.stop, Item)

    def choose(self, wanted: str) -> None:
        """Come to the thing, and press."""
        self.come_to(wanted)
        self.push(ENTER)

    def come_to(self, wanted: str) -> None:
        """Wait for the ring, or move it, and press to go into the group; it ends on the thing."""
        if not self.names():
            self.push(SPACE if self.switches == 1 else ENTER)
        for _ in range(PATIENCE):
            inside = [name for name in self.names() if _is(name, wanted)]
            if inside and self.is_single():
                return
            if inside:
                self.push(ENTER)
            elif self.switches == 1:
                self.pass_by(PACE / 2)
            else:
                self.push(SPACE)
        raise AssertionError(f"the ring never came to {wanted!r} among {self.all_names()}")

    def all_names(self) -> list[str]:
        """Everything that the ring comes to."""
        return [name_of(part) for part in parts_of(self.kiosk.switches._scan._top)]

    def spell(self, signs: str) -> None:
        for sign in signs:
            self.choose(sign)


def _is(name: str, wanted: str) -> bool:
    return name == wanted or name.startswith(f"{wanted}, ")


HandWith = Callable[[int], SwitchHand]


@pytest.fixture
def hand_with(stage: Stage, tmp_path: Path) -> Iterator[HandWith]:
    """Somebody with so many switches."""
    made: list[SwitchHand] = []

    def make(switches: int) -> SwitchHand:
        world = World()
        rooms = the_screen_rooms(a_kiosk_folder(tmp_path / "kiosk"), world)
        made.append(SwitchHand(stage, rooms, world, switches))
        return made[-1]

    yield make
    for hand in made:
        hand.leave()


@pytest.fixture
def with_switches(hand_with: HandWith) -> SwitchHand:
    """One switch."""
    return hand_with(1)


@pytest.mark.parametrize("switches", [1, 2])
def test_with_a_switch_alone_somebody_looks_up_signs_in_asks_and_closes(
    hand_with: HandWith, switches: int
) -> None:
    hand = hand_with(switches)

    hand.choose("Touch to start")
    hand.choose("A place to live")
    hand.choose("Housing help")
    assert hand.at() is Place.ENTRY
    hand.choose("Back")
    hand.choose("Back")
    hand.choose("Ask for help")
    hand.choose("Ask about housing")
    while hand.at() is Place.NOTICE:
        accept(hand)
    for sign in NUMBER:
        hand.choose(sign)
    hand.choose("Continue")
    hand.spell(PIN)
    hand.choose("Continue")
    hand.pass_by(0.5)
    while hand.at() is Place.QUESTION:
        answer(hand)
    hand.choose("Send")
    assert hand.at() is Place.CONFIRMATION
    assert "We aim to answer by" in hand.read()
    hand.choose("Close and hide")

    assert hand.at() is Place.ATTRACT
    assert not hand.names()


def accept(hand: SwitchHand) -> None:
    """Turn the pages of the notice, then carry on."""
    carry_on = "I understand, carry on"
    hand.choose(carry_on if carry_on in hand.all_names() else "More")


def answer(hand: SwitchHand) -> None:
    """Choose the first answer, then go on."""
    hand.choose(hand.stage.find(Choice).item.text)
    hand.choose("Continue")


def test_nothing_is_lit_before_a_switch_is_pressed(with_switches: SwitchHand) -> None:
    with_switches.pass_by(10)
    assert not with_switches.names()

    with_switches.push()

    assert with_switches.names()
    assert with_switches.at() is Place.ATTRACT


def test_the_ring_rests_when_nobody_presses_any_more(with_switches: SwitchHand) -> None:
    with_switches.push()
    with_switches.pass_by(60)

    assert not with_switches.names()


def test_a_finger_puts_the_ring_away(with_switches: SwitchHand) -> None:
    with_switches.push()

    with_switches.stage.touch(with_switches.kiosk.shell)

    assert not with_switches.names()


def test_a_switch_that_is_held_down_is_pressed_once(with_switches: SwitchHand) -> None:
    with_switches.come_to("Touch to start")
    before = with_switches.at()
    with_switches.keys.down(SPACE)
    for _ in range(40):
        with_switches.pass_by(0.25)
        with_switches.keys.down(SPACE, again=True)

    assert before is Place.ATTRACT
    assert with_switches.at() is Place.HOME


def test_a_tremor_is_one_press(with_switches: SwitchHand) -> None:
    for _ in range(5):
        with_switches.keys.press(SPACE)
    with_switches.pass_by(0.25)

    assert with_switches.at() is Place.ATTRACT
    assert with_switches.names()


def test_any_switch_answers_are_you_still_there_and_does_nothing_else(
    with_switches: SwitchHand,
) -> None:
    with_switches.choose("Touch to start")
    with_switches.pass_by(140)
    assert "Are you still there?" in with_switches.read()

    with_switches.push()

    assert "Are you still there?" not in with_switches.read()
    assert with_switches.at() is Place.HOME
    assert not with_switches.names()


def test_whoever_uses_switches_has_more_time_without_asking(with_switches: SwitchHand) -> None:
    with_switches.choose("Touch to start")
    with_switches.push()
    with_switches.pass_by(200)

    assert "Are you still there?" not in with_switches.read()


def test_what_was_lit_is_gone_with_the_visit(
    with_switches: SwitchHand,
) -> None:
    with_switches.choose("Touch to start")
    with_switches.choose("Close and hide")

    assert with_switches.kiosk.switches.lit == ""
    assert with_switches.kiosk.switches.overlay.around is None


def test_five_switches_go_on_back_choose_leave_and_ask_for_help(hand_with: HandWith) -> None:
    hand = hand_with(5)
    hand.push(sdl_keys.RIGHT)
    first = hand.names()
    hand.push(sdl_keys.RIGHT)
    assert hand.names() != first
    hand.push(sdl_keys.LEFT)
    assert hand.names() == first

    hand.push(ENTER)
    if hand.at() is Place.ATTRACT:
        hand.push(ENTER)
    hand.push(sdl_keys.ARROW_DOWN)
    assert hand.at() is Place.HELP_NOW
    hand.push(sdl_keys.ARROW_UP)

    assert hand.at() is Place.HOME


DANGEROUS = (
    *((key, 0) for key in (sdl_keys.F1, sdl_keys.ESCAPE, sdl_keys.F11, sdl_keys.F12)),
    (ord("e"), sdl_keys.CONTROL),
    (sdl_keys.F4, sdl_keys.ALT),
    *((key, 0) for key in (sdl_keys.TAB, sdl_keys.BACKSPACE, ord("a"), ord("1"))),
)
SWITCH_KEYS = (SPACE, ENTER, sdl_keys.RIGHT, sdl_keys.LEFT, sdl_keys.ARROW_UP, sdl_keys.ARROW_DOWN)


@pytest.mark.parametrize("switches", [0, 1, 2, 5])
def test_no_other_key_ever_does_anything(hand_with: HandWith, switches: int) -> None:
    hand = hand_with(switches)
    before = list(Window.children)

    for key, modifiers in DANGEROUS:
        hand.push(key, modifiers)

        assert is_at_rest(hand), (key, modifiers)
        assert Window.children == before, (key, modifiers)
        assert Window.rotation == 0, (key, modifiers)


def test_a_switch_key_with_ctrl_alt_or_shift_does_nothing(hand_with: HandWith) -> None:
    hand = hand_with(5)

    for key, modifier in product(SWITCH_KEYS, (sdl_keys.CONTROL, sdl_keys.ALT, sdl_keys.SHIFT)):
        hand.push(key, modifier)

        assert is_at_rest(hand), (key, modifier)


def test_without_switches_their_keys_do_nothing(hand_with: HandWith) -> None:
    hand = hand_with(0)

    for key in SWITCH_KEYS:
        hand.push(key)

        assert is_at_rest(hand), key


def is_at_rest(hand: SwitchHand) -> bool:
    """Nothing is lit, and the first screen is still there."""
    return not hand.names() and hand.at() is Place.ATTRACT


def test_num_lock_does_not_make_a_switch_deaf(with_switches: SwitchHand) -> None:
    with_switches.push(SPACE, sdl_keys.NUM_LOCK)

    assert with_switches.names()
