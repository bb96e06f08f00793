"""One picture means one thing, so that a person who cannot read can follow the pictures."""

import pytest

from kiosk.requests.progress import Progress, ProgressStep, Stage
from kiosk.screens.choosing import ICONS as CHOICES
from kiosk.screens.choosing import WHAT_ICONS
from kiosk.screens.home.presenter import tiles
from kiosk.screens.icons.shape import FOLDER
from kiosk.screens.kinds import ICONS as KINDS
from kiosk.screens.my_requests.presenter import icon_of
from kiosk.translation import Words
from tests.builders.asking import an_own_request


def picture_at(stage: Stage, *, late: bool = False) -> str:
    """What stands beside a request that has come so far."""
    progress = Progress((ProgressStep(stage, None, done=True),), late)
    return icon_of(an_own_request(progress=progress))


STATES = {f"state {stage}": picture_at(stage) for stage in Stage}
LATE = {"state late": picture_at(Stage.SAVED, late=True)}
PICTURES = {
    **{f"tile {tile.key}": tile.icon for tile in tiles(Words())},
    **{f"kind {kind}": icon for kind, icon in KINDS.items()},
    **{f"list {what}": icon for what, icon in WHAT_ICONS.items()},
    **{f"choice {by}": icon for by, icon in CHOICES.items()},
    **STATES,
    **LATE,
}
SAME = (
    {"tile job-or-course", "kind vacancy", "list jobs"},
    {"tile life-in-here", "kind daily", "list life"},
    {"tile ask-for-help", "kind form", "list requests"},
    {"kind service", "list help", "choice provider"},
    {"kind employer", "list employers"},
    {"kind course", "list courses"},
    {"kind housing", "list homes"},
    {"kind guide", "list guides"},
    {"kind letter", "list letters"},
    {"kind story", "list stories"},
    {"kind place", "choice place"},
)
"""What means the same thing, and so has the same picture."""


@pytest.mark.parametrize("icon", sorted(set(PICTURES.values())))
def test_a_picture_means_one_thing(icon: str) -> None:
    meanings = {meaning for meaning, picture in PICTURES.items() if picture == icon}

    assert len(meanings) == 1 or any(meanings <= same for same in SAME)


@pytest.mark.parametrize("state", [*STATES, *LATE])
def test_every_state_of_a_request_has_a_picture_that_we_ship(state: str) -> None:
    assert (FOLDER / "duotone" / f"{PICTURES[state]}.svg").exists()


def test_what_means_the_same_has_the_same_picture() -> None:
    assert all(len({PICTURES[meaning] for meaning in same}) == 1 for same in SAME)
