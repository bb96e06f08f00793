"""What one visit holds: the catalogue it began with, and what is being asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.assembly.noticing import Noticing
from kiosk.assembly.stores import Keeping, ScreenStores
from kiosk.catalogue.cards import Card
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.groups import By, Choices
from kiosk.catalogue.lists import Lists, Piece
from kiosk.catalogue.policies import in_language
from kiosk.catalogue.search import Found, Search
from kiosk.catalogue.week import Week, week_from
from kiosk.exchange.entries import Kind
from kiosk.exchange.items import Reply
from kiosk.requests.sending import When
from kiosk.screens.ask_list.presenter import FormCard
from kiosk.screens.entry.further import PagesToPrint
from kiosk.screens.entry.presenter import Asking
from kiosk.screens.errand import Errand, Promised
from kiosk.screens.home.presenter import ASK, tiles
from kiosk.screens.kinds import ICONS
from kiosk.screens.notice.service import Service
from kiosk.screens.one_request.answer import AnswerText, answer_text
from kiosk.screens.reading import NothingToRead, Reading
from kiosk.translation import Words


@dataclass(slots=True)
class Sitting:
    """Everything of one visit. When it is dropped, nothing of the visit is left in memory."""

    catalogue: Catalogue | None
    stores: ScreenStores
    errand: Errand
    reading: Reading
    noticing: Noticing
    printing: PagesToPrint = field(default_factory=PagesToPrint)

    def __post_init__(self) -> None:
        """Offer to put pages aside only where the prison has a printer."""
        profile = self.reading.profile()
        self.printing.offered = profile is not None and profile.printer

    @property
    def path(self) -> Path | None:
        """The file of the catalogue that is read; None without content."""
        return self.catalogue.path if self.catalogue else None

    def end(self) -> None:
        """Let go of the catalogue and of what was in hand."""
        self.noticing.end()
        if self.catalogue is not None:
            self.catalogue.close()
        self.errand.in_hand = self.errand.asker = self.errand.saved = None
        self.printing.empty()
        self.printing = PagesToPrint()

    def find(self, text: str, language: str, choices: Choices | None = None) -> Found:
        """Look words up."""
        if self.catalogue is None:
            return Found()
        found = Search(self.catalogue).find(text, language, choices)
        self.noticing.looked_for(text, found=bool(found.cards))
        return found

    def listed(self, choices: Choices, language: str, skip: int = 0) -> Piece:
        """List what there is under these choices."""
        return Lists(self.catalogue).find(choices, language, skip) if self.catalogue else Piece()

    def options(self, by: By, choices: Choices) -> tuple[str, ...]:
        """List the codes of a choice under which there is anything."""
        return Lists(self.catalogue).options(by, choices) if self.catalogue else ()

    def asking(self) -> Asking:
        """What an entry needs to know about asking."""
        return Asking(self._button, self._promised)

    def forms(self, language: str) -> tuple[FormCard, ...]:
        """Every form that can be asked with."""
        if self.catalogue is None or self.stores.rules() is None:
            return ()
        cards = self.catalogue.forms(language)
        return tuple(
            FormCard(card.id, card.title, card.summary, self._icon(card)) for card in cards
        )

    def service(self, form: str, language: str) -> Service:
        """Who is behind a form; nobody when it cannot be asked with today."""
        found = self.catalogue.form(form, language) if self.catalogue else None
        profile = self.catalogue.profile() if self.catalogue else None
        if found is None or found.entry.form is None or not self.stores.can_ask(found.entry.form):
            return Service(form, "", "", "", "")
        about = found.entry.form
        employers = profile.employers if profile else {}
        return Service(
            form=form,
            name=about.short_name,
            reader=about.reader[:1].upper() + about.reader[1:],
            employer=employers.get(about.desk) or about.employer,
            retention=in_language(profile.retention, language) if profile else "",
        )

    def say(self, answer: Reply, words: Words) -> AnswerText:
        """Put an answer into words."""
        if self.catalogue is None:
            return AnswerText(words("There is an answer. Ask staff."))
        reading = self.catalogue

        def title_of(entry: str) -> str:
            card = reading.card(entry, words.language)
            return card.title if card else ""

        return answer_text(answer, reading.templates(), words, title_of)

    def manager(self, language: str) -> str:
        """How to reach a manager when an answer is late."""
        profile = self.catalogue.profile() if self.catalogue else None
        return in_language(profile.manager, language) if profile else ""

    def week(self, language: str, wing: str, today: date) -> Week:
        """Lay out the week that begins today; an empty one without content."""
        if self.catalogue is None:
            return Week(today)
        return week_from(self.catalogue, language, wing, today)

    def _button(self, form: str, language: str) -> str | None:
        found = self.catalogue.form(form, language) if self.catalogue else None
        if found is None or found.entry.form is None or self.stores.rules() is None:
            return None
        return found.entry.form.ask_button

    def _promised(self, form: str) -> Promised | None:
        found = self.catalogue.form(form, "en") if self.catalogue else None
        if found is None or found.entry.form is None:
            return None
        return self.stores.promised(found.entry.form.clock)

    def _icon(self, card: Card) -> str:
        """The picture of the home tile that the form belongs to; a hand where it has none."""
        topics = self.reading.topics().topics
        tile_of = {group.code: topic.tile for topic in topics for group in topic.groups}
        pictures = {tile.key: tile.icon for tile in tiles(Words())}
        shown = self.reading.entry(card.id, card.language)
        own = [tile_of.get(code, ASK) for code in shown.entry.topics] if shown else []
        return next((pictures[tile] for tile in own if tile != ASK), ICONS[Kind.FORM])


def a_sitting(catalogue: Catalogue | None, keeping: Keeping, when: Callable[[], When]) -> Sitting:
    """Begin a visit with this catalogue."""
    stores = ScreenStores(keeping, catalogue, when)
    reading, noticing = catalogue or NothingToRead(), Noticing(keeping.tally, catalogue)
    return Sitting(catalogue, stores, Errand(stores), reading, noticing)
