"""A form asks what applies, remembers only that, and always ends."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.forms import Choice, Condition, Form, Question
from kiosk.requests.asking import AskingForm


def a_question(name: str, *codes: str, alone: str = "", **fields: object) -> Question:
    choices = tuple(
        Choice(code=code, text=code.capitalize(), alone=code == alone)
        for code in codes or ("yes", "no")
    )
    return Question.model_validate({"id": name, "text": f"{name}?", "choices": choices, **fields})


def a_form(*questions: Question) -> Form:
    return Form(
        version=1,
        desk="housing",
        clock="housing",
        short_name="Housing help",
        reader="The housing team",
        ask_button="Ask",
        questions=questions or (a_question("one"), a_question("two")),
    )


def when(question: str, *codes: str) -> tuple[Condition, ...]:
    return (Condition(question=question, any_of=codes),)


def asking(*questions: Question) -> AskingForm:
    return AskingForm(a_form(*questions))


def answer(form: AskingForm, *codes: str) -> AskingForm:
    for code in codes:
        form.choose(code)
    form.go_on()
    return form


def open_in(form: AskingForm) -> str | None:
    return form.question.id if form.question else None


def test_the_first_question_is_open_first() -> None:
    assert open_in(asking()) == "one"


def test_without_an_answer_there_is_no_going_on() -> None:
    form = asking()
    form.go_on()
    assert not form.can_go_on()
    assert open_in(form) == "one"


def test_after_the_last_question_comes_the_check() -> None:
    assert open_in(answer(answer(asking(), "yes"), "no")) is None


def test_a_form_without_questions_is_ready_at_once() -> None:
    empty = AskingForm(a_form().model_copy(update={"questions": ()}))
    assert empty.question is None


def test_a_consent_may_be_left_blank() -> None:
    form = asking(a_question("tell", optional=True))
    form.go_on()
    assert (open_in(form), form.answers) == (None, {"tell": ()})


def test_touching_another_answer_replaces_the_first() -> None:
    form = asking()
    form.choose("yes")
    form.choose("no")
    assert form.chosen("one") == ("no",)


def test_touching_an_answer_again_takes_it_away() -> None:
    form = asking()
    form.choose("yes")
    form.choose("yes")
    assert form.chosen("one") == ()


def test_several_answers_stay_in_the_order_of_the_page() -> None:
    form = asking(a_question("which", "a", "b", "c", pick="any"))
    form.choose("c")
    form.choose("a")
    assert form.chosen("which") == ("a", "c")


def test_an_answer_that_stands_alone_clears_the_others() -> None:
    form = asking(a_question("which", "a", "b", "none", pick="any", alone="none"))
    form.choose("a")
    form.choose("none")
    assert form.chosen("which") == ("none",)


def test_another_answer_clears_the_one_that_stands_alone() -> None:
    form = asking(a_question("which", "a", "b", "none", pick="any", alone="none"))
    form.choose("none")
    form.choose("b")
    assert form.chosen("which") == ("b",)


def test_no_more_than_the_most_can_be_chosen() -> None:
    form = asking(a_question("which", "a", "b", "c", pick="any", most=2))
    for code in "abc":
        form.choose(code)
    assert form.chosen("which") == ("a", "b")


def test_the_one_that_stands_alone_can_always_be_chosen() -> None:
    form = asking(a_question("which", "a", "b", "none", pick="any", most=2, alone="none"))
    for code in ("a", "b", "none"):
        form.choose(code)
    assert form.chosen("which") == ("none",)


def test_a_code_that_is_not_on_the_page_is_ignored() -> None:
    form = asking()
    form.choose("perhaps")
    assert form.chosen("one") == ()


DATE = a_question("date", "court", "no")
SOON = a_question(
    "soon", "this-week", "later", only_if=when("date", "court"), urgent=("this-week",)
)
NAME = a_question("name", only_if=when("soon", "this-week"))
LAST = a_question("last")


def test_a_question_is_asked_only_if_its_condition_holds() -> None:
    assert open_in(answer(asking(DATE, SOON, LAST), "court")) == "soon"
    assert open_in(answer(asking(DATE, SOON, LAST), "no")) == "last"


def test_a_question_is_skipped_when_the_answer_is_exactly_that() -> None:
    about = a_question("about", "rent", "nowhere", pick="any")
    date = a_question("date", not_only=when("about", "nowhere"))
    assert open_in(answer(asking(about, date, LAST), "nowhere")) == "last"
    assert open_in(answer(asking(about, date, LAST), "nowhere", "rent")) == "date"


def test_a_close_day_makes_the_request_urgent() -> None:
    form = answer(answer(asking(DATE, SOON, LAST), "court"), "this-week")
    assert form.is_urgent


def test_a_close_day_that_no_longer_applies_does_not() -> None:
    form = answer(answer(answer(asking(DATE, SOON, LAST), "court"), "this-week"), "yes")
    form.change("date")
    answer(form, "no")
    assert not form.is_urgent


def test_back_goes_to_the_question_that_was_asked_before() -> None:
    form = answer(asking(DATE, SOON, LAST), "no")
    assert form.back()
    assert (open_in(form), form.chosen("date")) == ("date", ("no",))


def test_back_from_the_first_question_leaves_the_form() -> None:
    assert not asking().back()


def test_back_from_the_check_opens_the_last_question() -> None:
    form = answer(answer(asking(), "yes"), "no")
    assert form.back()
    assert open_in(form) == "two"


def test_change_opens_one_question_then_returns_to_the_check() -> None:
    form = answer(answer(asking(), "yes"), "no")
    form.change("one")
    assert open_in(form) == "one"
    assert open_in(answer(form, "no")) is None


def test_back_after_change_returns_to_the_check() -> None:
    form = answer(answer(asking(), "yes"), "no")
    form.change("one")
    assert form.back()
    assert form.question is None


def test_back_after_taking_an_answer_away_does_not_reach_the_check() -> None:
    form = answer(answer(asking(), "yes"), "no")
    form.change("two")
    form.choose("no")
    assert form.back()
    assert open_in(form) == "one"


def test_a_change_that_brings_new_questions_asks_them_before_the_check() -> None:
    form = answer(answer(asking(DATE, SOON, NAME, LAST), "no"), "yes")
    form.change("date")
    assert open_in(answer(form, "court")) == "soon"
    assert open_in(answer(form, "this-week")) == "name"
    assert open_in(answer(form, "yes")) is None


def test_answers_that_no_longer_apply_are_dropped() -> None:
    form = asking(DATE, SOON, NAME, LAST)
    for code in ("court", "this-week", "yes", "no"):
        answer(form, code)
    form.change("date")
    answer(form, "no")
    assert form.answers == {"date": ("no",), "last": ("no",)}


def test_what_was_dropped_does_not_come_back() -> None:
    form = asking(DATE, SOON, LAST)
    for code in ("court", "this-week", "no"):
        answer(form, code)
    for code in ("no", "court"):
        form.change("date")
        answer(form, code)
    assert (open_in(form), form.chosen("soon")) == ("soon", ())


def test_a_question_that_is_not_asked_cannot_be_changed() -> None:
    form = answer(answer(asking(DATE, SOON, LAST), "no"), "yes")
    form.change("soon")
    assert form.question is None


def test_the_sites_choices_stand_after_the_first_of_the_form() -> None:
    council = a_question("council", "where-i-lived", "all", "dont-know", filled_from="councils")
    lists = {"councils": [Choice(code="marlow", text="Marlow"), Choice(code="all", text="All?")]}
    form = AskingForm(a_form(council), lists)
    assert form.question is not None
    codes = [choice.code for choice in form.question.choices]
    assert codes == ["where-i-lived", "marlow", "all", "dont-know"]


def test_i_do_not_know_stands_after_a_long_list() -> None:
    council = a_question("council", "dont-know", filled_from="all-councils")
    lists = {"all-councils": [Choice(code="marlow", text="Marlow")]}
    form = AskingForm(a_form(council), lists)
    assert form.question is not None
    assert [choice.code for choice in form.question.choices] == ["marlow", "dont-know"]


CODES = ("a", "b", "c")


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Any form that the exchange accepts, with up to eight questions."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 8))):
        earlier = [question.id for question in questions]
        conditions = st.builds(
            lambda name, codes: Condition(question=name, any_of=tuple(codes)),
            st.sampled_from(earlier or ["-"]),
            st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True),
        )
        some = st.lists(conditions, max_size=2).map(tuple) if earlier else st.just(())
        questions.append(
            a_question(
                f"q{number}",
                *CODES,
                alone=draw(st.sampled_from(("", "c"))),
                pick=draw(st.sampled_from(("one", "any"))),
                most=draw(st.integers(0, 3)),
                optional=draw(st.booleans()),
                only_if=draw(some),
                not_only=draw(some),
            )
        )
    return a_form(*questions)


def complete(form: AskingForm, pick: st.DataObject) -> int:
    """Answer whatever is open until the check; tells how many pages it took."""
    pages = 0
    while form.question is not None:
        if not form.can_go_on():
            form.choose(pick.draw(st.sampled_from(CODES)))
        form.go_on()
        pages += 1
        assert pages <= 9, "this path does not end"
    return pages


@given(form=forms(), pick=st.data())
def test_every_path_ends(form: Form, pick: st.DataObject) -> None:
    asking_form = AskingForm(form)
    assert complete(asking_form, pick) == len(asking_form.asked())


TOUCHES = st.lists(
    st.one_of(
        st.sampled_from([*CODES, "go", "back"]),
        st.integers(0, 7).map(lambda number: f"q{number}"),
    ),
    max_size=40,
)


@given(form=forms(), touches=TOUCHES, pick=st.data())
def test_whatever_was_touched_the_check_shows_only_whole_answers_that_apply(
    form: Form, touches: list[str], pick: st.DataObject
) -> None:
    asking_form = AskingForm(form)
    for touch in touches:
        {"go": asking_form.go_on, "back": asking_form.back}.get(
            touch,
            lambda: asking_form.change(touch) if touch[0] == "q" else asking_form.choose(touch),  # noqa: B023
        )()
    complete(asking_form, pick)

    for question in asking_form.asked():
        assert question.optional or asking_form.chosen(question.id)
    assert set(asking_form._answers) <= {question.id for question in asking_form.asked()}
