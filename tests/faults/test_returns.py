"""Answers that are lost, old, forged or for somebody else; an office that forgot."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exchange.refusals import SENTENCES, Refusal
from kiosk.exchange.return_bundle import Mail, Receipt, State
from tests.builders.exchange import SUNDAY, a_publisher, a_return, an_entry, an_id
from tests.builders.kiosks import an_enrolled_kiosk, ask, looked
from tests.builders.small_office import SmallOffice, sealed_mail
from tests.builders.sticks import a_bare_stick, a_wing_stick, put_return
from tests.faults.broken_rounds import Story
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults
APPLIED = 5
"""The number of the last return that the kiosk has applied."""


@pytest.fixture(scope="module")
def story(shared_room: Path, nursery: Nursery) -> Story:
    """A kiosk with content and the office's fifth return, and a bare stick of its site."""
    home = shared_room / "story"
    data, stick = an_enrolled_kiosk(home / "data"), home / "stick"
    items = ask(data, "one", "two")
    a_wing_stick(stick)
    assert nursery.run("visit", data=data, stick=stick).status == 0
    office = SmallOffice(seq=APPLIED - 1)
    office.collect(stick)
    office.items.pop(an_id("two"))
    office.answer(stick)
    assert nursery.run("visit", data=data, stick=stick).status == 0
    now = looked(data)
    assert (now.stand.last_return, now.waiting) == (APPLIED, (an_id("two"),))
    ids = frozenset(item.id for item in items)
    return Story(home, office, ids, frozenset({an_id("one")}), now)


@pytest.fixture
def trial(story: Story, room: Path) -> Story:
    trial = story.copy(room / "trial")
    a_bare_stick(trial.bare)
    return trial


def forged(trial: Story) -> None:
    put_return(trial.bare, a_return(APPLIED + 1), office="somebody")


def signed_by_another_site(trial: Story) -> None:
    put_return(trial.bare, a_return(APPLIED + 1), office="office-mvy")


def one_bit_changed(trial: Story) -> None:
    file = put_return(trial.bare, a_return(APPLIED + 1))
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(data)


def cut_short(trial: Story) -> None:
    file = put_return(trial.bare, a_return(APPLIED + 1))
    file.write_bytes(file.read_bytes()[:-10])


def eight_gigabytes(trial: Story) -> None:
    os.truncate(put_return(trial.bare, a_return(APPLIED + 1)), 8 * 1024**3)


def mail_for_another_kiosk(trial: Story) -> None:
    mail = sealed_mail(Mail(), APPLIED + 1, kiosk="MVX-03")
    put_return(trial.bare, a_return(APPLIED + 1).model_copy(update={"mail": mail}))


def mail_of_another_number(trial: Story) -> None:
    mail = sealed_mail(Mail(), APPLIED + 2)
    put_return(trial.bare, a_return(APPLIED + 1).model_copy(update={"mail": mail}))


REFUSED: dict[Callable[[Story], None], Refusal] = {
    forged: Refusal.RETURN_FORGED,
    signed_by_another_site: Refusal.RETURN_FORGED,
    one_bit_changed: Refusal.RETURN_FORGED,
    cut_short: Refusal.RETURN_BROKEN,
    eight_gigabytes: Refusal.RETURN_TOO_BIG,
    mail_for_another_kiosk: Refusal.SEAL_WRONG,
    mail_of_another_number: Refusal.SEAL_WRONG,
}


@pytest.mark.parametrize(("make", "code"), REFUSED.items(), ids=lambda v: getattr(v, "__name__", v))
def test_answers_that_cannot_be_believed_turn_the_stick_away(
    make: Callable[[Story], None], code: Refusal, trial: Story, nursery: Nursery
) -> None:
    make(trial)
    before = looked(trial.data)

    ended = nursery.run("visit", data=trial.data, stick=trial.bare)

    assert (ended.status, ended.said["code"]) == (3, code)
    after = looked(trial.data)
    assert after.rows == before.rows
    assert after.register == (*before.register, ("refused", {"code": code, **where(ended.said)}))
    assert not (trial.bare / "SIGNPOST/requests").exists()


def where(said: dict[str, dict[str, object]]) -> dict[str, object]:
    return {"stick": said["stick"], **said["facts"]}


def older(trial: Story) -> None:
    put_return(trial.bare, a_return(APPLIED - 1))


def for_another_kiosk_under_our_name(trial: Story) -> None:
    put_return(trial.bare, a_return(6, kiosk="MVX-03"), name="MVX-02-000006.return")


def of_another_epoch(trial: Story) -> None:
    put_return(trial.bare, a_return(APPLIED + 1, epoch="0" * 32))


LEFT: dict[Callable[[Story], None], Refusal] = {
    older: Refusal.RETURN_OLD,
    for_another_kiosk_under_our_name: Refusal.RETURN_OF_ANOTHER_KIOSK,
    of_another_epoch: Refusal.RETURN_OF_ANOTHER_EPOCH,
}


@pytest.mark.parametrize(("make", "code"), LEFT.items(), ids=lambda v: getattr(v, "__name__", v))
def test_answers_that_came_to_the_wrong_place_stay_on_the_stick_and_requests_go_out(
    make: Callable[[Story], None], code: Refusal, trial: Story, nursery: Nursery
) -> None:
    make(trial)
    before = looked(trial.data)

    ended = nursery.run("visit", data=trial.data, stick=trial.bare)

    assert (ended.status, ended.said["notes"]) == (0, [code])
    assert SENTENCES[code].rpartition(". ")[2] in ended.said["sentence"]
    after = looked(trial.data)
    untouched = ("requests", "states", "replies", "people", "shelf")
    assert {t: after.rows[t] for t in untouched} == {t: before.rows[t] for t in untouched}
    assert [kind for kind, _ in after.register[len(before.register) :]] == ["refused", "carried"]
    trial.office.collect(trial.bare)
    assert set(trial.office.items) == trial.ids


