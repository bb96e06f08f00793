"""The lists and rules that come with the content, each with the file that it stands in."""

from collections.abc import Mapping

from kiosk.exchange.distances import Distances
from kiosk.exchange.dues import Dues
from kiosk.exchange.model import Model
from kiosk.exchange.policy import (
    VOCABULARIES,
    Calendar,
    Clocks,
    Crosswalks,
    Desks,
    Templates,
    Topics,
    Vocabulary,
)
from kiosk.exchange.print_packs import PrintPacks

POLICIES: Mapping[str, type[Model]] = {
    "topics": Topics,
    "crosswalks": Crosswalks,
    "desks": Desks,
    "clocks": Clocks,
    "calendar": Calendar,
    "templates": Templates,
    "distances": Distances,
    "dues": Dues,
    "print-packs": PrintPacks,
    **dict.fromkeys(VOCABULARIES, Vocabulary),
}
"""policy/<name>.json holds one of these."""
