"""Draws any screen with made-up data into build/pictures.

python -m tests.show home entry --size 1080x1920 --dark --large --language cy
"""

import argparse
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from kiosk import lockdown

lockdown.clean_environment()
os.environ["SDL_VIDEODRIVER"] = "offscreen"

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.commission.presenter import CommissionPresenter
from kiosk.screens.commission.screen import CommissionScreen
from kiosk.screens.frame.presenter import Doors, FramePresenter, Hearing, News
from kiosk.screens.frame.screen import Frame, Shell
from kiosk.screens.help_now.presenter import HelpNowPresenter
from kiosk.screens.help_now.screen import HelpNowScreen
from kiosk.screens.home.presenter import HomePresenter
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.language.presenter import LanguagePresenter
from kiosk.screens.language.screen import LanguageScreen
from kiosk.screens.lists.presenter import ListsPresenter
from kiosk.screens.lists.screen import ListsScreen
from kiosk.screens.parts import keys
from kiosk.screens.places import Place
from kiosk.screens.reading import NothingToRead
from kiosk.screens.search.presenter import SearchPresenter
from kiosk.screens.search.screen import SearchScreen
from kiosk.screens.theme import Theme, look
from kiosk.screens.timeline.presenter import TimelinePresenter
from kiosk.screens.timeline.screen import TimelineScreen
from kiosk.screens.topic.presenter import TopicPresenter
from kiosk.screens.topic.screen import TopicScreen
from kiosk.translation import Words, languages
from tests import show_entry, show_opinion, show_week
from tests.builders.small_catalogue import SmallCatalogue
from tests.show_entry import easy, nowhere
from tests.show_over import lay_over

PICTURES = Path("build/pictures")

Made = tuple[Any, Any]
Maker = Callable[[Words], Made]


def home(words: Words) -> Made:
    return HomePresenter(words, nowhere), HomeScreen()


def topic(words: Words) -> Made:
    return TopicPresenter(words, SmallCatalogue(), "place-to-live", nowhere, nowhere), TopicScreen()


def home_easy(words: Words) -> Made:
    return home(easy(words))


def topic_easy(words: Words) -> Made:
    return topic(easy(words))


def search(words: Words) -> Made:
    return _search(words, "ho")


def _search(words: Words, typed: str) -> Made:
    reading = SmallCatalogue()
    presenter = SearchPresenter(words, reading, reading, nowhere, nowhere)
    for sign in typed:
        presenter.type(sign)
    return presenter, SearchScreen()


def search_meant(words: Words) -> Made:
    return _search(words, "hoem")


def search_empty(words: Words) -> Made:
    return _search(words, "")


def search_where(words: Words) -> Made:
    presenter, screen = search(words)
    presenter.touch("place")
    return presenter, screen


def lists(words: Words) -> Made:
    return _lists(words, "what:jobs,place:northgate")


def lists_homes(words: Words) -> Made:
    return _lists(words, "what:homes")


def lists_empty(words: Words) -> Made:
    return _lists(words, "what:courses,place:northgate")


def lists_where(words: Words) -> Made:
    presenter, screen = lists(words)
    presenter.touch("place")
    return presenter, screen


def lists_start(words: Words) -> Made:
    return _lists(words, "")


def _lists(words: Words, which: str) -> Made:
    reading = SmallCatalogue()
    presenter = ListsPresenter(words, reading, reading, which, go_to=nowhere, go_back=nowhere)
    return presenter, ListsScreen()


def search_all(words: Words) -> Made:
    presenter, screen = search(words)
    presenter.show_all()
    return presenter, screen


def search_nothing(words: Words) -> Made:
    presenter, screen = search(words)
    presenter.type("xyz")
    return presenter, screen


def search_numbers(words: Words) -> Made:
    presenter, screen = search(words)
    presenter.type(keys.TO_NUMBERS)
    return presenter, screen


def search_letters(words: Words) -> Made:
    presenter, screen = search(words)
    presenter.type(keys.TO_LANGUAGES)
    return presenter, screen


def timeline(words: Words) -> Made:
    return TimelinePresenter(words, SmallCatalogue(), nowhere, nowhere), TimelineScreen()


def help_now(words: Words) -> Made:
    return HelpNowPresenter(words, SmallCatalogue(), nowhere), HelpNowScreen()


def help_without(words: Words) -> Made:
    return HelpNowPresenter(words, NothingToRead(), nowhere), HelpNowScreen()


def language(words: Words) -> Made:
    tongues = tuple((code, Words(code).name) for code in languages())
    return LanguagePresenter(words, tongues, nowhere, nowhere), LanguageScreen()


def still_there(words: Words) -> Made:
    return home(words)


def listening(words: Words) -> Made:
    return show_entry.entry(words)


def read_aloud(words: Words) -> Made:
    return home(words)


def switches(words: Words) -> Made:
    return home(words)


class PaperBench:
    """A panel that is drawn on here and written down nowhere."""

    def try_out(self, _: object) -> tuple[tuple[int, int], float]:
        return (look.theme.width, look.theme.height), look.theme.dpi

    def keep(self, _: object) -> bool:
        return True

    def leave(self) -> None:
        nowhere()


def commission(pages: int) -> Maker:
    """The installer's pages, turned so many times."""

    def make(words: Words) -> Made:
        draft = {"dpi": 102, "scale_percent": 100, "turned": 0, "low_reach": False}
        presenter = CommissionPresenter(words, draft, PaperBench())
        last = 4 if look.theme.upright else 3
        for _ in range(last + 1 + pages if pages < 0 else pages):
            presenter.carry_on()
        for corner in ("top-left", "middle"):
            presenter.touch(corner)
        return presenter, CommissionScreen()

    return make


