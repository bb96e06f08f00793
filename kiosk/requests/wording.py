"""Writes down a filled form as it stood on the screen."""

from collections.abc import Sequence

from kiosk.exchange.forms import Question
from kiosk.exchange.items import Agreement, Answer, Chosen
from kiosk.requests.asking import AskingForm

URGENT_NAME = "urgent-name"
"""Purpose of the consent "May we give wing staff your name today?"."""
ANSWER_BY = "answer-by"
"""The question about how to answer, with its codes."""
WAYS = {"screen": "screen", "envelope": "envelope", "person": "in-person", "in-person": "in-person"}


def answers_of(form: AskingForm, english: Sequence[Question]) -> tuple[Answer, ...]:
    """List every question that was asked with what was chosen, English beside other languages."""
    beside = {question.id: question for question in english}
    return tuple(
        _answer(question, beside.get(question.id, question), form.chosen(question.id))
        for question in form.asked()
    )


def agreements_of(form: AskingForm) -> tuple[Agreement, ...]:
    """List what was said to each consent; one left blank is not here, so it is no yes."""
    return tuple(
        Agreement(
            purpose=question.consent.purpose,
            agency=question.consent.agency,
            version=question.consent.version,
            given="yes" in form.chosen(question.id),
        )
        for question in form.asked()
        if question.consent is not None and form.chosen(question.id)
    )


def may_give_name(form: AskingForm) -> bool | None:
    """Whether wing staff may be told the name; None when that was not asked, no when blank."""
    asked = [q for q in form.asked() if q.consent and q.consent.purpose == URGENT_NAME]
    return any("yes" in form.chosen(question.id) for question in asked) if asked else None


def way_of(form: AskingForm, *, proven: bool) -> str:
    """How to answer: as chosen, but never on the screen for a number that nobody proved.

    Somebody who asked for a private talk is answered in person unless they chose otherwise.
    """
    chosen = next(iter(form.chosen(ANSWER_BY)), "")
    way = WAYS.get(chosen, "in-person" if form.form.private else "screen")
    return way if proven or way != "screen" else "envelope"


def _answer(question: Question, beside: Question, codes: Sequence[str]) -> Answer:
    english = {choice.code: choice.text for choice in beside.choices}
    return Answer(
        question=question.id,
        words=question.text,
        english=_other(question.text, beside.text),
        chosen=tuple(
            Chosen(
                code=choice.code,
                words=choice.text,
                english=_other(choice.text, english.get(choice.code, "")),
            )
            for choice in question.choices
            if choice.code in codes
        ),
    )


def _other(shown: str, english: str) -> str:
    return "" if english == shown else english
