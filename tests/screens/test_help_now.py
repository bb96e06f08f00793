"""Help that cannot wait."""

from kiosk.screens.help_now.presenter import HelpNowPresenter
from kiosk.screens.reading import NothingToRead
from kiosk.translation import Words
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way


def test_it_says_that_the_screen_calls_nobody() -> None:
    band = HelpNowPresenter(Words(), NothingToRead(), Way().back).state.band

    assert band.splitlines() == [
        "This screen does not call anyone.",
        "Tell any officer now. In your cell, press the cell bell.",
    ]


def test_it_works_with_no_content_at_all() -> None:
    cards = HelpNowPresenter(Words(), NothingToRead(), Way().back).state.cards

    assert len(cards) == 4
    assert all(card.title and card.text for card in cards)


def test_the_ways_of_this_prison_stand_on_the_cards() -> None:
    cards = HelpNowPresenter(Words(), SmallCatalogue(), Way().back).state.cards

    assert cards[0].text == "Day: ask any officer. Night: press your cell bell and ask."
    assert cards[1].text == "Free from your cell phone and wing phone, day and night."


def test_a_language_without_its_own_words_gets_the_english_ways() -> None:
    cards = HelpNowPresenter(Words("pl"), SmallCatalogue(), Way().back).state.cards

    assert cards[3].text == "Tell an officer. Say it is urgent."
