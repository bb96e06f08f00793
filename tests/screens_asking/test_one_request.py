"""One request with its answer."""

from kiosk.exchange.items import Reply
from kiosk.exchange.policy import FactSlot, Template, Templates
from kiosk.requests.own import OwnRow
from kiosk.requests.progress import Stage
from kiosk.screens.errand import Errand
from kiosk.screens.one_request.answer import AnswerText, answer_text
from kiosk.screens.one_request.presenter import OneRequestPresenter, Reading
from kiosk.screens.parts.shapes import LineItem
from kiosk.screens.places import Place
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import (
    NUMBER,
    Guide,
    ShortList,
    ShortStores,
    an_answer,
    an_own_request,
    progress_to,
)

TEMPLATES = Templates(
    templates=(
        Template(
            code="appointment",
            desks=("housing",),
            texts={
                "en": "You have an appointment on {day} at {time} in {room}.",
                "cy": "Mae gennych apwyntiad ar {day} am {time} yn {room}.",
                "pl": "Masz umówiony termin: {day}, godzina {time}, {room}.",
                "ar": "لديك موعد: {day}، الساعة {time}، {room}.",
            },
            slots=(
                FactSlot(name="day", type="day"),
                FactSlot(name="time", type="time"),
                FactSlot(name="room", type="room"),
            ),
        ),
        Template(
            code="read-this",
            desks=("housing",),
            texts={"en": "Read this: {entry}."},
            slots=(FactSlot(name="entry", type="entry"),),
        ),
    )
)
TITLES = {"bail-address": "A place to stay on bail"}


def said(answer: Reply, language: str = "en") -> AnswerText:
    return answer_text(answer, TEMPLATES, Words(language), lambda entry: TITLES.get(entry, ""))


def test_an_answer_is_said_with_its_facts() -> None:
    assert said(an_answer()).text == (
        "You have an appointment on Wednesday 2 December at 14:00 in room 2."
    )


def test_an_answer_in_a_machines_words_has_the_english_below() -> None:
    answer = said(an_answer(), "pl")

    assert answer.text == "Masz umówiony termin: środa, 2 grudnia, godzina 14:00, room 2."
    assert answer.english == said(an_answer()).text


def test_an_answer_in_english_or_welsh_stands_alone() -> None:
    assert (said(an_answer()).english, said(an_answer(), "cy").english) == ("", "")


def test_an_answer_that_nobody_translated_is_english_from_its_first_word_to_its_last() -> None:
    answer = said(an_answer(), "vi")

    assert answer.text == said(an_answer()).text
    assert answer.english == ""


def test_a_room_keeps_its_order_among_arabic_words() -> None:
    assert "\u2068room 2\u2069" in said(an_answer(), "ar").text


def test_an_unknown_template_sends_to_staff() -> None:
    assert said(an_answer(template="later-than-us")).text == "There is an answer. Ask staff."


def test_a_template_without_its_facts_sends_to_staff() -> None:
    assert said(an_answer(facts={})).text == "There is an answer. Ask staff."


def test_a_fact_that_looks_like_a_slot_is_not_filled_twice() -> None:
    facts = {"day": "2026-12-02", "time": "14:00", "room": "{day}"}

    assert said(an_answer(facts=facts)).text.endswith("in {day}.")


def test_a_template_in_the_persons_language_is_used() -> None:
    assert said(an_answer(), "cy").text.startswith("Mae gennych apwyntiad")


def test_an_entry_to_read_is_named_by_its_title() -> None:
    answer = said(an_answer(template="read-this", facts={"entry": "bail-address"}))

    assert answer.text == "Read this: A place to stay on bail."
    assert answer.read == (("bail-address", "A place to stay on bail"),)


