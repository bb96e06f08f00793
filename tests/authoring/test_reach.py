"""Which questions of a form can never be asked."""

from admin_tools.authoring.reach import unreachable
from kiosk.exchange.forms import Choice, Condition, Form, Question


def a_question(
    name: str,
    *only_if: tuple[str, str],
    pick: str = "one",
    not_only: tuple[tuple[str, str], ...] = (),
) -> Question:
    return Question.model_validate(
        {
            "id": name,
            "text": name,
            "pick": pick,
            "choices": (Choice(code="a", text="A"), Choice(code="b", text="B")),
            "only_if": tuple(Condition(question=q, any_of=(c,)) for q, c in only_if),
            "not_only": tuple(Condition(question=q, any_of=(c,)) for q, c in not_only),
        }
    )


def never(*questions: Question) -> list[int]:
    form = Form(
        version=1,
        desk="housing",
        clock="standard",
        short_name="Form",
        reader="We",
        ask_button="Ask",
        questions=questions,
    )
    return [number for number, _ in unreachable(form)]


def test_a_question_after_an_answer_that_exists_is_asked() -> None:
    assert never(a_question("q1"), a_question("q2", ("q1", "a"))) == []


def test_a_question_after_an_answer_that_does_not_exist_is_never_asked() -> None:
    assert never(a_question("q1"), a_question("q2", ("q1", "z"))) == [1]


def test_two_needs_that_one_answer_cannot_meet_are_never_asked() -> None:
    assert never(a_question("q1"), a_question("q2", ("q1", "a"), ("q1", "b"))) == [1]


def test_two_needs_that_several_touches_can_meet_are_asked() -> None:
    first = a_question("q1", pick="any")

    assert never(first, a_question("q2", ("q1", "a"), ("q1", "b"))) == []


def test_needs_are_passed_on_from_question_to_question() -> None:
    second = a_question("q2", ("q1", "a"))

    assert never(a_question("q1"), second, a_question("q3", ("q2", "a"), ("q1", "b"))) == [2]


def test_a_question_skipped_for_the_only_answer_that_leads_to_it_is_never_asked() -> None:
    second = a_question("q2", ("q1", "a"), not_only=(("q1", "a"),))

    assert never(a_question("q1"), second) == [1]
