"""Seals what a person asks, then saves it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.exchange import canonical
from kiosk.exchange.forms import Form, Question
from kiosk.exchange.items import (
    ITEMS,
    Item,
    NewPinItem,
    Promised,
    RequestItem,
    WithdrawalItem,
    to_text,
)
from kiosk.exchange.policy import Calendar, Clock, Clocks, TrustList
from kiosk.exchange.references import kiosk_pair, new_reference
from kiosk.exchange.sealing import Context, Purpose, seal_item
from kiosk.exchange.workdays import Promise, Workdays
from kiosk.requests.asking import AskingForm
from kiosk.requests.ledger import Ledger, NewItem
from kiosk.requests.own import OwnCopy, OwnRequests, Vault
from kiosk.requests.wording import agreements_of, answers_of, may_give_name, way_of

A_DAY = 5
"""Requests a person may send on one day. Asking to be seen does not count, and is never refused."""


class TooManyToday(Exception):
    """Somebody has asked five times today; nothing was saved."""


class CannotAsk(Exception):
    """There is no clock for this form today, or no key of its desk; nothing was saved."""


@dataclass(frozen=True, slots=True)
class When:
    """The moment of asking: `asked_at` and `low` in UTC, the London day, whether the clock held."""

    asked_at: datetime
    low: datetime
    day: date
    held: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """What the content of this visit says about asking. `front`: the desk for what has no form."""

    keys: TrustList
    clocks: Clocks
    calendar: Calendar
    front: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One filled form, by whom. `english`: its questions in English, filled like the shown ones."""

    form_id: str
    pack_sha256: str
    form: AskingForm
    language: str
    person: str
    proven: bool
    listed: bool = True
    english: Sequence[Question] = ()
    english_title: str = ""
    asked_from: str | None = None
    stage: str | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What the person is told: it is on the disk, under this number, with these days."""

    id: str
    reference: str
    when: When
    promise: Promise


@dataclass(frozen=True, slots=True)
class Chance:
    """Where ids and random numbers come from."""

    new_id: Callable[[], str]
    pick: Callable[[int], int]


class Sending:
    """Makes an item, closes it for its desk, saves it: one row, one commit."""

    def __init__(
        self,
        ledger: Ledger,
        own: OwnRequests,
        vault: Vault,
        place: tuple[str, str],
        chance: Chance,
    ) -> None:
        """`place` is the site with the kiosk's id."""
        self._ledger = ledger
        self._own = own
        self._vault = vault
        self._site, self._kiosk = place
        self._chance = chance

    def may_ask(self, form: Form, person: str, day: date, *, proven: bool) -> bool:
        """Whether this person may send this form today."""
        return not form.capped or self._own.asked_on(person, day, proven=proven) < A_DAY

    def send(self, asked: Asked, rules: Rules, when: When) -> Saved:
        """Save a request. When this returns, it is on the disk, and nobody here can read it.

        Raises TooManyToday, CannotAsk or a StoreFault; then nothing was saved.
        """
        form = asked.form.form
        if not self.may_ask(form, asked.person, when.day, proven=asked.proven):
            raise TooManyToday
        if form.desk not in rules.keys.desks:
            raise CannotAsk(form.desk)
        clock = clock_of(rules.clocks, form.clock, when.day)
        promise = Workdays(rules.calendar).promise(when.day, clock)
        item = _request(
            asked, when, self._chance.new_id(), self._new_reference(), (clock, rules, promise)
        )
        copy = _copy(asked, item, when.day, promise)
        self._ledger.save(
            NewItem(
                id=item.id,
                type=item.type,
                day=when.day,
                sealed=self._sealed(item, form.desk, rules),
                reference=item.reference,
                tag=self._vault.tag(asked.person),
                own=self._vault.close_own(canonical.dump(copy), item.id),
            )
        )
        return Saved(item.id, item.reference, when, promise)

    def withdraw(self, request: str, rules: Rules, when: When, *, proven: bool) -> bool:
        """Take a request back; the desk of a private one still checks. False: not asked here."""
        copy = self._own.copy_of(request)
        if copy is None:
            return False
        item = WithdrawalItem(
            id=self._chance.new_id(),
            request=request,
            reference=copy.reference,
            person=copy.person,
            proven=proven,
            asked_at=when.asked_at,
        )
        self._save(item, copy.desk, rules, when, about=request)
        return True

    def ask_new_pin(self, person: str, language: str, rules: Rules, when: When) -> None:
        """Ask the office for a new PIN; staff prove face to face who it is for."""
        item = NewPinItem(
            id=self._chance.new_id(), person=person, language=language, asked_at=when.asked_at
        )
        self._save(item, rules.front, rules, when)

    def tell(self, about: Mapping[str, object], rules: Rules, when: When) -> None:
        """Tell the front desk something that is nobody's: a report on an entry, counts."""
        kind = ITEMS[str(about["type"])]
        item = kind.model_validate({**about, "id": self._chance.new_id()})
        self._save(item, rules.front, rules, when)

    def _save(
        self, item: Item, desk: str, rules: Rules, when: When, about: str | None = None
    ) -> None:
        sealed = self._sealed(item, desk, rules)
        self._ledger.save(NewItem(item.id, item.type, when.day, sealed, about=about))

    def _sealed(self, item: Item, desk: str, rules: Rules) -> bytes:
        context = Context(Purpose.ITEM_OUTER, self._site, self._kiosk, item.id)
        return seal_item(to_text(item), desk, rules.keys, context)

    def _new_reference(self) -> str:
        pair = kiosk_pair(self._kiosk)
        while not self._ledger.is_free(reference := new_reference(pair, self._chance.pick)):
            pass
        return reference


