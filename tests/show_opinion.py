"""What somebody makes of a page, for pictures and the audit."""

from kiosk.screens.opinion.presenter import Ears, OpinionPresenter
from kiosk.screens.opinion.screen import OpinionScreen
from kiosk.screens.places import Place
from kiosk.translation import Words


def nowhere(*_: object) -> None:
    """Tell nobody."""


def opinion(words: Words) -> tuple[OpinionPresenter, OpinionScreen]:
    return OpinionPresenter(words, Ears(nowhere, nowhere), nowhere), OpinionScreen()


def opinion_private(words: Words) -> tuple[OpinionPresenter, OpinionScreen]:
    ears = Ears(nowhere, nowhere, wants_to_know=False)
    return OpinionPresenter(words, ears, nowhere), OpinionScreen()


def opinion_said(words: Words) -> tuple[OpinionPresenter, OpinionScreen]:
    presenter, screen = opinion(words)
    presenter.wrong("ended")
    return presenter, screen


SAMPLES = {
    "opinion": (Place.OPINION, opinion),
    "opinion_private": (Place.OPINION, opinion_private),
    "opinion_said": (Place.OPINION, opinion_said),
}
