"""The notice before a request in easy read."""

from collections.abc import Iterator

from kiosk.screens.notice.service import Service
from kiosk.screens.parts.shapes import LineItem
from kiosk.translation import Words


def easy_notice(words: Words, about: Service) -> Iterator[LineItem]:
    """Everything the notice says, one idea a line, each with its picture."""
    yield LineItem(words.sure("{reader} reads this.", reader=about.reader), "user-circle")
    if about.employer:
        text = words.sure("They work for {employer}.", employer=about.employer)
        yield LineItem(text, "buildings")
    yield LineItem(words.sure("If they are away, a manager can open it."), "user-circle-check")
    for icon, text in (*_who_sees(words), *_what_we_must_tell(words), *_what_we_do_not(words)):
        yield LineItem(text, icon)
    yield LineItem(words.sure("We keep it for {time}.", time=about.retention), "folder")
    yield LineItem(words.sure("You can ask to see it."), "eye")


def _who_sees(words: Words) -> Iterator[tuple[str, str]]:
    yield "lock", words.sure("Other people in prison cannot open it here.")
    yield "lock", words.sure("Wing staff cannot open it on this screen.")
    yield "eye", words.sure("Wing staff may see you here.")
    yield "note", words.sure("They may see a slip with a time and a room.")
    yield "eye-slash", words.sure("The slip does not say why.")
    yield "clock-countdown", words.sure("Nobody reads this straight away.")
    yield "bell-ringing", words.sure("Need help now? Tell an officer, or press your cell bell.")


def _what_we_must_tell(words: Words) -> Iterator[tuple[str, str]]:
    yield "megaphone", words.sure("We must tell other staff if we think you may hurt yourself.")
    yield "megaphone", words.sure("We must tell them if someone may get hurt.")
    yield "megaphone", words.sure("We must tell them if a child or adult is not safe.")
    yield "megaphone", words.sure("We must tell them about a serious crime or an escape.")
    yield "megaphone", words.sure("We must tell them about a danger to this prison.")
    yield "chat-circle", words.sure("If we can, we tell you first.")
    yield "gavel", words.sure("If the law or a court says so, we must hand it over.")


def _what_we_do_not(words: Words) -> Iterator[tuple[str, str]]:
    yield (
        "handshake",
        words.sure(
            "We do not tell the council, the Jobcentre, your landlord or your family "
            "unless you say yes, or we must."
        ),
    )
    yield "thumbs-up", words.sure("You can say no. It does not count against you.")
    yield "prohibit", words.sure("Do not write about your case, your offence or other people.")
    yield "scales", words.sure("This is not like talking to your lawyer.")
