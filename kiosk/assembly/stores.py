"""Joins the asking screens to the rooms that keep requests."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass

from kiosk.assembly.noticing import Tally
from kiosk.catalogue.cards import ShownForm
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.policies import in_language
from kiosk.database import Database, NoRoom, StoreFault
from kiosk.exchange.forms import Choice, Form
from kiosk.exchange.policy import Vocabulary
from kiosk.exchange.workdays import Workdays
from kiosk.requests.asking import AskingForm, Lists, filled
from kiosk.requests.own import OwnRequests, OwnRow
from kiosk.requests.sending import (
    Asked,
    CannotAsk,
    Rules,
    Saved,
    Sending,
    TooManyToday,
    When,
    clock_of,
)
from kiosk.screens.errand import FormInHand, Promised, SavedRequest, TurnedDown
from kiosk.visit.people import tidied_number
from kiosk.visit.sign_in import NotYet, SignedIn, SignIn

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Keeping:
    """The rooms that keep what people ask."""

    database: Database
    own: OwnRequests
    sending: Sending
    door: SignIn
    tally: Tally


class HeldForm(AskingForm):
    """A form in hand, with what must be known to send it."""

    def __init__(
        self, found: ShownForm, form: Form, lists: Mapping[str, Lists], language: str
    ) -> None:
        super().__init__(form, lists[language])
        self.found = found
        self.language = language
        english = found.english.form
        self.english = filled(english, lists[ENGLISH]) if english else ()

    @property
    def in_english(self) -> bool:
        """Whether English stands in for the person's language."""
        return self.found.entry.language != self.language


class ScreenStores:
    """What one visit can do with requests: it lives as long as the visit."""

    def __init__(
        self, keeping: Keeping, catalogue: Catalogue | None, when: Callable[[], When]
    ) -> None:
        self._keeping = keeping
        self._catalogue = catalogue
        self._when = when
        self.easy = False
        """Whether the person asks in easy read."""

    def start(self, form: str, language: str) -> HeldForm | None:
        """Take a form in hand; None when it cannot be asked with today."""
        found = self._catalogue.form(form, language) if self._catalogue else None
        if found is None or found.entry.form is None or not self.can_ask(found.entry.form):
            return None
        lists = {one: self._lists(one) for one in {language, ENGLISH}}
        asked = found.entry.form.in_easy_words() if self.easy else found.entry.form
        return HeldForm(found, asked, lists, language)

    def can_ask(self, form: Form) -> bool:
        """Whether there are days to promise, and somebody who can open it."""
        rules = self.rules()
        if rules is None or form.desk not in rules.keys.desks:
            return False
        return self.promised(form.clock) is not None

    def save(
        self, form: FormInHand, asker: SignedIn, *, listed: bool, asked_from: str
    ) -> SavedRequest | TurnedDown:
        """Save the request once, in one commit."""
        rules = self.rules()
        if rules is None or not isinstance(form, HeldForm):
            return TurnedDown.NOT_SAVED
        asked = _asked(form, asker, listed=listed, asked_from=asked_from)
        try:
            saved = self._keeping.sending.send(asked, rules, self._when())
        except TooManyToday:
            return TurnedDown.FIVE_TODAY
        except NoRoom:
            return TurnedDown.NO_ROOM
        except (CannotAsk, StoreFault):
            return TurnedDown.NOT_SAVED
        return _saved(saved, form.form, listed=listed, proven=asker.proven)

    def why_not(self, asker: SignedIn, form: Form) -> TurnedDown | None:
        """Say why this person cannot ask with this form now, if so."""
        day = self._when().day
        if not self._keeping.sending.may_ask(form, asker.number, day, proven=asker.proven):
            return TurnedDown.FIVE_TODAY
        try:
            self._keeping.database.need_room()
        except StoreFault:
            return TurnedDown.NO_ROOM
        return None

    def promise(self, form: Form) -> Promised:
        """Count the days that a request saved now would be promised; raises CannotAsk."""
        found = self.promised(form.clock)
        if found is None:
            raise CannotAsk(form.clock)
        return found

    def promised(self, clock: str) -> Promised | None:
        """Count the days of this clock from today; None where content has no such promise."""
        rules, day = self.rules(), self._when().day
        if rules is None:
            return None
        try:
            days = Workdays(rules.calendar).promise(day, clock_of(rules.clocks, clock, day))
        except CannotAsk:
            return None
        return Promised(days.carried, days.read, days.answered)

    def sign_in(self, number: str, pin: str) -> SignedIn | NotYet:
        """Let somebody in, or say how long until the next try."""
        return self._keeping.door.sign_in(number, pin)

    def ask_new_pin(self, number: str) -> bool:
        """Ask the office for a new PIN for this number; False when there is no room."""
        rules, person = self.rules(), tidied_number(number)
        if rules is None or person is None:
            return False
        try:
            self._keeping.sending.ask_new_pin(person, ENGLISH, rules, self._when())
        except StoreFault:
            return False
        return True

    def of(self, asker: SignedIn) -> tuple[OwnRow, ...]:
        """Give the requests on this person's list, newest first; nothing without a PIN."""
        if not asker.proven:
            return ()
        return self._keeping.own.of(asker.number, self._when().day, self._is_gone)

    def withdraw(self, asker: SignedIn, request: OwnRow) -> bool:
        """Take a request back; False when there is no room to write it down."""
        rules = self.rules()
        if rules is None:
            return False
        try:
            return self._keeping.sending.withdraw(
                request.id, rules, self._when(), proven=asker.proven
            )
        except StoreFault:
            return False

    def rules(self) -> Rules | None:
        """What the content says about asking; None when it does not say enough to ask safely."""
        return rules_from(self._catalogue) if self._catalogue else None

    def _is_gone(self, entry: str) -> bool:
        return self._catalogue is not None and self._catalogue.is_withdrawn(entry)

    def _lists(self, language: str) -> Lists:
        if self._catalogue is None:
            return {}
        councils, areas = (
            self._catalogue.vocabulary("councils"),
            self._catalogue.vocabulary("areas"),
        )
        profile = self._catalogue.profile()
        commonest = profile.councils if profile else ()
        every = _choices(councils, language)
        return {
            "councils": tuple(one for code in commonest for one in every if one.code == code),
            "all-councils": every,
            "areas": _choices(areas, language),
        }


