"""Draws the asking screens with made-up people and requests.

`python -m tests.show_asking notice --size 1080x1920 --dark --large` writes into build/pictures/.
"""

import argparse
import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from kiosk import lockdown

lockdown.clean_environment()

import os

os.environ["SDL_VIDEODRIVER"] = "offscreen"

from tests.stage import Stage  # isort: skip

from kiosk.exchange.items import Reply
from kiosk.exchange.policy import Templates
from kiosk.exchange.refusals import Refusal
from kiosk.screens.ask_list.presenter import AskListPresenter, FormCard
from kiosk.screens.ask_list.screen import AskListScreen
from kiosk.screens.check.presenter import CheckPresenter
from kiosk.screens.check.screen import CheckScreen
from kiosk.screens.closed.presenter import ClosedPresenter
from kiosk.screens.closed.screen import ClosedScreen
from kiosk.screens.confirmation.presenter import ConfirmationPresenter
from kiosk.screens.confirmation.screen import ConfirmationScreen
from kiosk.screens.errand import TurnedDown
from kiosk.screens.frame.presenter import Doors, FramePresenter, Hearing, News
from kiosk.screens.frame.screen import Frame
from kiosk.screens.my_requests.presenter import MyRequestsPresenter
from kiosk.screens.my_requests.screen import MyRequestsScreen
from kiosk.screens.notice.presenter import NoticePresenter
from kiosk.screens.notice.screen import NoticeScreen
from kiosk.screens.notice.service import Service
from kiosk.screens.one_request.answer import AnswerText, answer_text
from kiosk.screens.one_request.presenter import OneRequestPresenter, Reading
from kiosk.screens.one_request.screen import OneRequestScreen
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.places import Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.question.presenter import QuestionPresenter
from kiosk.screens.question.screen import QuestionScreen
from kiosk.screens.sign_in.presenter import SignInPresenter
from kiosk.screens.sign_in.screen import SignInScreen
from kiosk.screens.staff.presenter import StaffPresenter
from kiosk.screens.staff.screen import StaffScreen
from kiosk.screens.staff.seen import Doing, Seen
from kiosk.screens.theme import Theme, look
from kiosk.translation import Words
from tests.architecture.house import HOUSE
from tests.builders.asked import ANSWERS, FORM, LONG, REQUESTS, Open, Table
from tests.builders.asking import (
    NUMBER,
    Guide,
    ShortList,
    a_saved_request,
)

Sample = tuple[Presenter[Any], ScreenPart]
Samples = dict[str, Callable[[Table], Sample]]


def _ask_list(table: Table) -> Sample:
    forms = (
        FormCard("housing", "A place to live", "Keep your home or find one", "house"),
        FormCard("work", "Work and learning", "A job, a course, your CV", "briefcase"),
        FormCard("first-days", "Your first days", "What cannot wait", "hand-waving"),
        FormCard("private", "A private talk", "With somebody you can trust", "chats-circle"),
        FormCard("money", "Money and ID", "Debt, benefits, bank, ID", "currency-gbp"),
    )
    guide = table.guide
    return AskListPresenter(table.words, lambda _: forms, guide.to, guide.back), AskListScreen()


def _notice(table: Table) -> Sample:
    service = Service(
        "housing", "Housing help", "The housing team", "Northgate Advice, a charity", "12 months"
    )
    guide = table.guide
    presenter = NoticePresenter(table.words, lambda _: service, lambda: False, guide.to, guide.back)
    return presenter, NoticeScreen()


def _in_person(table: Table) -> Sample:
    presenter, screen = _notice(table)
    presenter.ask_in_person()  # type: ignore[attr-defined]
    return presenter, screen


def _question(
    at: int, *chosen: str, hide: bool = False, press: bool = False
) -> Callable[[Table], Sample]:
    def make(table: Table) -> Sample:
        table.take(FORM, *ANSWERS[:at])
        for code in chosen:
            table.form.choose(code)
        presenter = QuestionPresenter(table.words, table.errand, table.guide.to, table.guide.back)
        if hide:
            presenter.hide()
        if press:
            presenter.carry_on()
        return presenter, QuestionScreen()

    return make