def clock_of(clocks: Clocks, code: str, day: date) -> Clock:
    """Give the clock of this code that holds on a day, or raise CannotAsk."""
    for clock in clocks.clocks:
        ended = clock.valid_to is not None and clock.valid_to < day
        if clock.code == code and clock.valid_from <= day and not ended:
            return clock
    raise CannotAsk(code)


def _request(
    asked: Asked,
    when: When,
    item_id: str,
    reference: str,
    promised: tuple[Clock, Rules, Promise],
) -> RequestItem:
    clock, rules, promise = promised
    form = asked.form.form
    title = form.short_name
    return RequestItem.model_validate(
        {
            "id": item_id,
            "reference": reference,
            "form": asked.form_id,
            "form_version": form.version,
            "pack": asked.pack_sha256,
            "title": title,
            "title_english": "" if asked.english_title == title else asked.english_title,
            "answers": answers_of(asked.form, asked.english),
            "person": asked.person,
            "proven": asked.proven,
            "language": asked.language,
            "stage": asked.stage,
            "consents": agreements_of(asked.form),
            "urgent": asked.form.is_urgent,
            "may_give_name": may_give_name(asked.form),
            "asked_from": asked.asked_from,
            "asked_at": when.asked_at,
            "low": when.low,
            "clock_held": when.held,
            "promised": _promised(clock, rules.calendar, promise),
            "answer_way": way_of(asked.form, proven=asked.proven),
            "listed": asked.listed,
        }
    )


def _promised(clock: Clock, calendar: Calendar, promise: Promise) -> Promised:
    return Promised(
        clock=clock.code,
        carried_days=clock.carried,
        read_days=clock.read,
        answered_days=clock.answered,
        calendar=calendar.source,
        known_to=calendar.known_to,
        read_by=promise.read,
        answer_by=promise.answered,
    )


def _copy(asked: Asked, item: RequestItem, day: date, promise: Promise) -> OwnCopy:
    form = asked.form.form
    return OwnCopy(
        request=item.id,
        reference=item.reference,
        person=asked.person,
        proven=asked.proven,
        form=asked.form_id,
        desk=form.desk,
        title=form.short_name,
        asked=day,
        carry_by=promise.carried,
        read_by=promise.read,
        answer_by=promise.answered,
        listed=asked.listed,
        private=form.private,
        capped=form.capped,
        asked_from=None if form.private else asked.asked_from,
    )