def rules_from(catalogue: Catalogue) -> Rules | None:
    """What the content says about asking; None when it does not say enough to ask safely."""
    keys, calendar = catalogue.trust_list(), catalogue.calendar()
    desks = [desk.code for desk in catalogue.desks().desks if not desk.private]
    if keys is None or calendar is None or not desks:
        return None
    return Rules(keys, catalogue.clocks(), calendar, front=desks[0])


def rules_of(catalogue: Catalogue | None) -> Rules | None:
    """The same of a catalogue that is opened for this alone."""
    if catalogue is None:
        return None
    with closing(catalogue):
        return rules_from(catalogue)


def _choices(vocabulary: Vocabulary, language: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(code=term.code, text=in_language(term.names, language), icon=term.icon)
        for term in vocabulary.terms
    )


def _asked(form: HeldForm, asker: SignedIn, *, listed: bool, asked_from: str) -> Asked:
    english = form.found.english.form
    return Asked(
        form_id=form.found.entry.id,
        pack_sha256=form.found.pack_sha256,
        form=form,
        language=form.language,
        person=asker.number,
        proven=asker.proven,
        listed=listed,
        english=form.english,
        english_title=english.short_name if english else "",
        asked_from=asked_from or None,
    )


def _saved(saved: Saved, form: Form, *, listed: bool, proven: bool) -> SavedRequest:
    days = saved.promise
    return SavedRequest(
        reference=saved.reference,
        at=saved.when.asked_at,
        promised=Promised(days.carried, days.read, days.answered),
        reader=form.reader,
        listed=listed,
        proven=proven,
    )