def _easy(make: Callable[[Table], Sample]) -> Callable[[Table], Sample]:
    """The same sample for somebody who wants easy read."""
    return lambda table: make(Table(Words(table.words.language, easy=True)))


def _full(table: Table) -> Sample:
    table.stores.why = TurnedDown.FIVE_TODAY
    return _question(0)(table)


def _check(
    *, private: bool = False, full: bool = False, long: bool = False
) -> Callable[[Table], Sample]:
    def make(table: Table) -> Sample:
        form = LONG if long else FORM.model_copy(update={"private": private})
        table.take(form, *(ANSWERS * 2 + ANSWERS[:3] if long else ANSWERS))
        table.stores.full = full
        presenter = CheckPresenter(table.words, table.errand, table.guide.to, table.guide.back)
        if full:
            presenter.send()
        return presenter, CheckScreen()

    return make


def _confirmation(**saved: object) -> Callable[[Table], Sample]:
    def make(table: Table) -> Sample:
        errand = table.errand
        errand.saved = a_saved_request(**saved)
        presenter = ConfirmationPresenter(table.words, errand, table.guide.back, table.guide.to)
        return presenter, ConfirmationScreen()

    return make


def _sign_in(number: str = "", pin: str = "", do: str = "") -> Callable[[Table], Sample]:
    def make(table: Table) -> Sample:
        errand = table.errand
        errand.asker = None
        presenter = SignInPresenter(
            table.words, errand, "housing", table.guide.to, table.guide.back
        )
        table.stores.wait = 30
        for sign in number:
            presenter.press(sign)
        if len(number) == 7 and (pin or do):
            presenter.carry_on()
        for sign in pin:
            presenter.press(sign)
        if do:
            getattr(presenter, do)()
            presenter.check()
        return presenter, SignInScreen()

    return make


def _covered(make: Callable[[Table], Sample]) -> Callable[[Table], Sample]:
    """The same when nobody has touched the screen for a while."""

    def made(table: Table) -> Sample:
        presenter, screen = make(table)
        presenter.cover()  # type: ignore[attr-defined]
        return presenter, screen

    return made


def _my_requests(*requests: object, cover: bool = False) -> Callable[[Table], Sample]:
    def make(table: Table) -> Sample:
        own = ShortList(list(requests))  # type: ignore[arg-type]
        guide = table.guide
        presenter = MyRequestsPresenter(table.words, table.errand, own, guide.to, guide.back)
        if cover:
            presenter.cover()
        return presenter, MyRequestsScreen()

    return make


TEMPLATES = Templates.model_validate_json(
    json.dumps(tomllib.loads((HOUSE / "content/policy/templates.toml").read_text("utf-8")))
)


def _one_request(which: str, *, sure: bool = False) -> Callable[[Table], Sample]:
    def say(answer: Reply, words: Words) -> AnswerText:
        return answer_text(answer, TEMPLATES, words, lambda _: "A place to stay on bail")

    def make(table: Table) -> Sample:
        reading = Reading(
            table.errand,
            ShortList(list(REQUESTS)),
            say,
            lambda _: "Ask any officer for the wing manager.",
        )
        presenter = OneRequestPresenter(
            table.words, reading, which * 32, table.guide.to, table.guide.back
        )
        if sure:
            presenter.withdraw()
        return presenter, OneRequestScreen()

    return make


def _staff(closing: Open | None = None, **said: object) -> Callable[[Table], Sample]:
    def make(table: Table) -> Sample:
        seen = Seen(**({"stick": 7} | said))  # type: ignore[arg-type]
        now = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)
        presenter = StaffPresenter(table.words, lambda: seen, closing or Open(), lambda: now)
        return presenter, StaffScreen()

    return make


def _closed(table: Table) -> Sample:
    return ClosedPresenter(table.words, time(14, 0)), ClosedScreen()


