"""What a form asks, page by page."""

from typing import Literal, Self

from pydantic import Field, model_validator

from kiosk.exchange import limits
from kiosk.exchange.model import Code, Line, Model, Passage, Text, Words


class Choice(Model):
    """One answer that can be touched. `alone`: choosing it clears the others.

    `easy`: the same answer in easier words, where there are any.
    """

    code: Code
    text: Words
    icon: Code = "circle"
    alone: bool = False
    easy: Line = ""


class Condition(Model):
    """Holds when the answer to an earlier question has one of these codes."""

    question: Code
    any_of: tuple[Code, ...] = Field(min_length=1)


class Consent(Model):
    """What a yes means: who may be told, what for, in which version of the words."""

    purpose: Code
    agency: Words
    version: int = Field(ge=1)


class Question(Model):
    """One thing on one page.

    `pick` one or any; `most` limits any (0: no limit). `optional`: may be left blank (consents).
    `only_if`: asked when every condition holds. `not_only`: skipped when the earlier answer is
    exactly these codes. `warning` stands above the question. `filled_from` adds choices:
    `councils` the site's commonest, `all-councils` every council, `areas` every area.
    `urgent`: codes that mark the request as having an urgent day. `easy`: the same question in
    easier words, where there are any; it then needs no hint.
    """

    id: Code
    text: Words
    hint: Line = ""
    warning: Passage = ""
    pick: Literal["one", "any"] = "one"
    most: int = Field(default=0, ge=0, le=limits.CHOICES)
    optional: bool = False
    choices: tuple[Choice, ...] = Field(max_length=limits.CHOICES)
    filled_from: Literal["", "councils", "all-councils", "areas"] = ""
    only_if: tuple[Condition, ...] = ()
    not_only: tuple[Condition, ...] = ()
    urgent: tuple[Code, ...] = ()
    consent: Consent | None = None
    pictures: bool = False
    easy: Line = ""

    @model_validator(mode="after")
    def _choices_differ(self) -> Self:
        codes = [choice.code for choice in self.choices]
        if len(set(codes)) != len(codes):
            raise ValueError("two choices have one code")
        if not codes and not self.filled_from:
            raise ValueError("a question without a choice cannot be answered")
        return self

    def in_easy_words(self) -> "Question":
        """The same question and answers in easier words, as far as there are any."""
        choices = tuple(c.model_copy(update={"text": c.easy or c.text}) for c in self.choices)
        told = {"text": self.easy, "hint": ""} if self.easy else {}
        return self.model_copy(update={"choices": choices, **told})


class Form(Model):
    """A form: questions in order. A condition names an earlier question, so no form can loop.

    `desk` decides who may open it, `clock` which promise holds. `private`: neutral words
    everywhere, kept off the list unless the person says yes. `capped`: counts to the five a day.
    `reader` and `employer` fill the notice before a request ("The housing team reads this. They
    work for ..."); the site profile may replace `employer`.
    """

    version: int = Field(ge=1)
    desk: Code
    clock: Code
    private: bool = False
    capped: bool = True
    needs_pin: bool = True
    short_name: Words
    reader: Words
    employer: Line = ""
    ask_button: Words
    intro: Text | None = None
    questions: tuple[Question, ...] = Field(max_length=limits.QUESTIONS)

    def in_easy_words(self) -> "Form":
        """The same form in easier words; what a person agrees to keeps its own."""
        easier = tuple(q if q.consent else q.in_easy_words() for q in self.questions)
        return self.model_copy(update={"questions": easier})

    @model_validator(mode="after")
    def _conditions_look_back(self) -> Self:
        earlier: set[str] = set()
        for question in self.questions:
            for condition in (*question.only_if, *question.not_only):
                if condition.question not in earlier:
                    raise ValueError(
                        f"question {question.id} depends on {condition.question}, "
                        "which is not asked before it"
                    )
            if question.id in earlier:
                raise ValueError(f"two questions are called {question.id}")
            earlier.add(question.id)
        return self
