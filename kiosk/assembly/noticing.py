"""Keeps in mind what a visit may leave behind: numbers about pages, nothing about a person."""

from collections import Counter
from collections.abc import Callable, Mapping

from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.known import are_known
from kiosk.database import StoreFault
from kiosk.exchange.entries import Entry
from kiosk.requests.opinions import Note, Noted, Opinions
from kiosk.requests.sending import Rules, Sending, When
from kiosk.requests.telling import tell_office

AN_HOUR = 3600.0
"""Seconds between two times that numbers are written down: nobody can tell whose visit they are."""
SHORTEST = 3
"""Letters of a search that counts."""
LONGEST = 60
OPEN = "open"


class Tally:
    """The numbers of the last hour, in memory; then on the disk, then on their way."""

    def __init__(self, opinions: Opinions, sending: Sending, awake: Callable[[], float]) -> None:
        self._opinions = opinions
        self._sending = sending
        self._awake = awake
        self._since = awake()
        self._counted: Counter[Note] = Counter()

    def count(self, note: Note) -> None:
        """Count one more of these."""
        self._counted[note] += 1

    @property
    def counted(self) -> Mapping[Note, int]:
        """What is not on the disk yet."""
        return dict(self._counted)

    def put_down(self, rules: Callable[[], Rules | None], when: When) -> None:
        """Once an hour write the numbers down, and seal what is ripe for the office.

        A full or faulty disk is no reason to stop: the numbers are then forgotten.
        """
        if self._awake() - self._since < AN_HOUR:
            return
        self._since = self._awake()
        counted, self._counted = self._counted, Counter()
        try:
            self._opinions.add(counted, when.day)
            known = rules()
            if known is not None:
                tell_office(self._opinions, self._sending, known, when)
        except StoreFault:
            return


class Noticing:
    """What one visit may leave behind, each thing once; it is dropped with the visit."""

    def __init__(self, tally: Tally, catalogue: Catalogue | None) -> None:
        self._tally = tally
        self._catalogue = catalogue
        self._noticed: set[tuple[str, ...]] = set()
        self._missed = ""

    def read(self, entry: str) -> None:
        """A page was opened; only an open one counts, whatever it is about."""
        if self._is_open(entry):
            self._once(Note(Noted.READ, (entry,)), "read", entry)

    def useful(self, entry: str, answer: str) -> None:
        """Somebody says what an open page was good for; the first answer of a visit counts."""
        if self._is_open(entry):
            self._once(Note(Noted.USEFUL, (entry, answer)), "useful", entry)

    def wrong(self, entry: str, language: str, what: str) -> None:
        """Somebody says that a page looks wrong: this goes home from every kind of page."""
        shown = self._catalogue.entry(entry, language) if self._catalogue else None
        if self._catalogue and shown:
            pack = self._catalogue.pack_of(entry, language)
            self._once(Note(Noted.WRONG, (entry, shown.language, pack, what)), "wrong", entry)

    def looked_for(self, text: str, *, found: bool) -> None:
        """Somebody typed this: what is typed letter by letter counts once, if nothing is found."""
        words = " ".join(text.split())[:LONGEST].lower()
        goes_on = words.startswith(self._missed) or self._missed.startswith(words)
        if self._missed and not goes_on:
            self.stopped_looking()
        if found:
            self._missed = ""
        elif len(words) >= max(SHORTEST, len(self._missed)):
            self._missed = words

    def stopped_looking(self) -> None:
        """The search is left. What was missed counts only if each word is one of the content's."""
        words, self._missed = self._missed, ""
        if words and self._catalogue and are_known(self._catalogue, words):
            self._once(Note(Noted.MISSED, (words,)), "missed", words)

    def end(self) -> None:
        """The visit is over."""
        self.stopped_looking()
        self._noticed.clear()
        self._catalogue = None

    def _once(self, note: Note, *about: str) -> None:
        if about not in self._noticed:
            self._noticed.add(about)
            self._tally.count(note)

    def wants_to_know(self, entry: str) -> bool:
        """Whether it is counted what this page was good for."""
        return self._is_open(entry)

    def _is_open(self, entry: str) -> bool:
        shown = self._catalogue.entry(entry, "en") if self._catalogue else None
        return shown is not None and counts(shown.entry)


def counts(entry: Entry) -> bool:
    """Whether it may be counted who reads this: never what is private or helps in need."""
    return entry.sensitivity == OPEN and entry.form is None
