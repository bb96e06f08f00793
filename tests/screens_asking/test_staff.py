"""What staff see while their stick is in."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.exchange.refusals import Refusal
from kiosk.screens.parts.lettering import Flaw
from kiosk.screens.staff.keyboards import flaw_words, keyboard_words
from kiosk.screens.staff.presenter import (
    Mood,
    StaffNotes,
    StaffPresenter,
    busy_line,
    panel_words,
    refusal_words,
)
from kiosk.screens.staff.seen import Doing, Seen, seen
from kiosk.translation import Words

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


class ShortClosing:
    """Until when the screen is closed, in memory."""

    def __init__(self) -> None:
        self.at: datetime | None = None

    def until(self) -> datetime | None:
        return self.at

    def close(self, until: datetime) -> None:
        self.at = until

    def lift(self) -> None:
        self.at = None


class Slot:
    """A stick slot that says what the test wants."""

    def __init__(self, **said: object) -> None:
        self.said = replace(Seen(doing=Doing.READING, stick=7), **said)  # type: ignore[arg-type]
        self.closing = ShortClosing()
        self.screen = StaffPresenter(Words("en"), lambda: self.said, self.closing, lambda: NOW)


def progress(**more: object) -> bytes:
    said: dict[str, object] = {"at": "2026-11-22T10:42:00Z", "step": "installing", "done": 1}
    return json.dumps(
        said | {"of": 4, "code": "", "facts": {}, "stick": 7, "counts": {}} | more
    ).encode()


def test_progress_is_read() -> None:
    assert seen(progress()) == Seen(doing=Doing.INSTALLING, done=1, of=4, stick=7)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"[]", b"7", b'{"step":"dancing"}', progress(done="x"), progress(counts=[1])],
)
def test_a_progress_file_that_cannot_be_read_is_no_stick(text: bytes) -> None:
    assert seen(text) == Seen()


def test_while_working_the_stick_stays_in() -> None:
    state = Slot().screen.state

    assert (state.mood, state.title) == (Mood.WORKING, "Leave the stick in")


def test_the_bar_grows_with_the_steps() -> None:
    shares = [
        Slot(doing=doing, done=done, of=4).screen.state.share
        for doing, done in (
            (Doing.READING, 0),
            (Doing.CHECKING, 2),
            (Doing.INSTALLING, 1),
            (Doing.INSTALLING, 4),
            (Doing.WRITING, 2),
            (Doing.DONE, 4),
        )
    ]

    assert shares == sorted(set(shares))
    assert shares[-1] == 1.0


def test_the_present_step_says_how_far_it_is() -> None:
    steps = Slot(doing=Doing.INSTALLING, done=3, of=12).screen.state.steps

    assert next(step.text for step in steps if not step.done) == "Take in new pages: 3 of 12"
    assert [step.done for step in steps] == [True, True, False, False, False]


def test_when_all_is_done_the_stick_comes_out() -> None:
    state = Slot(doing=Doing.DONE, counts={"requests": 3}).screen.state

    assert (state.mood, state.title) == (Mood.TAKE_OUT, "Take the stick out")
    assert "Sealed requests on the stick: 3" in [line.text for line in state.numbers]


def test_what_was_left_on_the_stick_is_said_when_it_comes_out() -> None:
    state = Slot(doing=Doing.DONE, code=Refusal.CONTENT_OLDER.value).screen.state

    assert (state.mood, state.title) == (Mood.TAKE_OUT, "Take the stick out")
    assert state.lead.startswith("This stick is older than what this screen has")


@pytest.mark.parametrize(
    ("counts", "title"),
    [({"pages": 0}, "Nothing has changed"), ({"pages": 3}, "Take the stick out")],
)
def test_a_stick_that_brought_something_is_never_said_to_have_changed_nothing(
    counts: dict[str, int], title: str
) -> None:
    state = Slot(doing=Doing.REFUSED, code=Refusal.STICK_FULL.value, counts=counts).screen.state

    assert (state.mood, state.title) == (Mood.REFUSED, title)


def test_a_refusal_is_said_in_its_sentence() -> None:
    state = Slot(doing=Doing.REFUSED, code=Refusal.EMPTY_STICK.value).screen.state

    assert state.mood is Mood.REFUSED
    assert state.lead.startswith("This stick is empty. Nothing has changed.")


@pytest.mark.parametrize("refusal", list(Refusal))
def test_every_refusal_can_be_said_without_its_facts(refusal: Refusal) -> None:
    assert "{" not in refusal_words(refusal.value, {}, Words("en"))


def test_an_unknown_refusal_still_says_what_to_do() -> None:
    assert "Tell the office" in refusal_words("from-the-future", {}, Words("en"))


def test_a_count_that_is_not_on_the_list_is_not_shown() -> None:
    state = Slot(doing=Doing.DONE, counts={"housing": 1}).screen.state

    assert "ousing" not in repr(state)


def test_polling_ends_when_the_stick_is_out() -> None:
    slot = Slot()
    assert slot.screen.poll()

    slot.said = Seen()

    assert not slot.screen.poll()


def test_a_stick_that_nobody_vouched_for_yet_opens_nothing() -> None:
    assert not Seen(doing=Doing.READING).stick_is_in
    assert Seen(doing=Doing.INSTALLING, stick=7).stick_is_in


def test_a_stick_that_is_turned_away_is_shown_though_nobody_vouched_for_it() -> None:
    assert Seen(doing=Doing.REFUSED, code="stick-forged").stick_is_in


def test_polling_shows_what_is_new() -> None:
    slot = Slot()
    shown: list[object] = []
    slot.screen.watch(shown.append)

    slot.screen.poll()
    slot.said = replace(slot.said, doing=Doing.DONE)
    slot.screen.poll()

    assert [state.mood for state in shown] == [Mood.TAKE_OUT]  # type: ignore[attr-defined]


def test_staff_close_the_screen_until_a_full_hour() -> None:
    slot = Slot()

    slot.screen.close("2")

    assert slot.closing.at == datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    assert slot.screen.state.closed == "Closed for now until 12:00"


def test_staff_open_the_screen_again() -> None:
    slot = Slot()
    slot.screen.close("1")

    slot.screen.close(slot.screen.state.hours[0].key)

    assert slot.closing.at is None


def test_summer_hours_are_hours_of_this_prison() -> None:
    slot = Slot()
    slot.screen = StaffPresenter(
        Words("en"),
        lambda: slot.said,
        slot.closing,
        lambda: NOW - timedelta(days=120),
    )

    assert slot.screen.state.hours[0].text == "Until 12:00"


@pytest.mark.parametrize("said", [{"stick": 0}, {"stick": 0, "doing": Doing.REFUSED}])
def test_a_stick_that_nobody_vouched_for_closes_nothing(said: dict[str, object]) -> None:
    slot = Slot(**said)

    slot.screen.close("1")

    assert slot.closing.at is None
    assert slot.screen.state.hours == ()


def test_a_person_at_the_screen_reads_one_line() -> None:
    words = Words("en")

    assert busy_line(Seen(doing=Doing.INSTALLING, stick=7), words) == (
        "Staff are updating this screen. You can carry on."
    )
    assert busy_line(Seen(), words) == ""


def test_staff_read_that_the_panel_cannot_be_what_was_measured() -> None:
    slot = Slot()
    note = panel_words((), Words("en"), assumed=True)
    slot.screen = StaffPresenter(
        Words("en"),
        lambda: slot.said,
        slot.closing,
        lambda: NOW,
        StaffNotes(panel=lambda _: note),
    )

    assert note.startswith("The measured size of this panel cannot be right.")
    assert note in [line.text for line in slot.screen.state.numbers]


def test_staff_read_which_settings_were_left_out() -> None:
    said = panel_words(("dpi", "turned"), Words("en"), assumed=False)

    assert said.startswith("These settings make no sense and are left out: dpi, turned.")


def test_of_a_panel_that_is_right_nothing_is_said() -> None:
    assert panel_words((), Words("en"), assumed=False) == ""


def test_staff_read_which_keyboard_is_broken() -> None:
    slot = Slot()
    note = flaw_words("pl", Flaw.TWICE, Words("en"))
    slot.screen = StaffPresenter(
        Words("en"),
        lambda: slot.said,
        slot.closing,
        lambda: NOW,
        StaffNotes(keyboards=lambda _: note),
    )

    assert note in [line.text for line in slot.screen.state.numbers]


def test_of_keyboards_that_are_whole_nothing_is_said() -> None:
    assert keyboard_words(Words("en")) == ""
