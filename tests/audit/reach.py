"""Whether a finger can reach everything, and the eye find it in order."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from kiosk.screens.frame.screen import Frame
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.tree import Node, name_of, shown_parts
from kiosk.screens.places import Place
from kiosk.screens.theme import REACH, look
from tests.audit.findings import Finding, Scene, box_of

TARGET = 20.0
NARROW_PANEL, NARROW_KEY = 235.0, 15.0
APART = 3.0
ROUNDING = 0.3
"""Millimetres: one pixel on the coarsest panel."""
TOLERANCE = 2.0
"""Pixels."""
DIALOGS = frozenset({"still_there", "read_aloud"})
"""Questions that lie over a screen, Help now among it."""
STARTS = frozenset({Place.ATTRACT.value, Place.CLOSED.value})
BENCH = "commission"
"""Pages for the installer, before the panel is on a wing: no Help now."""
CORNERS = "commission_touch"
"""Where all corners of the panel are touched, to know that all of it feels a finger."""


def too_small(scene: Scene) -> Iterator[Finding]:
    """A target under 20 mm; keys on narrow panels may have 15 mm."""
    narrow = scene.millimetres(scene.theme.width) < NARROW_PANEL
    for node in scene.targets:
        least = NARROW_KEY if node.role == "key" and narrow else TARGET
        side = scene.millimetres(min(node.target.width, node.target.height))
        if side < least - ROUNDING:
            yield scene.finding("target too small", node.name, f"{side:.1f} mm, not {least:.0f}")


def too_high(scene: Scene) -> Iterator[Finding]:
    """With low reach, a target above the lowest 40 % of an upright panel."""
    if not scene.theme.lowered or scene.view.screen == CORNERS:
        return
    most = scene.theme.height * REACH
    for node in scene.targets:
        over = node.target.top - most
        if over > TOLERANCE:
            yield scene.finding("target too high", node.name, f"{scene.millimetres(over):.1f} mm")


def too_close(scene: Scene) -> Iterator[Finding]:
    """Two targets less than 3 mm apart."""
    for one, other in combinations(scene.targets, 2):
        apart = scene.millimetres(_distance(one, other))
        if apart < APART - ROUNDING:
            names = f"{one.name[:28]} | {other.name[:28]}"
            yield scene.finding("targets too close", names, f"{apart:.1f} mm, not {APART:.0f}")


def off_screen(scene: Scene) -> Iterator[Finding]:
    """Anything that reaches over the edge of the panel."""
    for node in scene.nodes:
        box = node.target
        over = max(-box.x, -box.y, box.right - scene.theme.width, box.top - scene.theme.height)
        if over > TOLERANCE:
            yield scene.finding("off the screen", node.name, f"{scene.millimetres(over):.1f} mm")


def covered(scene: Scene) -> Iterator[Finding]:
    """A control, live or not, that lies over another or reaches under the header or footer."""
    if scene.view.screen in DIALOGS:
        return
    parts = list(shown_parts(scene.top))
    controls = [part for part in parts if isinstance(part, Touchable)]
    for one, other in combinations(controls, 2):
        (left, low, right, top), (x, y, end, over) = box_of(one), box_of(other)
        across, down = min(right, end) - max(left, x), min(top, over) - max(low, y)
        if min(across, down) > TOLERANCE:
            names = f"{name_of(one)[:28]} | {name_of(other)[:28]}"
            yield scene.finding("targets overlap", names, f"{scene.millimetres(down):.1f} mm")
    for frame in (part for part in parts if isinstance(part, Frame)):
        left, low, right, top = box_of(frame.ids.slot)
        for part in shown_parts(frame.ids.slot):
            x, y, end, over = box_of(part)
            out = max(left - x, low - y, end - right, over - top)
            if isinstance(part, Touchable) and out > TOLERANCE:
                figure = f"{scene.millimetres(out):.1f} mm"
                yield scene.finding("under the frame", name_of(part), figure)


def nameless(scene: Scene) -> Iterator[Finding]:
    """A control that nobody can say."""
    for node in scene.nodes:
        if node.touchable and not node.name.strip():
            box = node.target
            where = f"{type(node.part).__name__} at {box.x:.0f}, {box.y:.0f}"
            yield scene.finding("control without a name", where, "no name")


def out_of_order(scene: Scene) -> Iterator[Finding]:
    """The next thing stands before the last one, against the direction of reading."""
    if scene.view.screen == CORNERS:
        return
    for one, other in pairwise(scene.nodes):
        if not _follows(one, other):
            yield scene.finding("order jumps", f"{one.name[:28]} > {other.name[:28]}", "backwards")


def dead_end(scene: Scene) -> Iterator[Finding]:
    """A screen without a way out, or without help."""
    if scene.view.screen.startswith(BENCH):
        return
    words, names = scene.view.words, {node.name for node in scene.targets}
    ways = {words("Back"), words("Close and hide"), words("Not now")}
    if not names & ways and scene.view.screen not in STARTS:
        yield scene.finding("dead end", scene.view.screen, "no way back, no way out")
    if words("Help now") not in names and scene.view.screen not in DIALOGS:
        yield scene.finding("dead end", scene.view.screen, "no Help now")


def _distance(one: Node, other: Node) -> float:
    """The gap between two rectangles; less than nothing where they overlap."""
    a, b = one.target, other.target
    return max(a.x - b.right, b.x - a.right, a.y - b.top, b.y - a.top)


def _follows(one: Node, other: Node) -> bool:
    """Below, beside in the direction of reading, or at the top of the next column.

    Keys follow their script: digits run from the left in Arabic too.
    """
    a, b = one.target, other.target
    below = b.top <= a.y + TOLERANCE
    left, right = b.right <= a.x + TOLERANCE, b.x >= a.right - TOLERANCE
    if all(node.role == "key" or len(node.name) == 1 for node in (one, other)):
        return below or left or right
    return below or (left if look.rtl else right)
