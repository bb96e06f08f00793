"""One home tile: its groups, and the entries of the group that was touched."""

from dataclasses import dataclass, replace

from kiosk.catalogue.cards import Card, Group
from kiosk.catalogue.groups import By, What
from kiosk.screens.choosing import WHAT_ICONS, what_words
from kiosk.screens.home.presenter import tiles
from kiosk.screens.kinds import card_row, trust_line, where_to
from kiosk.screens.parts.shapes import NavItem, RowItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words

WITH_TIMELINE = {"new-here", "getting-out"}
TIMELINE = "timeline"
WEEK, WITH_WEEK = "week", {"life-in-here"}
ELSEWHERE = {TIMELINE: Place.TIMELINE, WEEK: Place.WEEK}
LISTS = {
    "place-to-live": ("what:homes", "what:letters"),
    "job-or-course": ("what:jobs", "what:courses", "what:employers"),
    "money-and-id": ("what:letters",),
    "getting-out": ("what:stories",),
    "health": ("need:health",),
    "family-and-phone": ("need:family",),
    "rules-and-rights": ("what:guides",),
}
"""Lists with choices that a tile leads to. Someone to talk to has none: it stays as plain."""
FIRST = "what:jobs"
"""The list that stands before the groups: most people come to its tile for that."""


@dataclass(frozen=True, slots=True)
class TopicState:
    """Groups beside their entries; `empty` is said when there is nothing at all."""

    back: str = ""
    title: str = ""
    groups: tuple[NavItem, ...] = ()
    rows: tuple[RowItem, ...] = ()
    empty_title: str = ""
    empty_text: str = ""
    more: str = ""
    less: str = ""


class TopicPresenter(Presenter[TopicState]):
    """Shows the first group, and another when it is touched."""

    def __init__(
        self, words: Words, reading: Reading, tile: str, go_to: GoTo, go_back: GoBack
    ) -> None:
        super().__init__(words)
        self._reading = reading
        self._tile = tile
        self._go_to = go_to
        self._go_back = go_back
        self._group = ""

    def choose_group(self, code: str) -> None:
        """Show the entries of this group, or open the timeline."""
        if code in ELSEWHERE:
            self._go_to(ELSEWHERE[code])
            return
        if code in LISTS.get(self._tile, ()):
            self._go_to(Place.LISTS, code)
            return
        self._group = code
        self._changed()

    def open(self, entry: str) -> None:
        """Open this entry; a request begins with its notice."""
        self._go_to(*where_to(entry, self._reading.forms(self._words.language)))

    def back(self) -> None:
        """Leave the topic."""
        self._go_back()

    def _make(self) -> TopicState:
        words = self._words
        groups = self._reading.topic(self._tile, words.language)
        rows = self._rows(groups)
        return TopicState(
            back=words("Back"),
            title=next((tile.title for tile in tiles(words) if tile.key == self._tile), ""),
            groups=self._nav(groups),
            rows=rows,
            empty_title="" if rows else words("Nothing here yet"),
            empty_text="" if rows else words("Ask any officer. Help now always works."),
            more=words("More"),
            less=words("Back up"),
        )

    def _chosen(self, groups: tuple[Group, ...]) -> Group | None:
        return next(
            (group for group in groups if group.code == self._group), next(iter(groups), None)
        )

    def _nav(self, groups: tuple[Group, ...]) -> tuple[NavItem, ...]:
        chosen = self._chosen(groups)
        items = [NavItem(group.code, group.title, group.icon, group is chosen) for group in groups]
        if self._tile in WITH_TIMELINE:
            title = self._words("What should happen, and when")
            items.append(NavItem(TIMELINE, title, "calendar-dots"))
        if self._tile in WITH_WEEK:
            title = self._words("This week, day by day")
            items.insert(0, NavItem(WEEK, title, "calendar-dots"))
        lists = LISTS.get(self._tile, ()) if groups else ()
        ahead = [self._list(which) for which in lists if which == FIRST]
        return (*ahead, *items, *(self._list(which) for which in lists if which != FIRST))

    def _list(self, which: str) -> NavItem:
        """A way to a list that can be narrowed."""
        words, (by, _, what) = self._words, which.partition(":")
        if by != By.WHAT:
            return NavItem(which, words("Choose by stage and place"), "list-checks")
        titles = {
            What.JOBS: words("Jobs near home"),
            What.HOMES: words("Places to live, by area"),
            What.COURSES: words("All courses"),
        }
        title = titles.get(What(what)) or what_words(what, words)
        return NavItem(which, title, WHAT_ICONS[What(what)])

    def _rows(self, groups: tuple[Group, ...]) -> tuple[RowItem, ...]:
        chosen = self._chosen(groups)
        cards = chosen.cards if chosen else ()
        return tuple(self._row(card) for card in cards)

    def _row(self, card: Card) -> RowItem:
        """The card; in easy read its first easy line, or the title alone where it has none."""
        words = self._words
        if words.easy and not card.easy:
            return replace(card_row(card, words), text=trust_line(card, words))
        return card_row(card, words, card.easy if words.easy else "")
