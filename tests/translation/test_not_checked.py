"""What a machine translated is marked, and never stands where it must not."""

from datetime import date

import pytest

from kiosk.catalogue.cards import Shown
from kiosk.requests.asking import AskingForm
from kiosk.screens.entry.presenter import Asking, EntryPresenter
from kiosk.screens.errand import Errand
from kiosk.screens.frame.presenter import Doors, FramePresenter
from kiosk.screens.help_now.presenter import HelpNowPresenter
from kiosk.screens.notice.presenter import NoticePresenter
from kiosk.screens.notice.service import Service
from kiosk.screens.parts.shapes import BandItem
from kiosk.screens.question.presenter import QuestionPresenter
from kiosk.screens.reading import NothingToRead
from kiosk.translation import Words, languages
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import NUMBER, Guide, ShortStores, a_consent, a_form, a_question
from tests.builders.reading import an_entry
from tests.builders.small_catalogue import SmallCatalogue

DAY = date(2026, 12, 2)
MACHINE_MADE = [one for one in languages() if not Words(one).checked and one != "cy"]
POLISH = "Poproś o tłumacza"


class InEnglish(AskingForm):
    """A form that stands in English for somebody who reads another language."""

    @property
    def in_english(self) -> bool:
        return True


def nowhere(*_: object, **__: object) -> None:
    """Go nowhere."""


def frame(language: str) -> FramePresenter:
    return FramePresenter(Words(language), Doors(nowhere, nowhere, nowhere, nowhere))


def notice(language: str) -> NoticePresenter:
    def service(_: str) -> Service:
        return Service("housing", "Housing help", "The housing team", "", "12 months")

    return NoticePresenter(Words(language), service, lambda: True, nowhere, nowhere)


def question(language: str, form: AskingForm) -> QuestionPresenter:
    errand = Errand(ShortStores(), SignedIn(NUMBER, proven=True), form)
    return QuestionPresenter(Words(language), errand, Guide().to, Guide().back)


def bands(language: str, *, said_in: str) -> list[str]:
    shown = Shown(an_entry(), said_in, stale=False)
    presenter = EntryPresenter(
        Words(language),
        SmallCatalogue(entries={"housing-help": shown}),
        Asking(lambda *_: None, lambda *_: None),
        "housing-help",
        go_to=nowhere,
        go_back=nowhere,
    )
    return [block.text for block in presenter.state.blocks if isinstance(block, BandItem)]


@pytest.mark.parametrize("language", ["cy", *MACHINE_MADE])
def test_the_frame_says_that_a_translation_is_not_checked(language: str) -> None:
    said = frame(language).state.unchecked

    assert said == Words(language)("This translation has not been checked.")
    assert said


def test_the_frame_says_nothing_of_english() -> None:
    assert frame("en").state.unchecked == ""


@pytest.mark.parametrize("language", MACHINE_MADE)
def test_help_now_is_english_where_a_machine_translated(language: str) -> None:
    machine = HelpNowPresenter(Words(language), NothingToRead(), nowhere).state
    english = HelpNowPresenter(Words("en"), NothingToRead(), nowhere).state

    assert (machine.band, machine.cards) == (english.band, english.cards)


@pytest.mark.parametrize("language", MACHINE_MADE)
def test_help_now_offers_an_interpreter_in_the_persons_language(language: str) -> None:
    offered = HelpNowPresenter(Words(language), NothingToRead(), nowhere).state.interpreter

    assert offered == Words(language)("Ask for an interpreter")
    assert offered != "Ask for an interpreter"


def test_help_now_is_in_welsh() -> None:
    state = HelpNowPresenter(Words("cy"), NothingToRead(), nowhere).state

    assert state.band.startswith("Nid yw'r sgrin hon yn galw neb.")
    assert state.interpreter == ""


def test_the_notice_is_english_where_a_machine_translated() -> None:
    offer, *lines = notice("pl").state.lines

    assert offer.text == POLISH
    assert [line.text for line in lines] == [line.text for line in notice("en").state.lines]


def test_the_notice_is_in_welsh() -> None:
    assert notice("cy").state.lines[0].text.startswith("The housing team sy'n darllen hwn.")


def test_a_consent_offers_an_interpreter() -> None:
    assert question("pl", AskingForm(a_form(a_consent()))).state.note == POLISH + "."


def test_a_consent_in_english_offers_none_to_who_reads_english() -> None:
    assert question("en", AskingForm(a_form(a_consent()))).state.note == ""


def test_questions_in_english_say_so() -> None:
    note = question("pl", InEnglish(a_form(a_question()))).state.note

    assert note == f"Tych pytań nie ma jeszcze po polsku. Oto one po angielsku. {POLISH}."


def test_a_page_in_english_says_so_in_the_persons_language() -> None:
    said = bands("pl", said_in="en")

    assert said == ["Brak polskiej wersji. Oto angielska."]


def test_a_page_in_the_persons_language_says_nothing() -> None:
    assert bands("en", said_in="en") == []
