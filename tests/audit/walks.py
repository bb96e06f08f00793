"""Shares a long walk among processes, because one process draws on one core."""

import multiprocessing
import os
from collections.abc import Sequence
from pathlib import Path

from tests.audit.findings import Finding
from tests.audit.views import View
from tests.audit.walk import walk

SHARE = 400
"""Views that one process draws before a new one takes over with empty memory."""
WIDE, SMALL = 1366, 400
"""Pixels: pictures are kept as wide as this, beside small ones that lead to them."""


def shared_walk(views: Sequence[View], folder: Path, *, every_picture: bool) -> list[Finding]:
    """All findings; pictures of what is wrong, or every picture, go into the folder."""
    hands = min(os.cpu_count() or 1, 4)
    size = min(SHARE, -(-len(views) // hands))
    shares = [(views[at : at + size], folder, every_picture) for at in range(0, len(views), size)]
    with multiprocessing.get_context("spawn").Pool(hands, maxtasksperchild=1) as pool:
        return [one for found in pool.imap_unordered(_walk_share, shares) for one in found]


def _walk_share(share: tuple[Sequence[View], Path, bool]) -> list[Finding]:
    views, folder, every_picture = share
    found = []
    for scene, findings in walk(views):
        if every_picture or findings:
            scene.picture.save(folder / f"{scene.view.name}.png", WIDE)
            scene.picture.save(folder / "small" / f"{scene.view.name}.png", SMALL)
        found += findings
    return found
