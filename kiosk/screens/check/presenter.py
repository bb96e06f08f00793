"""Shows every answer once more before the request is saved."""

from dataclasses import dataclass

from kiosk.exchange.forms import Question
from kiosk.screens.covering import Covering
from kiosk.screens.errand import Errand, FormInHand, TurnedDown
from kiosk.screens.parts.shapes import ChoiceItem, LineItem, PairItem, TextItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.sure import interpreter
from kiosk.screens.turned_down import advice_on, title_of
from kiosk.translation import Words

YES, NO = "yes", "no"
LISTED = "on my list"
"""No question has such an id: whether a private request is shown on the list."""


@dataclass(frozen=True, slots=True)
class CheckState:
    """Everything that will be sent, or with `advice` why it cannot be sent."""

    back: str = ""
    caption: str = ""
    title: str = ""
    rows: tuple[PairItem, ...] = ()
    list_question: str = ""
    list_hint: str = ""
    list_note: str = ""
    """Who can help, where the question stands in another language."""
    list_choices: tuple[ChoiceItem, ...] = ()
    promises: tuple[TextItem, ...] = ()
    change: str = ""
    send: str = ""
    advice: tuple[LineItem, ...] = ()
    hide: str = ""
    uncover: str = ""
    more: str = ""
    less: str = ""

    @property
    def lines(self) -> tuple[PairItem | TextItem, ...]:
        """All in one list, where nothing has room beside Send: the list first, promises last."""
        return (*self._listed(), *self.rows, *self.promises)

    def _listed(self) -> tuple[PairItem | TextItem, ...]:
        chosen = next((one.text for one in self.list_choices if one.chosen), "")
        if not chosen:
            return ()
        pair = PairItem(LISTED, self.list_question, chosen, self.change)
        said = (text for text in (self.list_note, self.list_hint) if text)
        return (pair, *(TextItem(text, "small") for text in said))


class CheckPresenter(Covering[CheckState]):
    """Lets the person change answers, then saves the request once."""

    def __init__(self, words: Words, errand: Errand, go_to: GoTo, go_back: GoBack) -> None:
        super().__init__(words)
        self._errand = errand
        self._go_to = go_to
        self._go_back = go_back
        self._listed = False
        self._sent = False
        self._why: TurnedDown | None = None

    def change(self, question: str) -> None:
        """Open one question again; the one about the list is answered the other way."""
        if question == LISTED:
            self.show_on_list(NO if self._listed else YES)
        elif self._errand.in_hand is not None:
            self._errand.in_hand.change(question)
            self._go_to(Place.QUESTION, instead=True)

    def show_on_list(self, answer: str) -> None:
        """Let a private request stand on the person's list, or keep it off."""
        self._listed = answer == YES
        self._changed()

    def send(self) -> None:
        """Save the request. A second touch does nothing."""
        form, asker = self._errand.in_hand, self._errand.asker
        if self._sent or form is None or asker is None:
            return
        self._sent = True
        listed = self._listed or not form.form.private
        outcome = self._errand.stores.save(
            form, asker, listed=listed, asked_from=self._errand.asked_from
        )
        if isinstance(outcome, TurnedDown):
            self._sent, self._why = False, outcome
            self._changed()
            return
        self._errand.saved, self._errand.in_hand = outcome, None
        self._go_to(Place.CONFIRMATION, instead=True)

    def back(self) -> None:
        """To the last question; from a refusal out of the form."""
        form = self._errand.in_hand
        if self._why is None and form is not None and form.back():
            self._go_to(Place.QUESTION, instead=True)
        else:
            self._go_back()

    def _page(self) -> CheckState:
        words, form = self._words, self._errand.in_hand
        if form is None:
            return CheckState(back=words("Back"))
        if self._why is not None:
            return CheckState(
                back=words("Back"),
                title=title_of(self._why, words),
                advice=advice_on(self._why, words),
                more=words("More"),
                less=words("Back up"),
            )
        return self._page_of(form)

    def _cover_page(self) -> CheckState:
        words = self._words
        return CheckState(
            back=words("Back"),
            title=words("Your answers are hidden"),
            uncover=words("Touch to show them"),
        )

    def _page_of(self, form: FormInHand) -> CheckState:
        words, private = self._words, form.form.private
        return CheckState(
            back=words("Back"),
            caption=form.name,
            title=words("Check your answers"),
            rows=tuple(self._row(question, form) for question in form.asked()),
            list_question=words.sure("Show this on my list?") if private else "",
            list_hint=words.sure("If you say no, the answer comes to you in private.")
            if private
            else "",
            list_note=interpreter(words) if private else "",
            list_choices=self._list_choices() if private else (),
            promises=self._promises(form),
            change=words("Change"),
            send=words("Send"),
            hide=words("Hide"),
            more=words("More"),
            less=words("Back up"),
        )

    def _list_choices(self) -> tuple[ChoiceItem, ...]:
        words = self._words
        return (
            ChoiceItem(YES, words("Yes"), chosen=self._listed, one=True),
            ChoiceItem(NO, words("No"), chosen=not self._listed, one=True),
        )

    def _row(self, question: Question, form: FormInHand) -> PairItem:
        chosen = form.chosen(question.id)
        texts = [choice.text for choice in question.choices if choice.code in chosen]
        said = "\n".join(texts) if texts else self._words("Not answered")
        return PairItem(question.id, question.text, said, self._words("Change"))

    def _promises(self, form: FormInHand) -> tuple[TextItem, ...]:
        words, promise = self._words, self._errand.stores.promise(form.form)
        return (
            TextItem(words("We aim to read it by {day}.", day=words.day(promise.read)), "small"),
            TextItem(words("We aim to answer by {day}.", day=words.day(promise.answered)), "small"),
        )
