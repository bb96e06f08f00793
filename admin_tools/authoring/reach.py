"""Checks what a form asks, in which order, and of whom."""

from collections.abc import Iterator, Mapping

from admin_tools.authoring.classing import Codes
from admin_tools.authoring.findings import Finding, must
from admin_tools.authoring.writing import Written
from kiosk.exchange.forms import Condition, Form, Question

Allowed = Mapping[str, frozenset[str]]
"""For each earlier question, the answers that let a later one be asked."""


def check_form(written: Written, codes: Codes) -> Iterator[Finding]:
    """Find a desk or clock that is not there, and questions that nobody can ever be asked."""
    form = written.entry.form
    if form is None:
        return
    for field, code, listed in (("desk", form.desk, "desks"), ("clock", form.clock, "clocks")):
        if code not in codes.get(listed, frozenset()):
            yield must(
                written.facts.name,
                written.facts.line(("form", field)),
                "unknown-code",
                f"{listed} has no {code!r}.",
                f"policy/{listed}.toml holds the list.",
            )
    for number, why in (*unreachable(form), *strangers(form)):
        yield must(
            written.facts.name,
            written.facts.line(("form", "questions", number)),
            "never-asked",
            f"Question {form.questions[number].id!r}: {why}.",
            "Mend only_if, not_only or urgent.",
        )


def unreachable(form: Form) -> tuple[tuple[int, str], ...]:
    """Name each question that can never be asked, by its number from 0, and why."""
    earlier: dict[str, Question] = {}
    needs: dict[str, Allowed] = {}
    found = []
    for number, question in enumerate(form.questions):
        allowed = _needs(question, earlier, needs)
        empty = [name for name, codes in allowed.items() if not codes]
        if empty:
            found.append((number, f"no answer to {empty[0]!r} leads to it"))
        earlier[question.id] = question
        needs[question.id] = allowed
    return tuple(found)


def strangers(form: Form) -> Iterator[tuple[int, str]]:
    """Name each code of a question that no choice has, by the question's number from 0."""
    questions = {question.id: question for question in form.questions}
    for number, question in enumerate(form.questions):
        for condition in (*question.only_if, *question.not_only):
            earlier = questions[condition.question]
            for code in condition.any_of:
                if not earlier.filled_from and code not in _codes(earlier):
                    yield number, f"{condition.question} has no answer {code!r}"
        for code in question.urgent:
            if code not in _codes(question):
                yield number, f"it has no answer {code!r} that could be urgent"


def _needs(
    question: Question, earlier: Mapping[str, Question], needs: Mapping[str, Allowed]
) -> Allowed:
    """Put together what this question needs with what the questions it looks back to need."""
    allowed: dict[str, frozenset[str]] = {}
    for condition in question.only_if:
        _narrow(allowed, earlier[condition.question], _possible(condition, earlier))
        for name, codes in needs[condition.question].items():
            _narrow(allowed, earlier[name], codes)
    for condition in question.not_only:
        before = earlier[condition.question]
        if before.pick == "one" and not before.filled_from and len(condition.any_of) == 1:
            left = allowed.get(condition.question, _codes(before)) - set(condition.any_of)
            allowed[condition.question] = left
    return allowed


def _possible(condition: Condition, earlier: Mapping[str, Question]) -> frozenset[str]:
    codes, question = frozenset(condition.any_of), earlier[condition.question]
    return codes if question.filled_from else codes & _codes(question)


def _narrow(allowed: dict[str, frozenset[str]], question: Question, codes: frozenset[str]) -> None:
    """Keep the answers that serve both needs; where any number may be touched, both can hold."""
    had = allowed.get(question.id)
    if had is None or (had and question.pick == "any"):
        allowed[question.id] = codes
    else:
        allowed[question.id] = had & codes


def _codes(question: Question) -> frozenset[str]:
    return frozenset(choice.code for choice in question.choices)
