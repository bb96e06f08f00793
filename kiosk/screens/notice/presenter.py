"""Says who reads a request before anything is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.notice.easy import easy_notice
from kiosk.screens.notice.service import Service
from kiosk.screens.parts.shapes import LineItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.sure import interpreter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class NoticeState:
    """The whole notice, or `advice` on what to do instead of asking here."""

    back: str = ""
    title: str = ""
    lines: tuple[LineItem, ...] = ()
    advice: tuple[LineItem, ...] = ()
    carry_on: str = ""
    in_person: str = ""
    stop: str = ""
    more: str = ""
    less: str = ""


class NoticePresenter(Presenter[NoticeState]):
    """Shows the notice of one form, then lets the person decide."""

    def __init__(
        self,
        words: Words,
        service: Callable[[str], Service],
        is_known: Callable[[], bool],
        go_to: GoTo,
        go_back: GoBack,
    ) -> None:
        super().__init__(words)
        self._service = service
        self._is_known = is_known
        self._go_to = go_to
        self._go_back = go_back
        self._in_person = False

    def carry_on(self) -> None:
        """Ask who the person is, once a visit, then open the first question."""
        form = self._about.form
        if self._is_known():
            self._go_to(Place.QUESTION, form)
        else:
            self._go_to(Place.SIGN_IN, form)

    def ask_in_person(self) -> None:
        """Tell the person how to ask without this screen."""
        self._in_person = True
        self._changed()

    def stop(self) -> None:
        """Leave without asking."""
        self._go_to(Place.HOME)

    def back(self) -> None:
        """From the advice to the notice, from the notice to where the person came from."""
        if not self._in_person:
            self._go_back()
            return
        self._in_person = False
        self._changed()

    @property
    def _about(self) -> Service:
        return self._service(self._words.sure.language)

    def _make(self) -> NoticeState:
        words = self._words
        in_person = self._in_person or not self._about.reader
        return NoticeState(
            back=words("Back"),
            title=words("Ask in person") if in_person else words("Before you ask"),
            lines=() if in_person else self._notice(),
            advice=self._advice() if in_person else (),
            carry_on=words("I understand, carry on"),
            in_person=words("I want to ask in person"),
            stop=words("Stop"),
            more=words("More"),
            less=words("Back up"),
        )

    def _notice(self) -> tuple[LineItem, ...]:
        words = self._words
        if words.easy:
            return (*self._interpreter(), *easy_notice(words, self._about))
        return (
            *self._interpreter(),
            self._who_reads(),
            _line(
                "lock",
                words.sure(
                    "Other people in prison cannot open it here. "
                    "Wing staff cannot open it on this screen."
                ),
            ),
            _line(
                "note",
                words.sure(
                    "Wing staff may see you here. They may see a slip with a time and a room. "
                    "The slip does not say why."
                ),
            ),
            _line(
                "clock-countdown",
                words.sure(
                    "Nobody reads this straight away. Need help now? "
                    "Tell an officer, or press your cell bell."
                ),
                words.sure("Nobody reads this straight away."),
            ),
            *self._limits(),
        )

    def _limits(self) -> tuple[LineItem, ...]:
        words = self._words
        return (
            _line(
                "megaphone",
                words.sure(
                    "We must tell other staff if we think one of these is true. "
                    "You may hurt yourself. Someone may get hurt. A child or adult is not safe. "
                    "There is a serious crime, an escape or a danger to this prison. "
                    "If we can, we tell you first. "
                    "If the law or a court says so, we must hand it over."
                ),
                words.sure("We must tell other staff"),
            ),
            _line(
                "handshake",
                words.sure(
                    "We do not tell the council, the Jobcentre, your landlord or your family "
                    "unless you say yes, or we must. "
                    "You can say no. It does not count against you."
                ),
            ),
            _line(
                "prohibit",
                words.sure(
                    "Do not write about your case, your offence or other people. "
                    "This is not like talking to your lawyer."
                ),
            ),
            _line(
                "folder",
                words.sure(
                    "We keep it for {time}. You can ask to see it.", time=self._about.retention
                ),
            ),
        )

    def _interpreter(self) -> tuple[LineItem, ...]:
        offer = interpreter(self._words)
        return (_line("translate", offer, offer),) if offer else ()

    def _who_reads(self) -> LineItem:
        words, about = self._words, self._about
        strong = words.sure("{reader} reads this.", reader=about.reader)
        if not about.employer:
            text = words.sure(
                "{reader} reads this. If they are away, a manager can open it.",
                reader=about.reader,
            )
            return _line("user-circle", text, strong)
        text = words.sure(
            "{reader} reads this. They work for {employer}. "
            "If they are away, a manager can open it.",
            reader=about.reader,
            employer=about.employer,
        )
        return _line("user-circle", text, strong)

    def _advice(self) -> tuple[LineItem, ...]:
        words = self._words
        return (
            *self._interpreter(),
            _line(
                "chat-circle-dots",
                words.sure(
                    "Tell any officer: I want an appointment. You do not have to say what it is "
                    "about."
                ),
            ),
            _line(
                "note", words.sure("You get a slip with a time and a room. It does not say why.")
            ),
            _line(
                "clock-countdown",
                words.sure("Need help now? Tell an officer, or press your cell bell."),
                words.sure("Need help now?"),
            ),
        )


def _line(icon: str, text: str, strong: str = "") -> LineItem:
    return LineItem(text, icon, (strong,) if strong else ())
