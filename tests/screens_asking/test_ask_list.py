"""Which forms can be asked with."""

from kiosk.screens.ask_list.presenter import AskListPresenter, FormCard
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.asking import Guide

HOUSING = FormCard("housing-help", "A place to live", "Keep your home or find one", "house")
PRIVATE = FormCard("private-talk", "A private talk", "With somebody you can trust", "chats-circle")


def a_list(guide: Guide, *forms: FormCard) -> AskListPresenter:
    return AskListPresenter(Words("en"), lambda _: forms, guide.to, guide.back)


def test_every_form_is_a_tile_of_the_same_kind() -> None:
    tiles = a_list(Guide(), HOUSING, PRIVATE).state.tiles

    assert [tile.title for tile in tiles] == ["A place to live", "A private talk"]
    assert not any(tile.go for tile in tiles)


def test_touching_a_form_opens_its_notice() -> None:
    guide = Guide()

    a_list(guide, HOUSING).ask("housing-help")

    assert guide.went == [(Place.NOTICE, "housing-help")]


def test_without_any_form_the_screen_says_what_to_do() -> None:
    state = a_list(Guide()).state

    assert "form on paper" in state.empty
    assert state.lead == ""
