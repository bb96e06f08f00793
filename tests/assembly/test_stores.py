"""What one visit can do with requests, on real stores."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.assembly.stores import HeldForm, Keeping, ScreenStores
from kiosk.database import DatabaseBusy, DiskFault, NoRoom, StoreFault
from kiosk.exchange import canonical
from kiosk.exchange.entries import Entry
from kiosk.exchange.forms import Consent
from kiosk.exchange.packs import write_withdrawn
from kiosk.exchange.policy import Clocks, Desk, Desks, Withdrawn
from kiosk.requests.ledger import Ledger, NewItem
from kiosk.requests.sending import Chance, Sending
from kiosk.requests.wording import answers_of
from kiosk.screens.errand import SavedRequest, TurnedDown
from kiosk.visit.attempts import Attempts
from kiosk.visit.people import People, PeopleStore
from kiosk.visit.sign_in import SignedIn, SignIn
from tests.builders.exchange import (
    KIOSK,
    SITE,
    SUNDAY,
    a_form,
    a_pick,
    an_id,
)
from tests.builders.policies import a_clock
from tests.builders.stores import Wing, a_catalogue, a_publication, a_tally, a_vault, at, waiting

ME = SignedIn("A1234BC", proven=True)


DESKS = Desks(
    desks=(Desk(code="housing", names={"en": "Housing team"}, worker={"en": "housing worker"}),)
)


class Failing(Ledger):
    """A ledger on a disk that does not take the row."""

    def __init__(self, wing: Wing, fault: StoreFault) -> None:
        super().__init__(wing.database)
        self._fault = fault

    def save(self, item: NewItem) -> None:
        assert item.sealed
        raise self._fault


@contextmanager
def a_visit(
    folder: Path,
    *,
    clocks: Clocks | None = None,
    fault: StoreFault | None = None,
    form: Entry | None = None,
    withdrawn: bytes = b"",
) -> Iterator[tuple[Wing, ScreenStores]]:
    """A visit to a kiosk whose content is one form."""
    wing, vault = Wing(folder), a_vault()
    publication = a_publication(
        form or a_form(),
        withdrawn__list_dot_jsonl=withdrawn,
        policy__desks_dot_json=canonical.dump(DESKS),
        policy__clocks_dot_json=canonical.dump(clocks or Clocks(clocks=(a_clock(),))),
    )
    people = People(PeopleStore(wing.database), vault.open_people)
    door = SignIn(people, Attempts(wing.database, lambda: 0.0), vault.tag)
    sending = wing.sending
    if fault is not None:
        chance = Chance(lambda: an_id("failing"), a_pick())
        sending = Sending(Failing(wing, fault), wing.own, vault, (SITE, KIOSK), chance)
    keeping = Keeping(wing.database, wing.own, sending, door, a_tally(wing.database, sending))
    catalogue = a_catalogue(folder, publication)
    yield wing, ScreenStores(keeping, catalogue, at)
    catalogue.close()
    wing.database.close()


def answered(stores: ScreenStores) -> HeldForm:
    form = stores.start("housing-form", "en")
    assert form is not None
    while form.question is not None:
        form.choose("yes")
        form.go_on()
    return form


def test_a_filled_form_is_saved_with_its_number_and_days(tmp_path: Path) -> None:
    with a_visit(tmp_path) as (wing, stores):
        saved = stores.save(answered(stores), ME, listed=True, asked_from="")

        assert isinstance(saved, SavedRequest)
        assert saved.reader == "The housing worker"
        assert wing.ledger.count_waiting() == 1
        assert [row.reference for row in stores.of(ME)] == [saved.reference]


def test_the_page_that_a_request_came_from_can_be_taken_down(tmp_path: Path) -> None:
    gone = write_withdrawn([Withdrawn(id="talk", day=SUNDAY, reason="wrong")])
    with a_visit(tmp_path, withdrawn=gone) as (_, stores):
        stores.save(answered(stores), ME, listed=True, asked_from="talk")
        stores.save(answered(stores), ME, listed=True, asked_from="walk")

        assert sorted(row.page_gone for row in stores.of(ME)) == [False, True]


def test_in_easy_read_the_request_holds_the_words_that_were_shown(tmp_path: Path) -> None:
    """The office reads the usual words beside them."""
    with a_visit(tmp_path, form=an_easy_form()) as (_, stores):
        stores.easy = True
        form = answered(stores)
        answers = answers_of(form, form.english)

        assert [(one.words, one.english) for one in answers] == [
            ("What is it?", "Question 1?"),
            ("Question 2?", ""),
        ]
        assert [(one.words, one.english) for one in answers[0].chosen] == [("Yes, it is", "Yes")]


def test_in_the_usual_words_nothing_easy_is_asked(tmp_path: Path) -> None:
    with a_visit(tmp_path, form=an_easy_form()) as (_, stores):
        form = answered(stores)

        assert [one.words for one in answers_of(form, form.english)] == [
            "Question 1?",
            "Question 2?",
        ]


def test_what_a_person_agrees_to_keeps_its_own_words(tmp_path: Path) -> None:
    with a_visit(tmp_path, form=an_easy_form(consent=True)) as (_, stores):
        stores.easy = True
        form = stores.start("housing-form", "en")

        assert form is not None
        assert form.question is not None
        assert form.question.text == "Question 1?"


def an_easy_form(*, consent: bool = False) -> Entry:
    """A form whose first question has easy words, perhaps one to agree to."""
    entry = a_form()
    assert entry.form
    first, second = entry.form.questions
    yes, no = first.choices
    told = Consent(purpose="a-purpose", agency="Somebody", version=1) if consent else None
    easy = first.model_copy(
        update={
            "easy": "What is it?",
            "choices": (yes.model_copy(update={"easy": "Yes, it is"}), no),
            "consent": told,
        }
    )
    form = entry.form.model_copy(update={"questions": (easy, second)})
    return entry.model_copy(update={"form": form})


def test_without_a_pin_nothing_is_listed(tmp_path: Path) -> None:
    with a_visit(tmp_path) as (_, stores):
        stores.save(answered(stores), ME, listed=True, asked_from="")

        assert stores.of(SignedIn("A1234BC", proven=False)) == ()


def test_a_form_without_days_to_promise_cannot_be_begun(tmp_path: Path) -> None:
    with a_visit(tmp_path, clocks=Clocks(clocks=())) as (_, stores):
        assert stores.start("housing-form", "en") is None


def test_a_form_that_nobody_knows_cannot_be_begun(tmp_path: Path) -> None:
    with a_visit(tmp_path) as (_, stores):
        assert stores.start("no-such-form", "en") is None


def test_the_sixth_request_of_a_day_is_turned_down(tmp_path: Path) -> None:
    with a_visit(tmp_path) as (_, stores):
        for _ in range(5):
            stores.save(answered(stores), ME, listed=True, asked_from="")
        form = answered(stores)

        assert stores.why_not(ME, form.form) is TurnedDown.FIVE_TODAY
        outcome = stores.save(form, ME, listed=True, asked_from="")

        assert outcome is TurnedDown.FIVE_TODAY


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (NoRoom, TurnedDown.NO_ROOM),
        (DatabaseBusy, TurnedDown.NOT_SAVED),
        (DiskFault, TurnedDown.NOT_SAVED),
    ],
)
def test_a_fault_is_told_for_what_it_is(
    tmp_path: Path, fault: type[StoreFault], told: TurnedDown
) -> None:
    with a_visit(tmp_path, fault=fault()) as (_, stores):
        assert stores.save(answered(stores), ME, listed=True, asked_from="") is told


def test_a_new_pin_is_asked_for_under_a_number_that_can_be_one(tmp_path: Path) -> None:
    with a_visit(tmp_path) as (wing, stores):
        assert stores.ask_new_pin("A1234BC")
        assert not stores.ask_new_pin("nonsense")

        assert [item.type for item in waiting(wing.ledger)] == ["new-pin"]


def test_taking_a_request_back_is_one_more_item(tmp_path: Path) -> None:
    with a_visit(tmp_path) as (wing, stores):
        stores.save(answered(stores), ME, listed=True, asked_from="")

        assert stores.withdraw(ME, stores.of(ME)[0])

        assert not stores.of(ME)[0].can_withdraw
        assert wing.ledger.count_waiting() == 2
