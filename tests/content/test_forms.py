"""What a form must never do to the person who fills it in."""

import re
from typing import get_args

from kiosk.exchange.entries import Entry
from kiosk.exchange.forms import Form, Question
from tests.builders.house_content import the_house

NEVER_ASKED = re.compile(
    r"offence|crime|convict|guilty|hurt yourself|self.harm|suicid|overdose", re.I
)
ONLY_WE_READ = re.compile(
    r"\b(only|nobody but) (the|our|we|a)\b.{0,40}\b(read|open|see)s? (it|this)", re.I
)
REASONS = re.compile(r"\b(drug|debt|abuse|gambl|health|sex|bull)", re.I)


def entries() -> list[Entry]:
    return [one.entry for one in the_house().sources.written]


def forms() -> list[tuple[str, Entry, Form]]:
    """Each form with the page it stands on; its name and language come first."""
    return [
        (f"{entry.id}.{entry.language}", entry, entry.form)
        for entry in entries()
        if entry.form is not None
    ]


def questions() -> list[tuple[str, Question]]:
    return [(f"{name}.{q.id}", q) for name, _, form in forms() for q in form.questions]


def test_the_three_forms_are_here_in_english_and_welsh() -> None:
    names = {(entry.id, entry.language) for _, entry, _ in forms()}
    ids = {one for one, _ in names}
    assert len(ids) >= 3
    assert names >= {(one, language) for one in ids for language in ("en", "cy")}


def test_a_question_can_only_be_answered_by_touching_an_answer() -> None:
    """A cry for help in a text field would wait unread, so there is no such field."""
    assert get_args(Question.model_fields["pick"].annotation) == ("one", "any")


def test_no_question_is_about_an_offence_or_self_harm() -> None:
    assert [
        (name, text)
        for name, question in questions()
        for text in (question.text, question.hint, *(choice.text for choice in question.choices))
        if NEVER_ASKED.search(text)
    ] == []


def test_a_yes_is_left_blank_and_a_no_is_there() -> None:
    for name, question in questions():
        codes = {choice.code for choice in question.choices}
        if question.consent or {"yes", "no"} <= codes:
            assert question.optional, name
            assert "no" in codes, name


def test_a_form_about_a_home_lets_people_say_it_in_person() -> None:
    for name, _, form in forms():
        ways = {choice.code for question in form.questions for choice in question.choices}
        assert form.private or ways & {"in-person", "person"}, name


def test_an_urgent_day_asks_whether_wing_staff_may_know_the_name() -> None:
    for name, _, form in forms():
        urgent = [question.id for question in form.questions if question.urgent]
        asks = [q for q in form.questions if q.consent and q.consent.purpose == "urgent-name"]
        assert len(asks) == (1 if urgent else 0), name
        for question in asks:
            assert question.warning, name
            assert {need.question for need in question.only_if} <= set(urgent), name


def test_the_private_form_gives_nobody_away() -> None:
    private = [one for one in forms() if one[2].private]
    assert private
    for name, entry, form in private:
        assert not form.capped, f"{name}: asking to be seen is never turned down"
        texts = [q.text for q in form.questions]
        texts += [choice.text for q in form.questions for choice in q.choices]
        said = [entry.title, form.short_name, *texts]
        assert not [text for text in said if REASONS.search(text)], name


def test_no_page_says_that_nobody_else_can_read_it() -> None:
    bad = [entry.id for entry in entries() if ONLY_WE_READ.search(entry.model_dump_json())]
    assert not bad