SCREENS: dict[str, tuple[Place, Maker]] = {
    "home": (Place.HOME, home),
    "home_easy": (Place.HOME, home_easy),
    "topic": (Place.TOPIC, topic),
    "topic_easy": (Place.TOPIC, topic_easy),
    "entry": (Place.ENTRY, show_entry.entry),
    "entry_long": (Place.ENTRY, show_entry.entry_long),
    "entry_facts": (Place.ENTRY, show_entry.entry_facts),
    "entry_home": (Place.ENTRY, show_entry.entry_home),
    "entry_week": (Place.ENTRY, show_entry.entry_week),
    "entry_pictured": (Place.ENTRY, show_entry.entry_pictured),
    "entry_picture_lost": (Place.ENTRY, show_entry.entry_picture_lost),
    "entry_terms": (Place.ENTRY, show_entry.entry_terms),
    "entry_explained": (Place.ENTRY, show_entry.entry_explained),
    "entry_easy": (Place.ENTRY, show_entry.entry_easy),
    "entry_not_easy": (Place.ENTRY, show_entry.entry_not_easy),
    "entry_job": (Place.ENTRY, show_entry.entry_job),
    "entry_pay": (Place.ENTRY, show_entry.entry_pay),
    "printing": (Place.PRINTING, show_entry.printing),
    "printing_ready": (Place.PRINTING, show_entry.printing_ready),
    "printing_sent": (Place.PRINTING, show_entry.printing_sent),
    "printing_failed": (Place.PRINTING, show_entry.printing_failed),
    "printing_empty": (Place.PRINTING, show_entry.printing_empty),
    "entry_gone": (Place.ENTRY, show_entry.entry_gone),
    "search": (Place.SEARCH, search),
    "search_all": (Place.SEARCH, search_all),
    "search_nothing": (Place.SEARCH, search_nothing),
    "search_numbers": (Place.SEARCH, search_numbers),
    "search_letters": (Place.SEARCH, search_letters),
    "search_meant": (Place.SEARCH, search_meant),
    "search_empty": (Place.SEARCH, search_empty),
    "search_where": (Place.SEARCH, search_where),
    "lists": (Place.LISTS, lists),
    "lists_homes": (Place.LISTS, lists_homes),
    "lists_empty": (Place.LISTS, lists_empty),
    "lists_where": (Place.LISTS, lists_where),
    "lists_start": (Place.LISTS, lists_start),
    "timeline": (Place.TIMELINE, timeline),
    "help_now": (Place.HELP_NOW, help_now),
    "help_without": (Place.HELP_NOW, help_without),
    **show_week.SAMPLES,
    **show_opinion.SAMPLES,
    "language": (Place.LANGUAGE, language),
    "still_there": (Place.HOME, still_there),
    "listening": (Place.ENTRY, listening),
    "read_aloud": (Place.HOME, read_aloud),
    "switches": (Place.HOME, switches),
    "commission_turned": (Place.STAFF, commission(0)),
    "commission_card": (Place.STAFF, commission(1)),
    "commission_touch": (Place.STAFF, commission(-2)),
    "commission_keep": (Place.STAFF, commission(-1)),
}


def whole(name: str, words: Words) -> Shell:
    """One screen inside its frame, with what lies over it."""
    if name.startswith("commission"):
        return _on_the_bench(name, words)
    place, make = SCREENS[name]
    said = easy(words) if name.endswith("_easy") else words
    around = _around(said, place, reading=name == "listening")
    presenter, screen = make(words)
    screen.attach(presenter)
    shell, frame = Shell(), Frame(around)
    frame.show(screen)
    shell.add_widget(frame)
    lay_over(name, shell, screen, words)
    return shell


def _around(words: Words, place: Place, *, reading: bool) -> FramePresenter:
    around = FramePresenter(words, Doors(nowhere, nowhere, nowhere, nowhere))
    around.tell(News(date(2026, 11, 19), date(2026, 11, 22), "B"))
    around.stands_at(place)
    around.stands_on(upright=look.theme.upright, low=look.theme.low_reach)
    around.hears(Hearing(offered=True, on=reading))
    if look.theme.large:
        around.bigger()
    if look.theme.dark:
        around.contrast()
    return around


def _on_the_bench(name: str, words: Words) -> Shell:
    """The installer's pages fill the panel: there is no header, no footer."""
    presenter, screen = SCREENS[name][1](words)
    screen.attach(presenter)
    shell = Shell()
    shell.add_widget(screen)
    return shell


def draw(stage: Stage, name: str, words: Words, theme: Theme, to: Path) -> None:
    """Draw one screen into a picture."""
    stage.wear(theme)
    stage.show(whole(name, words))
    stage.picture(to)


def main() -> None:
    """Read what to draw, and draw it."""
    wish = argparse.ArgumentParser()
    wish.add_argument("screens", nargs="*", default=list(SCREENS))
    wish.add_argument("--size", default="1920x1080")
    wish.add_argument("--dark", action="store_true")
    wish.add_argument("--large", action="store_true")
    wish.add_argument("--low-reach", action="store_true")
    wish.add_argument("--language", default="en")
    asked = wish.parse_args()
    width, height = map(int, asked.size.split("x"))
    words = Words(asked.language)
    theme = Theme(
        width,
        height,
        dark=asked.dark,
        large=asked.large,
        right_to_left=words.right_to_left,
        low_reach=asked.low_reach,
    )
    marks = [asked.size, *(["dark"] * asked.dark), *(["large"] * asked.large)]
    marks += ["low-reach"] * asked.low_reach
    marks += [asked.language] * (asked.language != "en")
    stage = Stage()
    for name in asked.screens:
        draw(stage, name, words, theme, PICTURES / f"{'-'.join([name, *marks])}.png")


if __name__ == "__main__":
    main()
