"""Says for every place who presents it and who draws it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from kiosk.assembly.closing import ClosedUntil
from kiosk.assembly.printing import Printing
from kiosk.assembly.sitting import Sitting
from kiosk.exchange.trusted_day import LONDON
from kiosk.screens.ask_list.presenter import AskListPresenter
from kiosk.screens.ask_list.screen import AskListScreen
from kiosk.screens.attract.presenter import AttractPresenter, Wall
from kiosk.screens.attract.screen import AttractScreen
from kiosk.screens.check.presenter import CheckPresenter
from kiosk.screens.check.screen import CheckScreen
from kiosk.screens.closed.presenter import ClosedPresenter
from kiosk.screens.closed.screen import ClosedScreen
from kiosk.screens.confirmation.presenter import ConfirmationPresenter
from kiosk.screens.confirmation.screen import ConfirmationScreen
from kiosk.screens.entry.body import ReadPicture
from kiosk.screens.entry.presenter import EntryPresenter
from kiosk.screens.entry.screen import EntryScreen
from kiosk.screens.help_now.presenter import HelpNowPresenter
from kiosk.screens.help_now.screen import HelpNowScreen
from kiosk.screens.home.presenter import HomePresenter
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.language.presenter import LanguagePresenter
from kiosk.screens.language.screen import LanguageScreen
from kiosk.screens.lists.presenter import ListsPresenter
from kiosk.screens.lists.screen import ListsScreen
from kiosk.screens.my_requests.presenter import MyRequestsPresenter
from kiosk.screens.my_requests.screen import MyRequestsScreen
from kiosk.screens.navigator import Asked, Opening
from kiosk.screens.notice.presenter import NoticePresenter
from kiosk.screens.notice.screen import NoticeScreen
from kiosk.screens.one_request.presenter import OneRequestPresenter
from kiosk.screens.one_request.presenter import Reading as OwnReading
from kiosk.screens.one_request.screen import OneRequestScreen
from kiosk.screens.opinion.presenter import Ears, OpinionPresenter
from kiosk.screens.opinion.screen import OpinionScreen
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.printing.presenter import PrintingPresenter
from kiosk.screens.printing.screen import PrintingScreen
from kiosk.screens.question.presenter import QuestionPresenter
from kiosk.screens.question.screen import QuestionScreen
from kiosk.screens.search.presenter import SearchPresenter
from kiosk.screens.search.screen import SearchScreen
from kiosk.screens.sign_in.presenter import SignInPresenter
from kiosk.screens.sign_in.screen import SignInScreen
from kiosk.screens.staff.keyboards import keyboard_words
from kiosk.screens.staff.paper import printer_words
from kiosk.screens.staff.presenter import StaffNotes, StaffPresenter
from kiosk.screens.staff.screen import StaffScreen
from kiosk.screens.staff.seen import Seen
from kiosk.screens.staff.tongues import language_words
from kiosk.screens.timeline.presenter import TimelinePresenter
from kiosk.screens.timeline.screen import TimelineScreen
from kiosk.screens.topic.presenter import TopicPresenter
from kiosk.screens.topic.screen import TopicScreen
from kiosk.screens.week.presenter import WeekOf, WeekPresenter
from kiosk.screens.week.screen import WeekScreen
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class Desk:
    """What the presenters are given. `sitting` is asked for anew: each visit has its own."""

    sitting: Callable[[], Sitting]
    go_to: GoTo
    back: GoBack
    start_in: Callable[[str], None]
    speak: Callable[[str], None]
    close: Callable[[], None]
    languages: tuple[tuple[str, str], ...]
    seen: Callable[[], Seen]
    closing: ClosedUntil
    now: Callable[[], datetime]
    picture: ReadPicture
    voice: Callable[[Words], str]
    """What staff should know of the voice."""
    panel: Callable[[Words], str]
    """What staff should know of the panel."""
    printer: Printing
    here: Callable[[], tuple[date, str]]
    """Which day it is, on which wing."""
    wall: Wall


def openings(desk: Desk) -> Mapping[Place, Opening]:
    """Every place of the kiosk."""
    return {
        **looking_up(desk),
        **finding(desk),
        **day_by_day(desk),
        **asking(desk),
        **resting(desk),
    }


def opinion_of(desk: Desk) -> Callable[[Asked], OpinionPresenter]:
    """Say what somebody makes of one page, to nobody but the numbers of this visit."""

    def opinion(asked: Asked) -> OpinionPresenter:
        noticing, which = desk.sitting().noticing, asked.which
        ears = Ears(
            partial(noticing.useful, which),
            partial(noticing.wrong, which, asked.words.language),
            noticing.wants_to_know(which),
        )
        return OpinionPresenter(asked.words, ears, desk.back)

    return opinion


def looking_up(desk: Desk) -> Mapping[Place, Opening]:
    """The places where nobody needs to say who they are."""
    go_to, back = desk.go_to, desk.back

    def home(asked: Asked) -> HomePresenter:
        return HomePresenter(asked.words, go_to)

    def topic(asked: Asked) -> TopicPresenter:
        return TopicPresenter(asked.words, desk.sitting().reading, asked.which, go_to, back)

    def entry(asked: Asked) -> EntryPresenter:
        sitting = desk.sitting()
        sitting.noticing.read(asked.which)
        return EntryPresenter(
            asked.words,
            sitting.reading,
            sitting.asking(),
            asked.which,
            go_to=go_to,
            go_back=back,
            picture=desk.picture,
            printing=sitting.printing,
        )

    def help_now(asked: Asked) -> HelpNowPresenter:
        return HelpNowPresenter(asked.words, desk.sitting().reading, back)

    def language(asked: Asked) -> LanguagePresenter:
        return LanguagePresenter(asked.words, desk.languages, desk.speak, back)

    return {
        Place.HOME: Opening(home, HomeScreen),
        Place.TOPIC: Opening(topic, TopicScreen),
        Place.ENTRY: Opening(entry, EntryScreen),
        Place.OPINION: Opening(opinion_of(desk), OpinionScreen),
        Place.HELP_NOW: Opening(help_now, HelpNowScreen),
        Place.LANGUAGE: Opening(language, LanguageScreen),
    }


def day_by_day(desk: Desk) -> Mapping[Place, Opening]:
    """The places that are about when something happens."""

    def timeline(asked: Asked) -> TimelinePresenter:
        return TimelinePresenter(asked.words, desk.sitting().reading, desk.go_to, desk.back)

    def week(asked: Asked) -> WeekPresenter:
        sitting, (today, wing) = desk.sitting(), desk.here()
        week_of = WeekOf(
            wing,
            lambda language: sitting.week(language, wing, today),
            sitting.reading.vocabulary("daily"),
        )
        return WeekPresenter(asked.words, week_of, desk.go_to, desk.back)

    return {
        Place.TIMELINE: Opening(timeline, TimelineScreen),
        Place.WEEK: Opening(week, WeekScreen),
    }


def finding(desk: Desk) -> Mapping[Place, Opening]:
    """The places that lead to entries, and what was put aside on the way."""
    go_to, back = desk.go_to, desk.back

    def search(asked: Asked) -> SearchPresenter:
        sitting = desk.sitting()
        return SearchPresenter(asked.words, sitting.reading, sitting, go_to, back)

    def lists(asked: Asked) -> ListsPresenter:
        sitting = desk.sitting()
        return ListsPresenter(
            asked.words, sitting.reading, sitting, asked.which, go_to=go_to, go_back=back
        )

    def printing(asked: Asked) -> PrintingPresenter:
        sitting = desk.sitting()
        return PrintingPresenter(
            asked.words, sitting.reading, sitting.printing, go_to, back, desk.printer
        )

    return {
        Place.SEARCH: Opening(search, SearchScreen),
        Place.LISTS: Opening(lists, ListsScreen),
        Place.PRINTING: Opening(printing, PrintingScreen),
    }


def asking(desk: Desk) -> Mapping[Place, Opening]:
    """The places where a person asks, and sees what became of it."""
    go_to, back = desk.go_to, desk.back

    def ask_list(asked: Asked) -> AskListPresenter:
        return AskListPresenter(asked.words, desk.sitting().forms, go_to, back)

    def notice(asked: Asked) -> NoticePresenter:
        sitting = desk.sitting()
        sitting.errand.take(asked.which, asked.words.language, asked.asked_from)
        return NoticePresenter(
            asked.words,
            lambda language: sitting.service(asked.which, language),
            sitting.errand.is_known,
            go_to,
            back,
        )

    def question(asked: Asked) -> QuestionPresenter:
        return QuestionPresenter(asked.words, desk.sitting().errand, go_to, back)

    def check(asked: Asked) -> CheckPresenter:
        return CheckPresenter(asked.words, desk.sitting().errand, go_to, back)

    def confirmation(asked: Asked) -> ConfirmationPresenter:
        return ConfirmationPresenter(asked.words, desk.sitting().errand, desk.close, go_to)

    def sign_in(asked: Asked) -> SignInPresenter:
        return SignInPresenter(asked.words, desk.sitting().errand, asked.which, go_to, back)

    return {
        Place.ASK_LIST: Opening(ask_list, AskListScreen),
        Place.NOTICE: Opening(notice, NoticeScreen),
        Place.QUESTION: Opening(question, QuestionScreen),
        Place.CHECK: Opening(check, CheckScreen),
        Place.CONFIRMATION: Opening(confirmation, ConfirmationScreen),
        Place.SIGN_IN: Opening(sign_in, SignInScreen),
        **one_s_own(desk),
    }


def one_s_own(desk: Desk) -> Mapping[Place, Opening]:
    """The places that show a person's own requests."""
    go_to, back = desk.go_to, desk.back

    def my_requests(asked: Asked) -> MyRequestsPresenter:
        sitting = desk.sitting()
        return MyRequestsPresenter(asked.words, sitting.errand, sitting.stores, go_to, back)

    def one_request(asked: Asked) -> OneRequestPresenter:
        sitting = desk.sitting()
        reading = OwnReading(sitting.errand, sitting.stores, sitting.say, sitting.manager)
        return OneRequestPresenter(asked.words, reading, asked.which, go_to, back)

    return {
        Place.MY_REQUESTS: Opening(my_requests, MyRequestsScreen),
        Place.ONE_REQUEST: Opening(one_request, OneRequestScreen),
    }


def resting(desk: Desk) -> Mapping[Place, Opening]:
    """The places where the screen stands while nobody visits."""

    def attract(asked: Asked) -> AttractPresenter:
        return AttractPresenter(asked.words, desk.languages, desk.wall, desk.go_to, desk.start_in)

    def staff(asked: Asked) -> StaffPresenter:
        notes = StaffNotes(
            desk.voice,
            desk.panel,
            keyboard_words,
            language_words,
            lambda words: printer_words(words, failed=desk.printer.failed),
        )
        return StaffPresenter(asked.words, desk.seen, desk.closing, desk.now, notes)

    def closed(asked: Asked) -> ClosedPresenter:
        until = desk.closing.until()
        opens = until.astimezone(LONDON).time() if until else None
        return ClosedPresenter(asked.words, opens)

    return {
        Place.ATTRACT: Opening(attract, AttractScreen),
        Place.STAFF: Opening(staff, StaffScreen),
        Place.CLOSED: Opening(closed, ClosedScreen),
    }