DONE = {"pages": 12, "replies": 3, "receipts": 5, "requests": 9}
SAMPLES: Samples = {
    "ask_list": _ask_list,
    "notice": _notice,
    "notice_easy": _easy(_notice),
    "notice_in_person": _in_person,
    "question": _question(0, "keep", "arrears"),
    "question_not_easy": _easy(_question(0, "keep")),
    "question_error": _question(0, press=True),
    "question_hidden": _question(0, "keep", hide=True),
    "question_urgent": _question(1),
    "question_councils": _question(2, "c3"),
    "question_consent": _question(3),
    "question_five": _full,
    "check": _check(),
    "check_private": _check(private=True),
    "check_full": _check(full=True),
    "check_long": _check(long=True),
    "confirmation": _confirmation(),
    "confirmation_covered": _covered(_confirmation()),
    "confirmation_unproven": _confirmation(proven=False),
    "sign_in": _sign_in(),
    "sign_in_digits": _sign_in("A12"),
    "sign_in_ready": _sign_in(NUMBER),
    "sign_in_pin": _sign_in(NUMBER, "482"),
    "sign_in_wrong": _sign_in(NUMBER, "9999", "carry_on"),
    "sign_in_no_pin": _sign_in(NUMBER, do="no_pin"),
    "sign_in_forgot": _sign_in(NUMBER, do="forgot"),
    "my_requests": _my_requests(*REQUESTS),
    "my_requests_empty": _my_requests(),
    "my_requests_covered": _my_requests(*REQUESTS, cover=True),
    "one_request": _one_request("1"),
    "one_request_covered": _covered(_one_request("1")),
    "one_request_late": _one_request("2"),
    "one_request_page_gone": _one_request("3"),
    "one_request_sure": _one_request("3", sure=True),
    "staff": _staff(doing=Doing.INSTALLING, done=12, of=40),
    "staff_done": _staff(doing=Doing.DONE, counts=DONE),
    "staff_closed": _staff(
        Open(datetime(2026, 11, 22, 14, tzinfo=UTC)), doing=Doing.DONE, counts=DONE
    ),
    "staff_refused": _staff(doing=Doing.REFUSED, code=Refusal.CARRIER_STICK.value),
    "closed": _closed,
}


def framed(name: str, language: str = "en", words: Words | None = None) -> Frame:
    """One sample inside header and footer."""
    words = words or Words(language)
    guide = Guide()
    doors = Doors(guide.to, guide.back, guide.back, guide.back)
    said = Words(language, easy=True) if name.endswith("_easy") else words
    around = FramePresenter(said, doors)
    place = next(place for place in Place if name.startswith(place.value))
    around.stands_at(place)
    around.stands_on(upright=look.theme.upright, low=look.theme.low_reach)
    around.tell(News(date(2026, 11, 19), date(2026, 11, 22), "B"))
    around.hears(Hearing(offered=place is not Place.STAFF))
    if look.theme.large:
        around.bigger()
    if look.theme.dark:
        around.contrast()
    frame = Frame(around)
    presenter, screen = SAMPLES[name](Table(words))
    screen.attach(presenter)
    frame.show(screen)
    return frame


def _wanted(names: list[str]) -> Iterator[str]:
    for name in SAMPLES:
        if not names or any(
            name == one or (one.endswith("*") and name.startswith(one[:-1])) for one in names
        ):
            yield name


def main() -> None:
    """Draw the samples named, or all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*")
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--dpi", type=float, default=102.0)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--low-reach", action="store_true")
    parser.add_argument("--language", default="en")
    wish = parser.parse_args()
    width, height = (int(side) for side in wish.size.split("x"))
    mirrored = Words(wish.language).right_to_left
    stage = Stage()
    stage.wear(
        Theme(
            width,
            height,
            wish.dpi,
            dark=wish.dark,
            large=wish.large,
            right_to_left=mirrored,
            low_reach=wish.low_reach,
        )
    )
    marks = [wish.size, *(name for name in ("dark", "large", "low_reach") if getattr(wish, name))]
    for name in _wanted(wish.names):
        stage.show(framed(name, wish.language))
        stage.picture(Path("build/pictures") / f"{name}-{'-'.join(marks)}-{wish.language}.png")


if __name__ == "__main__":
    main()
