"""Asks one thing on one page."""

from dataclasses import dataclass

from kiosk.exchange.forms import Choice, Question
from kiosk.screens.covering import Covering
from kiosk.screens.errand import Errand, FormInHand
from kiosk.screens.parts.shapes import BandItem, ChoiceItem, LineItem, TextItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.sure import interpreter
from kiosk.screens.turned_down import advice_on, title_of
from kiosk.translation import Words

NO_PICTURE = "circle"
"""What a choice has that was given no picture; beside a ring it would look like a second one."""


@dataclass(frozen=True, slots=True)
class QuestionState:
    """One page. While `hidden`, nothing of the question or its answers is in here."""

    back: str = ""
    caption: str = ""
    title: str = ""
    hint: str = ""
    note: str = ""
    """That the question stands in another language, with who can help."""
    warning: str = ""
    error: str = ""
    options: tuple[ChoiceItem, ...] = ()
    pictures: bool = False
    advice: tuple[LineItem, ...] = ()
    hide: str = ""
    uncover: str = ""
    carry_on: str = ""
    ready: bool = False
    why_not: str = ""
    more: str = ""
    less: str = ""

    @property
    def items(self) -> tuple[TextItem | BandItem | ChoiceItem, ...]:
        """The answers, after all that is said about them, in one list where height is scarce."""
        said = (TextItem(self.note, "small"), BandItem(self.warning, icon="warning"))
        told = (*said, TextItem(self.hint))
        return (*(one for one in told if one.text), *self.options)


class QuestionPresenter(Covering[QuestionState]):
    """Leads through the questions of the form in hand."""

    def __init__(self, words: Words, errand: Errand, go_to: GoTo, go_back: GoBack) -> None:
        super().__init__(words)
        self._errand = errand
        self._go_to = go_to
        self._go_back = go_back
        self._error = ""
        self._why = errand.turned_down()

    def choose(self, code: str) -> None:
        """Touch an answer: it is chosen, or taken away again."""
        form, question = self._now()
        before = form.chosen(question.id)
        form.choose(code)
        refused = code not in before and code not in form.chosen(question.id)
        self._error = self._too_many(question) if refused else ""
        self._changed()

    def carry_on(self) -> None:
        """Continue: to the next question, to the check, or to the reason why not."""
        form, question = self._now()
        if not form.can_go_on():
            self._error = self._why_not(question)
            self._changed()
            return
        form.go_on()
        self._open_next(form)

    def back(self) -> None:
        """To the question before; from the first one out of the form."""
        form = self._errand.in_hand
        if form is None or self._why is not None or not form.back():
            self._go_back()
        else:
            self._open_next(form)

    def cover(self) -> None:
        """Nobody has touched the screen for a while: hide what was chosen, if anything was."""
        form = self._errand.in_hand
        if form is not None and form.question is not None and form.chosen(form.question.id):
            self.hide()

    def shown(self) -> None:
        """Look again whether this person can ask."""
        self._why = self._errand.turned_down()
        self._changed()

    def reword(self, words: Words) -> None:
        """Ask on in another language; the errand has kept the answers."""
        self._error = ""
        super().reword(words)

    def _now(self) -> tuple[FormInHand, Question]:
        form = self._errand.in_hand
        if form is None or form.question is None:
            raise LookupError("no question is being asked")
        return form, form.question

    def _open_next(self, form: FormInHand) -> None:
        self._error, self._covered = "", False
        if form.question is None:
            self._go_to(Place.CHECK, instead=True)
        else:
            self._changed()

    def _page(self) -> QuestionState:
        words, form, why = self._words, self._errand.in_hand, self._why
        if form is None or (form.question is None and why is None):
            return QuestionState(back=words("Back"))
        if why is not None:
            return QuestionState(
                back=words("Back"),
                title=title_of(why, words),
                advice=advice_on(why, words),
                more=words("More"),
                less=words("Back up"),
            )
        return self._page_of(form, *self._now()[1:])

    def _cover_page(self) -> QuestionState:
        words = self._words
        return QuestionState(
            back=words("Back"),
            title=words("Your answers are hidden"),
            uncover=words("Touch to show them"),
        )

    def _page_of(self, form: FormInHand, question: Question) -> QuestionState:
        words = self._words
        chosen = form.chosen(question.id)
        ready = form.can_go_on()
        return QuestionState(
            back=words("Back"),
            caption=form.name,
            title=question.text,
            hint=question.hint or self._how_many(question),
            note=self._note(form, question),
            warning=question.warning,
            error=self._error,
            options=tuple(_option(choice, question, chosen) for choice in question.choices),
            pictures=question.pictures,
            hide=words("Hide my answers"),
            carry_on=words("Continue"),
            ready=ready,
            why_not="" if ready else self._why_not(question),
            more=words("More"),
            less=words("Back up"),
        )

    def _note(self, form: FormInHand, question: Question) -> str:
        words, said = self._words, []
        if words.easy and not (question.easy or question.consent):
            said.append(words("This question has no easy read yet."))
        if form.in_english:
            said.append(
                words("These questions are not in your language yet. Here they are in English.")
            )
        if (form.in_english or question.consent) and (offer := interpreter(words)):
            said.append(offer + ".")
        return " ".join(said)

    def _how_many(self, question: Question) -> str:
        words = self._words
        if question.optional:
            return words.sure("You can leave this blank. Saying no does not count against you.")
        if question.pick == "one":
            return words("Touch one.")
        if question.most:
            return words("Touch up to {number}.", number=question.most)
        return words("Touch all that fit you.")

    def _why_not(self, question: Question) -> str:
        if question.pick == "one":
            return self._words("Touch one answer first.")
        return self._words("Touch at least one answer first.")

    def _too_many(self, question: Question) -> str:
        return self._words(
            "You can have {number} answers here. Touch one again to take it away.",
            number=question.most,
        )


def _option(choice: Choice, question: Question, chosen: tuple[str, ...]) -> ChoiceItem:
    return ChoiceItem(
        key=choice.code,
        text=choice.text,
        icon="" if choice.icon == NO_PICTURE else choice.icon,
        chosen=choice.code in chosen,
        one=question.pick == "one",
    )
