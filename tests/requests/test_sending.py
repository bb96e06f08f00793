"""A request is sealed, numbered, promised, then saved once."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.exchange.forms import Choice, Consent, Question
from kiosk.exchange.items import (
    Item,
    NewPinItem,
    RequestItem,
    WithdrawalItem,
    item_from_text,
)
from kiosk.exchange.policy import Clocks
from kiosk.exchange.references import is_reference
from kiosk.exchange.sealing import Context, Purpose, open_for_desk, open_for_recovery, open_outer
from kiosk.requests.asking import AskingForm
from kiosk.requests.sending import Asked, CannotAsk, Rules, TooManyToday, clock_of
from tests.builders.exchange import (
    KIOSK,
    SITE,
    SUNDAY,
    a_form,
    an_id,
)
from tests.builders.policies import a_clock
from tests.builders.publisher import opening
from tests.builders.stores import Wing, at, the_rules, waiting

ME = "A1234BC"


def opened(wing: Wing, desk: str = "housing") -> Item:
    """Read the newest thing that waits, as its desk does."""
    item = waiting(wing.ledger)[-1]
    context = Context(Purpose.ITEM_OUTER, SITE, KIOSK, item.id)
    outer = open_outer(item.sealed, opening("collecting-mvx"), context)
    assert outer.desk == desk
    text = open_for_desk(outer, opening(f"desk-{desk}"), context)
    assert open_for_recovery(outer, opening("recovery"), context) == text
    return item_from_text(item.type, text, item.id)


def request_in(wing: Wing) -> RequestItem:
    item = opened(wing)
    assert isinstance(item, RequestItem)
    return item


def a_question(name: str, *codes: str, **fields: object) -> Question:
    choices = tuple(Choice(code=code, text=code.capitalize()) for code in codes or ("yes", "no"))
    return Question.model_validate({"id": name, "text": f"{name}?", "choices": choices, **fields})


def test_the_desk_reads_what_was_on_the_screen(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    item = request_in(wing)
    assert (item.reference, item.person, item.title) == (saved.reference, ME, "Housing")
    assert [(a.words, a.chosen[0].words) for a in item.answers] == [
        ("Question 1?", "Yes"),
        ("Question 2?", "Yes"),
    ]


def test_the_number_is_a_right_one_and_new_each_time(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    numbers = [wing.ask().reference for _ in range(3)]
    assert all(map(is_reference, numbers))
    assert len(set(numbers)) == 3


def test_a_number_that_is_taken_is_drawn_again(tmp_path: Path) -> None:
    first = Wing(tmp_path, name="one")
    taken = first.ask().reference
    same_luck = Wing(tmp_path, first.database, name="two")
    assert same_luck.ask().reference != taken


def test_the_days_promised_are_the_days_sent(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask()
    promised = request_in(wing).promised
    assert (promised.read_by, promised.answer_by) == (saved.promise.read, saved.promise.answered)
    assert promised.answer_by == date(2026, 12, 2)


def test_five_a_day_and_no_more(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for _ in range(5):
        wing.ask()
    with pytest.raises(TooManyToday):
        wing.ask()
    assert wing.ledger.count_waiting() == 5


def test_the_next_day_begins_anew(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for _ in range(5):
        wing.ask()
    wing.ask(day=SUNDAY + timedelta(days=1))
    assert wing.ledger.count_waiting() == 6


def test_another_person_has_their_own_five(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for _ in range(5):
        wing.ask()
    wing.ask("B5678CD")
    assert wing.ledger.count_waiting() == 6


def test_asking_to_be_seen_is_never_refused(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for _ in range(7):
        wing.ask(capped=False)
    assert wing.ledger.count_waiting() == 7


def test_what_does_not_count_takes_nothing_from_the_five(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for capped in (False, False, True, True, True, True, True):
        wing.ask(capped=capped)
    assert wing.ledger.count_waiting() == 7


def test_nobody_uses_up_your_five_without_your_pin(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for _ in range(5):
        wing.ask(proven=False)
    wing.ask(proven=True)
    assert wing.ledger.count_waiting() == 6


def test_hidden_requests_count_too(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    for _ in range(5):
        wing.ask(listed=False)
    with pytest.raises(TooManyToday):
        wing.ask()


@pytest.mark.parametrize(
    ("proven", "private", "way"),
    [
        (True, False, "screen"),
        (False, False, "envelope"),
        (True, True, "in-person"),
        (False, True, "in-person"),
    ],
)
def test_an_unproven_number_is_never_answered_on_the_screen(
    tmp_path: Path, proven: bool, private: bool, way: str
) -> None:
    wing = Wing(tmp_path)
    wing.ask(proven=proven, private=private)
    assert request_in(wing).answer_way == way


def test_the_way_that_was_chosen_is_kept(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    question = a_question("answer-by", "yes", "person")
    form = a_form().form
    assert form is not None
    hand = AskingForm(form.model_copy(update={"questions": (question,)}))
    hand.choose("person")
    hand.go_on()
    wing.sending.send(Asked("f", "0" * 64, hand, "en", ME, proven=True), the_rules(), at())
    assert request_in(wing).answer_way == "in-person"


TELL = Consent(purpose="council", agency="The council", version=3)


@pytest.mark.parametrize(("code", "given"), [("yes", [True]), ("no", [False])])
def test_a_consent_is_sent_as_it_was_said(tmp_path: Path, code: str, given: list[bool]) -> None:
    wing = Wing(tmp_path)
    send_with(wing, a_question("tell", optional=True, consent=TELL), code)
    item = request_in(wing)
    assert [agreement.given for agreement in item.consents] == given
    assert item.consents[0].version == 3


def test_a_consent_left_blank_is_no_consent(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    send_with(wing, a_question("tell", optional=True, consent=TELL), "")
    assert request_in(wing).consents == ()


@pytest.mark.parametrize(("code", "said"), [("yes", True), ("no", False), ("", False)])
def test_wing_staff_are_told_a_name_only_after_a_yes(tmp_path: Path, code: str, said: bool) -> None:
    wing = Wing(tmp_path)
    name = TELL.model_copy(update={"purpose": "urgent-name"})
    send_with(wing, a_question("name", optional=True, consent=name), code)
    assert request_in(wing).may_give_name is said


def test_a_name_that_was_not_asked_about_is_neither(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    assert request_in(wing).may_give_name is None


def test_english_stands_beside_another_language(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    welsh = a_question("tell").model_copy(update={"text": "Beth?"})
    form = a_form().form
    assert form is not None
    hand = AskingForm(form.model_copy(update={"questions": (welsh,)}))
    hand.choose("yes")
    hand.go_on()
    asked = Asked("f", "0" * 64, hand, "cy", ME, proven=True, english=(a_question("tell"),))
    wing.sending.send(asked, the_rules(), at())
    (answer,) = request_in(wing).answers
    assert (answer.words, answer.english, answer.chosen[0].english) == ("Beth?", "tell?", "")


def test_a_wrong_clock_is_told(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    form = a_form().form
    assert form is not None
    hand = AskingForm(form.model_copy(update={"questions": ()}))
    asked = Asked("f", "0" * 64, hand, "en", ME, proven=True)
    wing.sending.send(asked, the_rules(), at(held=False))
    assert not request_in(wing).clock_held


def test_without_a_clock_nothing_is_promised_or_saved(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    with pytest.raises(CannotAsk):
        wing.ask(clock="unheard-of")
    assert wing.ledger.count_waiting() == 0


def test_without_a_key_of_the_desk_nothing_is_saved(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    with pytest.raises(CannotAsk):
        wing.ask(desk="unheard-of")
    assert wing.ledger.count_waiting() == 0


def test_of_two_clocks_the_one_of_the_day_counts() -> None:
    old = a_clock().model_copy(update={"valid_to": date(2026, 11, 30), "answered": 7})
    new = a_clock().model_copy(update={"valid_from": date(2026, 12, 1), "answered": 5})
    clocks = Clocks(clocks=(old, new))
    assert clock_of(clocks, "housing", date(2026, 11, 30)).answered == 7
    assert clock_of(clocks, "housing", date(2026, 12, 1)).answered == 5


def test_taking_back_goes_to_the_same_desk(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    saved = wing.ask(desk="private", private=True)
    later = at(SUNDAY + timedelta(days=1))
    assert wing.sending.withdraw(saved.id, the_rules(), later, proven=True)
    item = opened(wing, "private")
    assert isinstance(item, WithdrawalItem)
    assert (item.request, item.reference, item.person) == (saved.id, saved.reference, ME)


def test_what_was_not_asked_here_cannot_be_taken_back_here(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    assert not wing.sending.withdraw(an_id("elsewhere"), the_rules(), at(), proven=True)


def test_a_new_pin_is_asked_for_at_the_front_desk(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.sending.ask_new_pin(ME, "cy", the_rules(), at())
    item = opened(wing)
    assert isinstance(item, NewPinItem)
    assert (item.person, item.language) == (ME, "cy")


def test_every_sealed_request_has_the_same_length(tmp_path: Path) -> None:
    wing = Wing(tmp_path)
    wing.ask()
    wing.ask(short_name="A much longer name for the same kind of form")
    assert len({len(item.sealed) for item in waiting(wing.ledger)}) == 1


def send_with(wing: Wing, question: Question, code: str, rules: Rules | None = None) -> None:
    form = a_form().form
    assert form is not None
    hand = AskingForm(form.model_copy(update={"questions": (question,)}))
    if code:
        hand.choose(code)
    hand.go_on()
    asked = Asked("f", "0" * 64, hand, "en", ME, proven=True)
    wing.sending.send(asked, rules or the_rules(), at())
