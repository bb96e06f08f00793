"""The facts of an entry in words."""

from datetime import date

import pytest

from kiosk.exchange.blocks import (
    Block,
    CodesValue,
    CountValue,
    DayValue,
    Fact,
    Label,
    Paragraph,
    PenceValue,
    TextValue,
    TimesValue,
    Unit,
    Value,
)
from kiosk.exchange.policy import Term, Vocabulary
from kiosk.screens.entry.facts import fact_line, together
from kiosk.screens.entry.values import value_words
from kiosk.translation import Words

TAKES = Vocabulary(
    name="accepts",
    terms=(
        Term(code="single", names={"en": "Single people", "cy": "Pobl sengl"}),
        Term(code="pets", names={"en": "With a pet"}),
    ),
)


def said(value: Value, language: str = "en") -> str:
    return value_words(value, Words(language), {"accepts": TAKES})


def a_fact(text: str, label: Label = Label.HOURS) -> Fact:
    return Fact(label=label, value=TextValue(text=text))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (PenceValue(pence=1221, up_to=1350, each="hour"), "£12.21 to £13.50 an hour"),
        (PenceValue(pence=9500, each="week", note="Most get help."), "£95 a week. Most get help."),
        (CountValue(number=1, unit="weeks"), "1 week"),
        (CountValue(number=6, up_to=8, unit="weeks"), "6 to 8 weeks"),
        (CountValue(number=37, quarters=2, unit="hours-a-week"), "37.5 hours a week"),
        (CountValue(number=8), "8"),
        (
            TimesValue(days=(1, 3), start="09:30", end="11:00"),
            "Tuesday and Thursday, 9:30 to 11:00",
        ),
        (TimesValue(days=(0, 1, 2, 3, 4), start="07:45"), "Monday to Friday, 7:45"),
        (TimesValue(days=tuple(range(7)), start="17:15"), "Every day, 17:15"),
        (TimesValue(days=(2,), every=2, start="10:00"), "Every 2 weeks, Wednesday, 10:00"),
        (
            TimesValue(day=date(2026, 12, 10), start="09:30", end="11:30"),
            "Thursday 10 December, 9:30 to 11:30",
        ),
        (CodesValue(list="accepts", codes=("single", "pets")), "Single people · With a pet"),
        (CodesValue(list="accepts", codes=("unknown",)), "unknown"),
    ],
)
def test_a_value_is_said_in_words(value: Value, words: str) -> None:
    assert said(value) == words


def test_a_value_is_said_in_the_persons_language() -> None:
    assert said(CodesValue(list="accepts", codes=("single",)), "cy") == "Pobl sengl"
    assert said(CountValue(number=5, unit="weeks"), "pl") == "5 tygodni"


@pytest.mark.parametrize("unit", ["minutes", "hours", "days", "weeks", "months", "years"])
def test_every_unit_is_counted(unit: Unit) -> None:
    assert said(CountValue(number=2, unit=unit)) == f"2 {unit}"


def test_facts_of_one_label_stand_together() -> None:
    blocks: tuple[Block, ...] = (a_fact("40"), a_fact("Nights"), a_fact("£9", Label.PAY))

    assert [len(run) for run in together(blocks)] == [2, 1]


def test_facts_with_something_between_them_stay_apart() -> None:
    blocks: tuple[Block, ...] = (a_fact("40"), Paragraph(text="Between."), a_fact("Nights"))

    assert [len(run) for run in together(blocks)] == [1, 1, 1]


def test_paragraphs_stay_apart() -> None:
    assert len([*together((Paragraph(text="One."), Paragraph(text="Two.")))]) == 2


def test_what_stands_together_is_said_as_sentences() -> None:
    line = fact_line((a_fact("40 hours"), a_fact("From 6:00."), a_fact("Nights")), Words(), {})

    assert line.text == "Hours  40 hours. From 6:00. Nights"
    assert line.strong == ("Hours",)


def test_a_time_with_a_name_stands_under_its_name() -> None:
    gym = Fact(label=Label.WHEN, value=TimesValue(what="A wing", days=(0,), start="17:15"))

    assert fact_line((gym,), Words(), {}).text == "A wing  Monday, 17:15"
    assert [len(run) for run in together((gym, gym))] == [1, 1]


def test_a_day_is_said_with_its_year() -> None:
    assert said(DayValue(day=date(2027, 1, 15))) == "15 January 2027"
