"""Draws views one after the other and asks every rule about each."""

import gc
from collections.abc import Callable, Iterable, Iterator

from kiosk.screens.theme import look
from tests.audit import colours, legible, reach
from tests.audit.findings import Finding, Scene, scene_of
from tests.audit.glass import Glass
from tests.audit.views import View
from tests.stage import Stage

Rule = Callable[[Scene], Iterator[Finding]]
RULES: tuple[Rule, ...] = (
    reach.too_small,
    reach.too_high,
    reach.too_close,
    reach.off_screen,
    reach.covered,
    reach.nameless,
    reach.out_of_order,
    reach.dead_end,
    legible.too_low,
    legible.cut,
    legible.overflows,
    legible.overlaps,
    colours.pale_text,
    colours.pale_pictures,
    colours.pale_edges,
)
SWEEP = 40
"""Views after which the old ones are swept from memory."""


def walk(views: Iterable[View]) -> Iterator[tuple[Scene, list[Finding]]]:
    """Each view as drawn, with what is wrong with it."""
    Stage()
    glass = Glass()
    gc.disable()
    gc.freeze()
    for count, view in enumerate(views, 1):
        look.wear(view.wearing())
        top = view.make()
        scene = scene_of(view, top, glass.draw(top))
        yield scene, [finding for rule in RULES for finding in rule(scene)]
        if count % SWEEP == 0:
            gc.collect()
    gc.enable()