class Page:
    """One request on the screen."""

    def __init__(self, request: OwnRow | None = None, *, full: bool = False) -> None:
        self.own = ShortList([request or an_own_request()], full=full)
        self.guide = Guide()
        errand = Errand(ShortStores(), asker=SignedIn(NUMBER, proven=True))
        reading = Reading(
            errand, self.own, lambda a, _: said(a), lambda _: "Any officer can tell you who."
        )
        self.screen = OneRequestPresenter(
            Words("en"), reading, "1" * 32, self.guide.to, self.guide.back
        )

    def text(self) -> str:
        state = self.screen.state
        return " ".join(
            line.text for line in (*state.answer, *state.sure) if isinstance(line, LineItem)
        )


def test_steps_say_what_is_done_and_what_is_aimed_for() -> None:
    assert [(step.text, step.done) for step in Page().screen.state.steps] == [
        ("Saved here — Sunday 22 November", True),
        ("Taken to the office — Tuesday 24 November", True),
        ("Read — by Wednesday 25 November", False),
        ("We aim to answer by Wednesday 2 December", False),
    ]


def test_the_note_stands_below_the_answer() -> None:
    page = Page(an_own_request(answer=an_answer(note="Bring your tenancy.")))

    assert page.text().endswith("Bring your tenancy.")


def test_without_an_answer_the_page_says_so() -> None:
    assert Page().text() == "There is no answer yet."


def test_a_late_request_says_who_to_ask_and_how_to_complain() -> None:
    text = Page(an_own_request(progress=progress_to(late=True))).text()

    assert "Ask a manager. Any officer can tell you who." in text
    assert "complain on paper" in text


def test_a_request_in_time_says_nothing_of_managers() -> None:
    assert "manager" not in Page().text()


def test_withdrawing_asks_first() -> None:
    page = Page()

    page.screen.withdraw()

    assert page.own.withdrawn == []
    assert page.screen.state.yes == "Yes, take it back"


def test_a_yes_takes_the_request_back() -> None:
    page = Page()
    page.screen.withdraw()

    page.screen.withdraw_for_good()

    assert page.own.withdrawn == ["1" * 32]


def test_a_second_yes_does_nothing() -> None:
    page = Page()
    page.screen.withdraw()
    page.screen.withdraw_for_good()

    page.screen.withdraw_for_good()

    assert page.own.withdrawn == ["1" * 32]


def test_a_no_keeps_the_request() -> None:
    page = Page()
    page.screen.withdraw()

    page.screen.keep()

    assert page.own.withdrawn == []
    assert page.screen.state.yes == ""


def test_taking_back_a_private_request_is_checked_in_private() -> None:
    page = Page(an_own_request(private=True))

    page.screen.withdraw()

    assert "Staff still check in private" in page.text()


def test_a_full_screen_says_so_instead_of_taking_back() -> None:
    page = Page(full=True)
    page.screen.withdraw()

    page.screen.withdraw_for_good()

    assert "This screen is full" in page.text()


def test_an_answered_request_cannot_be_taken_back() -> None:
    assert Page(an_own_request(progress=progress_to(Stage.ANSWERED))).screen.state.withdraw == ""


def test_a_covered_request_holds_nothing_of_it() -> None:
    page = Page(an_own_request(answer=an_answer()))

    page.screen.cover()

    for secret in ("K7-4QX-92", "Housing", "room 2"):
        assert secret not in repr(page.screen.state)


def test_a_request_that_is_not_on_the_list_is_not_shown() -> None:
    page = Page(an_own_request(id="2" * 32))

    assert page.screen.state.title == "This request is not on your list"


def test_an_entry_of_the_answer_can_be_opened() -> None:
    page = Page()

    page.screen.read("bail-address")

    assert page.guide.went == [(Place.ENTRY, "bail-address")]


GONE = "The page you asked from has been taken down. Your request stays."


def test_a_page_that_was_taken_down_is_told_below_the_answer() -> None:
    assert Page(an_own_request(page_gone=True)).text() == f"There is no answer yet. {GONE}"


def test_a_private_request_says_nothing_of_its_page() -> None:
    assert GONE not in Page(an_own_request(page_gone=True, private=True)).text()


def test_a_closed_request_says_nothing_of_its_page() -> None:
    closed = an_own_request(page_gone=True, progress=progress_to(Stage.CLOSED))

    assert GONE not in Page(closed).text()