def test_the_same_answers_twice_change_nothing(trial: Story, nursery: Nursery) -> None:
    put_return(trial.bare, a_return(APPLIED))
    before = looked(trial.data)

    ended = nursery.run("visit", data=trial.data, stick=trial.bare)

    assert (ended.status, ended.said["notes"]) == (0, [])
    assert looked(trial.data).rows["states"] == before.rows["states"]


def test_answers_for_other_kiosks_are_not_even_opened(trial: Story, nursery: Nursery) -> None:
    (trial.bare / "SIGNPOST/returns").mkdir()
    os.mkfifo(trial.bare / "SIGNPOST/returns/MVX-03-000009.return")

    assert nursery.run("visit", data=trial.data, stick=trial.bare).status == 0


def test_answers_about_requests_that_nobody_here_asked_are_passed_over(
    trial: Story, nursery: Nursery
) -> None:
    nobody = an_id("nobody")
    mail = Mail(
        receipts=(
            Receipt(id=nobody, sha256="0" * 64, day=SUNDAY),
            *(Receipt(id=i, sha256=h, day=SUNDAY) for i, h in trial.office.items.items()),
        ),
        states=(State(id=nobody, state="answered", day=SUNDAY),),
    )
    sealed = sealed_mail(mail, APPLIED + 1)
    put_return(trial.bare, a_return(APPLIED + 1).model_copy(update={"mail": sealed}))

    ended = nursery.run("visit", data=trial.data, stick=trial.bare)

    now = looked(trial.data)
    assert (ended.status, now.stand.last_return) == (0, APPLIED + 1)
    assert nobody not in {row[0] for table in ("requests", "states") for row in now.rows[table]}
    assert now.waiting == (an_id("two"),)


def test_a_forged_return_keeps_the_content_beside_it_out_too(
    trial: Story, nursery: Nursery
) -> None:
    publisher = a_publisher(an_entry(title="New title"))
    publisher.version = 1
    a_wing_stick(trial.bare, publisher)
    put_return(trial.bare, a_return(APPLIED + 1), office="somebody")

    assert nursery.run("visit", data=trial.data, stick=trial.bare).status == 3
    assert looked(trial.data).version == 1


def test_a_bundle_that_is_lost_for_ever_costs_nothing(trial: Story, nursery: Nursery) -> None:
    ask(trial.data, "three")
    nursery.run("visit", data=trial.data, stick=trial.bare)
    (lost,) = (trial.bare / "SIGNPOST/requests").iterdir()
    lost.unlink()

    nursery.run("visit", data=trial.data, stick=trial.bare)

    trial.office.collect(trial.bare)
    assert set(trial.office.items) == {*trial.ids, an_id("three")}


def test_answers_that_are_lost_for_ever_cost_nothing(trial: Story, nursery: Nursery) -> None:
    """The next ones are a whole picture again, though their number is two higher."""
    nursery.run("visit", data=trial.data, stick=trial.bare)
    trial.office.collect(trial.bare)
    trial.office.answer(trial.bare)
    (lost,) = (trial.bare / "SIGNPOST/returns").iterdir()
    lost.unlink()
    trial.office.answer(trial.bare)

    ended = nursery.run("visit", data=trial.data, stick=trial.bare)

    now = looked(trial.data)
    assert (ended.status, now.stand.last_return, now.waiting) == (0, APPLIED + 2, ())


def test_answers_for_last_week_that_turn_up_late_change_nothing(
    trial: Story, nursery: Nursery
) -> None:
    nursery.run("visit", data=trial.data, stick=trial.bare)
    trial.office.collect(trial.bare)
    late = trial.office.answer(trial.bare)
    trial.office.answer(trial.bare)
    nursery.run("visit", data=trial.data, stick=trial.bare)
    before = looked(trial.data)
    shutil.rmtree(trial.bare / "SIGNPOST/returns")
    put_return(trial.bare, late)

    ended = nursery.run("visit", data=trial.data, stick=trial.bare)

    assert (ended.status, ended.said["notes"]) == (0, ["return-old"])
    assert looked(trial.data).rows["states"] == before.rows["states"]
    assert looked(trial.data).stand.last_return == before.stand.last_return


def test_an_office_restored_from_last_weeks_backup_gets_everything_again(
    trial: Story, nursery: Nursery
) -> None:
    nursery.run("visit", data=trial.data, stick=trial.bare)
    trial.office.collect(trial.bare)
    trial.office.answer(trial.bare)
    nursery.run("visit", data=trial.data, stick=trial.bare)
    assert looked(trial.data).waiting == ()
    restored = SmallOffice()

    restored.collect(trial.bare)
    restored.items.clear()
    restored.answer(trial.bare)
    nursery.run("visit", data=trial.data, stick=trial.bare)

    restored.collect(trial.bare)
    assert set(restored.items) == trial.ids
    restored.answer(trial.bare)
    nursery.run("visit", data=trial.data, stick=trial.bare)
    assert looked(trial.data).waiting == ()


def test_two_requests_of_one_day_are_taken_in_once_however_often_they_are_carried(
    trial: Story, nursery: Nursery
) -> None:
    for _ in range(3):
        nursery.run("visit", data=trial.data, stick=trial.bare)
        trial.office.collect(trial.bare)

    assert len(trial.office.items) == 2
    assert len(trial.office.bundles) == 4
