"""Says what happens on the wing this week, day by day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.week import Happening, Week
from kiosk.exchange.policy import Vocabulary
from kiosk.screens.kinds import ICONS, card_row
from kiosk.screens.parts.shapes import HeadingItem, NavItem, RowItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words

TIMELESS = "timeless"


@dataclass(frozen=True, slots=True)
class WeekState:
    """The days beside what happens on the one that was touched."""

    back: str = ""
    title: str = ""
    days: tuple[NavItem, ...] = ()
    rows: tuple[HeadingItem | RowItem, ...] = ()
    empty_title: str = ""
    empty_text: str = ""
    more: str = ""
    less: str = ""


@dataclass(frozen=True, slots=True)
class WeekOf:
    """Whose week it is, laid out anew in each language, with the pictures of what recurs."""

    wing: str
    lay_out: Callable[[str], Week]
    recurring: Vocabulary


class WeekPresenter(Presenter[WeekState]):
    """Shows today first, and another day when it is touched."""

    def __init__(self, words: Words, week_of: WeekOf, go_to: GoTo, go_back: GoBack) -> None:
        super().__init__(words)
        self._week_of = week_of
        self._week = week_of.lay_out(words.language)
        self._chosen = self._week.first.isoformat()
        self._go_to = go_to
        self._go_back = go_back

    def reword(self, words: Words) -> None:
        """Lay the week out in another language."""
        self._week = self._week_of.lay_out(words.language)
        super().reword(words)

    def choose_day(self, day: str) -> None:
        """Show this day, or what is so every week."""
        self._chosen = day
        self._changed()

    def open(self, entry: str) -> None:
        """Open the entry that a line is about."""
        self._go_to(Place.ENTRY, entry)

    def back(self) -> None:
        """Leave the week."""
        self._go_back()

    def _make(self) -> WeekState:
        words, week = self._words, self._week
        rows = self._rows()
        return WeekState(
            back=words("Back"),
            title=week_title(self._week_of.wing, words),
            days=self._days() if week.is_known else (),
            rows=rows,
            empty_title="" if rows else self._why_empty(),
            empty_text="" if rows else words("Ask any officer what happens, and when."),
            more=words("More"),
            less=words("Back up"),
        )

    def _why_empty(self) -> str:
        words = self._words
        if self._week.is_known:
            return words("Nothing is known for this day")
        return words("Nobody has put this week on the screen yet")

    def _days(self) -> tuple[NavItem, ...]:
        words, first = self._words, self._week.first
        days = [self._day(day, words("Today") if day == first else "") for day in self._week.days]
        if self._week.timeless:
            here = self._chosen == TIMELESS
            days.append(NavItem(TIMELESS, words("More about every week"), here=here))
        return tuple(days)

    def _day(self, day: date, name: str) -> NavItem:
        key = day.isoformat()
        weekday = self._words.weekdays((day.weekday(),))
        name = name or weekday[:1].upper() + weekday[1:]
        return NavItem(key, name, here=key == self._chosen)

    def _rows(self) -> tuple[HeadingItem | RowItem, ...]:
        if self._chosen == TIMELESS:
            return tuple(card_row(card, self._words) for card in self._week.timeless)
        day = date.fromisoformat(self._chosen)
        rows = tuple(self._row(one) for one in self._week.on(day))
        name = self._words.day(day)
        return (HeadingItem(name[:1].upper() + name[1:]), *rows) if rows else ()

    def _row(self, one: Happening) -> RowItem:
        words = self._words
        around = (one.why.rstrip("."), one.what if one.part else "", one.where)
        return RowItem(
            key=one.entry,
            title=words.line(f"{hours(one, words)}  {words.apart(one.part or one.what)}"),
            text=". ".join(part for part in around if part),
            icon="prohibit" if one.cancelled else self._icon(one),
            live=bool(one.entry),
            mark=words("Cancelled") if one.cancelled else "",
        )

    def _icon(self, one: Happening) -> str:
        terms = {term.code: term.icon for term in self._week_of.recurring.terms}
        return terms.get(one.about) or ICONS[one.kind]


def week_title(wing: str, words: Words) -> str:
    """What the screen is called, here and where it is offered."""
    return words("This week on {wing} wing", wing=wing) if wing else words("This week")


def hours(one: Happening, words: Words) -> str:
    """From when to when: "9:30 to 11:30"."""
    start, end = one.start.removeprefix("0"), one.end.removeprefix("0")
    return words("{first} to {last}", first=start, last=end) if end else start
