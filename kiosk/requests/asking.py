"""Leads one person through the questions of one form."""

from collections.abc import Mapping, Sequence

from kiosk.exchange.forms import Choice, Condition, Form, Question

Answers = Mapping[str, tuple[str, ...]]
Lists = Mapping[str, Sequence[Choice]]
"""Choices that come from the site: `councils`, `all-councils`, `areas`."""


class AskingForm:
    """A form being answered. It keeps nothing anywhere: when it goes, the answers are gone.

    One question is open at a time; None means that all are answered and should be checked.
    """

    def __init__(self, form: Form, lists: Lists | None = None) -> None:
        self._form = form
        self._questions = filled(form, lists or {})
        self._answers: dict[str, tuple[str, ...]] = {}
        self._seen: set[str] = set()
        self._returns = False
        self._open = self._next_after(-1)

    @property
    def in_english(self) -> bool:
        """Whether English stands in for the person's language."""
        return False

    @property
    def name(self) -> str:
        """The short name of the form, in the person's language."""
        return self._form.short_name

    @property
    def form(self) -> Form:
        """The form itself, in the person's language."""
        return self._form

    @property
    def question(self) -> Question | None:
        """The question to show now; None when all are done."""
        return None if self._open is None else self._questions[self._open]

    @property
    def answers(self) -> Answers:
        """What was chosen, question by question, without questions that no longer apply."""
        return {question.id: self.chosen(question.id) for question in self.asked()}

    @property
    def is_urgent(self) -> bool:
        """Whether an answer names a day that is close."""
        return any(
            set(question.urgent) & set(self.chosen(question.id)) for question in self.asked()
        )

    def asked(self) -> tuple[Question, ...]:
        """Every question that these answers lead to, in order."""
        return asked(self._questions, self._answers)

    def chosen(self, question: str) -> tuple[str, ...]:
        """Give the codes chosen for a question, in the order of the page."""
        return self._answers.get(question, ())

    def choose(self, code: str) -> None:
        """Choose, or take away again, one answer to the question now.

        A choice that stands alone clears the others; past the most allowed, nothing happens.
        """
        question = self.question
        if question is not None and any(choice.code == code for choice in question.choices):
            self._answers[question.id] = chosen_after(question, self.chosen(question.id), code)

    def can_go_on(self) -> bool:
        """Whether the question now is answered, or may be left blank."""
        question = self.question
        return question is not None and (question.optional or bool(self.chosen(question.id)))

    def go_on(self) -> None:
        """Go to the next question that has to be asked; after a change, back to the check.

        Answers to questions that do not apply any more are dropped here, for good.
        """
        if self._open is None or not self.can_go_on():
            return
        self._seen.add(self._questions[self._open].id)
        self._drop_what_does_not_apply()
        self._open = self._next_unseen() if self._returns else self._next_after(self._open)
        self._returns = self._returns and self._open is not None

    def back(self) -> bool:
        """Go to the question before, or back to the check; False when this is the first."""
        if self._returns and self._is_complete():
            self._drop_what_does_not_apply()
            self._open, self._returns = None, False
            return True
        before = self._before(len(self._questions) if self._open is None else self._open)
        if before is None:
            return False
        self._open = before
        return True

    def change(self, question: str) -> None:
        """Open one question again; Continue then leads back to the check."""
        for number, one in enumerate(self._questions):
            if one.id == question and one in self.asked():
                self._open, self._returns = number, True

    def _next_after(self, number: int) -> int | None:
        applying = self.asked()
        later = enumerate(self._questions[number + 1 :], start=number + 1)
        return next((n for n, question in later if question in applying), None)

    def _next_unseen(self) -> int | None:
        applying = self.asked()
        return next(
            (
                number
                for number, question in enumerate(self._questions)
                if question in applying and question.id not in self._seen
            ),
            None,
        )

    def _before(self, number: int) -> int | None:
        applying = self.asked()
        earlier = range(number - 1, -1, -1)
        return next((n for n in earlier if self._questions[n] in applying), None)

    def _is_complete(self) -> bool:
        """Whether nothing is missing, so that the check can be shown."""
        return all(
            question.id in self._seen and (question.optional or self.chosen(question.id))
            for question in self.asked()
        )

    def _drop_what_does_not_apply(self) -> None:
        applying = {question.id for question in self.asked()}
        self._answers = {k: codes for k, codes in self._answers.items() if k in applying}
        self._seen &= applying


def filled(form: Form, lists: Lists) -> tuple[Question, ...]:
    """Give the questions of a form with the site's choices in them."""
    return tuple(_filled(question, lists) for question in form.questions)


def asked(questions: Sequence[Question], answers: Answers) -> tuple[Question, ...]:
    """Which questions these answers lead to. An answer to a question that is skipped is none."""
    found: list[Question] = []
    counted: dict[str, tuple[str, ...]] = {}
    for question in questions:
        if _applies(question, counted):
            found.append(question)
            counted[question.id] = answers.get(question.id, ())
    return tuple(found)


def chosen_after(question: Question, before: Sequence[str], code: str) -> tuple[str, ...]:
    """What is chosen once this choice was touched."""
    if code in before:
        return tuple(one for one in before if one != code)
    if question.pick == "one":
        return (code,)
    alone = {choice.code for choice in question.choices if choice.alone}
    kept = set() if code in alone else {one for one in before if one not in alone}
    if question.most and len(kept) >= question.most:
        return tuple(before)
    return tuple(choice.code for choice in question.choices if choice.code in kept | {code})


def _applies(question: Question, answers: Answers) -> bool:
    return all(_holds(one, answers) for one in question.only_if) and not any(
        set(answers.get(one.question, ())) == set(one.any_of) for one in question.not_only
    )


def _holds(condition: Condition, answers: Answers) -> bool:
    return bool(set(condition.any_of) & set(answers.get(condition.question, ())))


def _filled(question: Question, lists: Lists) -> Question:
    """Add the site's choices after the form's first one; before it, when it has only one.

    So "Where I lived" stays on top, "I do not know" at the end.
    """
    if not question.filled_from:
        return question
    own = {choice.code for choice in question.choices}
    more = [choice for choice in lists.get(question.filled_from, ()) if choice.code not in own]
    first = 1 if len(question.choices) > 1 else 0
    choices = (*question.choices[:first], *more, *question.choices[first:])
    return question.model_copy(update={"choices": choices})
