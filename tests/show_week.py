"""Makes the screens about the week on a wing, for pictures."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import tests.stage  # isort: skip  # noqa: F401  the text engine comes before the first widget

from kiosk.catalogue.week import Week
from kiosk.exchange.entries import Kind
from kiosk.screens.attract.board import Board
from kiosk.screens.attract.presenter import AttractPresenter, Wall
from kiosk.screens.attract.screen import AttractScreen
from kiosk.screens.places import Place
from kiosk.screens.week.presenter import WeekOf, WeekPresenter
from kiosk.screens.week.screen import WeekScreen
from kiosk.translation import Words, languages
from tests.builders.reading import a_card
from tests.builders.week import RECURRING, SUNDAY, a_full_week

Made = tuple[Any, Any]


def _nowhere(*_: object, **__: object) -> None:
    """Go nowhere: these pictures stand still."""


def attract(words: Words) -> Made:
    week = a_full_week()
    notice = a_card("water", title="Water off tonight", kind=Kind.NOTICE)
    board = Board(
        "B",
        week.on(week.first),
        (replace(notice, summary="From 22:00 to 6:00. Fill a bottle."),),
        (a_card("id", title="Birth certificate, ID card, bank account", kind=Kind.FORM),),
        RECURRING,
    )
    return _attract(words, board)


def attract_bare(words: Words) -> Made:
    return _attract(words, Board())


def _attract(words: Words, board: Board) -> Made:
    wall = Wall(lambda: board, lambda: "09:00", lambda: 0.0)
    tongues = tuple((code, Words(code).name) for code in languages())
    presenter = AttractPresenter(words, tongues, wall, _nowhere, _nowhere)
    presenter.poll()
    return presenter, AttractScreen()


def week(words: Words) -> Made:
    return _week(words, a_full_week())


def week_empty(words: Words) -> Made:
    return _week(words, Week(SUNDAY))


def _week(words: Words, laid_out: Week) -> Made:
    week_of = WeekOf("B", lambda _: laid_out, RECURRING)
    return WeekPresenter(words, week_of, _nowhere, _nowhere), WeekScreen()


SAMPLES: dict[str, tuple[Place, Callable[[Words], Made]]] = {
    "attract": (Place.ATTRACT, attract),
    "attract_bare": (Place.ATTRACT, attract_bare),
    "week": (Place.WEEK, week),
    "week_empty": (Place.WEEK, week_empty),
}
