"""What a form must never do to the person who fills it in."""

import re
from datetime import date
from typing import get_args

import pytest

from admin_tools.authoring.check import check
from kiosk.exchange.entries import Entry
from kiosk.exchange.forms import Form, Question
from tests.architecture.house import HOUSE

TODAY = date(2026, 11, 22)
ENTRIES = [one.entry for one in check(HOUSE / "content", TODAY).sources.written]
FORMS = [(entry, entry.form) for entry in ENTRIES if entry.form is not None]
ASKED = [
    (f"{entry.id}.{entry.language}.{q.id}", q) for entry, form in FORMS for q in form.questions
]
NEVER_ASKED = re.compile(
    r"offence|crime|convict|guilty|hurt yourself|self.harm|suicid|overdose", re.I
)
ONLY_WE_READ = re.compile(
    r"\b(only|nobody but) (the|our|we|a)\b.{0,40}\b(read|open|see)s? (it|this)", re.I
)

every_form = pytest.mark.parametrize(
    ("entry", "form"), FORMS, ids=[f"{entry.id}.{entry.language}" for entry, _ in FORMS]
)
every_question = pytest.mark.parametrize(
    "question", [question for _, question in ASKED], ids=[name for name, _ in ASKED]
)


def test_the_three_forms_are_here_in_english_and_welsh() -> None:
    names = {(entry.id, entry.language) for entry, _ in FORMS}
    forms = {form for form, _ in names}
    assert len(forms) >= 3
    assert names >= {(form, language) for form in forms for language in ("en", "cy")}


def test_a_question_can_only_be_answered_by_touching_an_answer() -> None:
    """A cry for help in a text field would wait unread, so there is no such field."""
    assert get_args(Question.model_fields["pick"].annotation) == ("one", "any")


@every_question
def test_no_question_is_about_an_offence_or_self_harm(question: Question) -> None:
    said = [question.text, question.hint, *(choice.text for choice in question.choices)]
    assert not [text for text in said if NEVER_ASKED.search(text)]


@every_question
def test_a_yes_is_left_blank_and_a_no_is_there(question: Question) -> None:
    if question.consent or {"yes", "no"} <= {choice.code for choice in question.choices}:
        assert question.optional
        assert "no" in {choice.code for choice in question.choices}


@every_form
def test_a_form_about_a_home_lets_people_say_it_in_person(entry: Entry, form: Form) -> None:
    ways = {choice.code for question in form.questions for choice in question.choices}
    assert form.private or ways & {"in-person", "person"}, entry.id


@every_form
def test_an_urgent_day_asks_whether_wing_staff_may_know_the_name(entry: Entry, form: Form) -> None:
    urgent = [question.id for question in form.questions if question.urgent]
    asks = [q for q in form.questions if q.consent and q.consent.purpose == "urgent-name"]
    assert len(asks) == (1 if urgent else 0), entry.id
    for question in asks:
        assert question.warning
        assert {need.question for need in question.only_if} <= set(urgent)


@every_form
def test_the_private_form_gives_nobody_away(entry: Entry, form: Form) -> None:
    if form.private:
        assert not form.capped, "asking to be seen is never turned down"
        reasons = re.compile(r"\b(drug|debt|abuse|gambl|health|sex|bull)", re.I)
        texts = [q.text for q in form.questions]
        texts += [choice.text for q in form.questions for choice in q.choices]
        assert not [text for text in [entry.title, form.short_name, *texts] if reasons.search(text)]


def test_one_form_is_private() -> None:
    assert [form for _, form in FORMS if form.private]


def test_no_page_says_that_nobody_else_can_read_it() -> None:
    bad = [entry.id for entry in ENTRIES if ONLY_WE_READ.search(entry.model_dump_json())]
    assert not bad
