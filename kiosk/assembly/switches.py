"""Joins switches to what is on the screen."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kiosk.screens.parts.groups import groups, parts_of
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.ring import WalkingRing
from kiosk.screens.parts.tree import name_of, role_of, title_of
from kiosk.screens.scanning import Item, Lit, Scan
from kiosk.translation import Words


class Press(StrEnum):
    """What a switch is for."""

    NEXT = "next"
    PREVIOUS = "previous"
    CHOOSE = "choose"
    BACK = "back"
    HELP = "help"


ENTER, SPACE, UP, DOWN, RIGHT, LEFT = 13, 32, 273, 274, 275, 276
KEYS: Mapping[int, Mapping[int, Press]] = {
    0: {},
    1: {SPACE: Press.CHOOSE, ENTER: Press.CHOOSE},
    2: {SPACE: Press.NEXT, ENTER: Press.CHOOSE},
    5: {
        RIGHT: Press.NEXT,
        LEFT: Press.PREVIOUS,
        ENTER: Press.CHOOSE,
        UP: Press.BACK,
        DOWN: Press.HELP,
    },
}
"""For each number of switches: the keys that a switch interface sends, which it calls itself a
keyboard. Every other key, and these with Ctrl, Alt, Shift or Super, does nothing."""
HARMLESS = frozenset({"numlock", "capslock"})
BOUNCE = 0.2
"""Seconds after a press in which the same switch is not pressed again: a tremor, a contact."""
LOST = 2.0
"""Seconds without a sign of a key that is down after which its lifting was missed."""


LOOK = 0.25
"""Seconds after which it looks again what stands where."""


@dataclass(frozen=True, slots=True)
class Switching:
    """How many switches there are (0, 1, 2, 5), and the seconds that one stop stays lit."""

    count: int = 0
    pace: float = 1.5


@dataclass(frozen=True, slots=True)
class InSight:
    """All that is on the glass, the page in the middle of it, the words it is said in."""

    top: Part
    page: Callable[[], Part | None]
    words: Callable[[], Words]


@dataclass(frozen=True, slots=True)
class Deeds:
    """What switches bring about.

    `pressed` says whether the press was already the answer to a question; `here`: somebody waits
    for the ring to come round; `say` is given what is lit, and whether it is a key to type with.
    """

    pressed: Callable[[], bool]
    here: Callable[[], None]
    choose: Callable[[Part], None]
    back: Callable[[], None]
    help: Callable[[], None]
    say: Callable[[str, bool], None]
    is_saying: Callable[[], bool]


class Switches:
    """Lights one stop after the other and chooses the lit one.

    The first press only lights: whoever uses no switch never sees the ring. With one switch the
    ring walks by itself. `overlay` belongs over the screen; `tick` is to be called often.
    """

    def __init__(
        self,
        switching: Switching,
        awake: Callable[[], float],
        sight: InSight,
        deeds: Deeds,
    ) -> None:
        self._switching = switching
        self._awake = awake
        self._sight = sight
        self._deeds = deeds
        self._scan = Scan()
        self._held: dict[int, float] = {}
        self._pressed_at: dict[int, float] = {}
        self._stepped_at = self._looked_at = 0.0
        self._walked = 0
        self._title: tuple[Part | None, str] | None = None
        self._changes = -1
        self._lit: Lit | None = None
        self.overlay = WalkingRing()

    @property
    def lit(self) -> str:
        """The name of what choosing would choose; empty while nothing is lit."""
        if self._lit is None:
            return ""
        if self._lit.leaving:
            return self._sight.words()("Back")
        names = [name_of(part) for part in parts_of(self._lit.stop)]
        return names[0] if len(names) == 1 else f"{names[0]} – {names[-1]}"

    def down(self, key: int, modifiers: Collection[str]) -> None:
        """A key was pressed. One that stays down is one press, however often it is told."""
        press = KEYS[self._switching.count].get(key)
        if press is None or set(modifiers) - HARMLESS or not self._is_new(key):
            return
        self._walked = 0
        if self._deeds.pressed():
            self.sleep()
        else:
            self._do(press)

    def up(self, key: int) -> None:
        """A key was lifted."""
        self._held.pop(key, None)

    def sleep(self) -> None:
        """A finger touches, or nobody is here: nothing is lit until a switch is pressed."""
        self._scan.rest()
        self._show()

    def tick(self) -> None:
        """Follow the screen; with one switch, light the next stop when it is time."""
        if not self._scan.is_on:
            return
        now = self._awake()
        if Part.changes != self._changes or now - self._looked_at >= LOOK:
            self._look()
        walks = self._switching.count == 1 and not self._deeds.is_saying()
        if walks and now - self._stepped_at >= self._switching.pace:
            self._walk()

    def _walk(self) -> None:
        """While the ring comes round once after a press, somebody waits for it."""
        self._walked += 1
        if self._walked <= self._scan.stops:
            self._deeds.here()
        self._scan.walk()
        self._show()

    def _is_new(self, key: int) -> bool:
        now = self._awake()
        told, pressed = self._held.get(key), self._pressed_at.get(key)
        self._held[key] = now
        if told is not None and now - told < LOST:
            return False
        if pressed is not None and now - pressed < BOUNCE:
            return False
        self._pressed_at[key] = now
        return True

    def _do(self, press: Press) -> None:
        match press:
            case Press.BACK:
                self._deeds.back()
            case Press.HELP:
                self._deeds.help()
            case _ if not self._scan.is_on:
                self._scan.begin()
            case Press.NEXT:
                self._scan.go_on()
            case Press.PREVIOUS:
                self._scan.go_back()
            case Press.CHOOSE:
                self._choose()
        self._look()

    def _choose(self) -> None:
        """Choose what was lit. Where the screen has changed under the ring, nothing is chosen."""
        before = self._scan.lit
        self._look()
        if before is None or self._scan.lit is None or before.key != self._scan.lit.key:
            return
        part = self._scan.choose()
        if isinstance(part, Part):
            self._deeds.choose(part)

    def _look(self) -> None:
        """Take in what is on the screen now; on a new page the walk begins anew."""
        page = self._sight.page()
        title = (page, title_of(page) if page is not None else "")
        if self._title not in {None, title} and self._scan.is_on:
            self._scan.begin()
        self._scan.follow(groups(self._sight.top, page))
        self._title, self._changes, self._looked_at = title, Part.changes, self._awake()
        self._show()

    def _show(self) -> None:
        lit, before = self._scan.lit, self._lit
        self._lit = lit
        self.overlay.show_all(tuple(parts_of(lit.stop)) if lit else ())
        if lit != before:
            self._stepped_at = self._awake()
            if lit is not None:
                is_key = isinstance(lit.stop, Item) and _is_key(lit.stop)
                self._deeds.say(self.lit, is_key)


def _is_key(item: Item) -> bool:
    return isinstance(item.key, Part) and role_of(item.key) == "key"
