"""Checks easy read: what is there, what is missing where most people need it."""

from collections.abc import Iterator, Mapping

from admin_tools.authoring.easy import SUFFIX, shipped_icons
from admin_tools.authoring.findings import Finding, hint, must
from admin_tools.authoring.manners import Manner, Wording, remarks_on
from admin_tools.authoring.reading_age import sentences_of, words_of
from admin_tools.authoring.writing import ENGLISH, Written
from kiosk.exchange.forms import Choice, Form

SENTENCES = 2
"""Sentences of an easy line: more are more than one idea."""


def check_easy(written: Written, english: Written, wording: Wording) -> Iterator[Finding]:
    """Check the easy lines of one page and the easy words of a form; say what is missing."""
    manner = wording.manner(written.entry.language)
    page = written.page.removesuffix(".md") + SUFFIX
    for line, number in zip(written.entry.easy, written.easy_lines, strict=True):
        yield from _line(page, number, line.text, manner)
    if written.entry.form:
        yield from _form(written, written.entry.form)
        yield from _pictures(written, written.entry.form)
    needed = written.entry.id in wording.easy_read or bool(english.entry.easy)
    if needed and not written.entry.easy:
        yield hint(
            written.page,
            1,
            "no-easy-read",
            "Many people need this page in easy read.",
            f"Write {page.rsplit('/', 1)[-1]} beside it: one line for each idea.",
        )


def check_wished(wording: Wording, written: Mapping[str, Written]) -> Iterator[Finding]:
    """Find ids in the list of what needs easy read that no entry has."""
    for name in wording.easy_read:
        if name not in written:
            yield must(
                "policy/wording.toml",
                1,
                "unknown-code",
                f"easy_read names {name!r}, which is no entry.",
                "Mend the id, or take it away.",
            )


def _line(page: str, number: int, text: str, manner: Manner) -> Iterator[Finding]:
    for remark in remarks_on(text, manner):
        say = must if remark.must else hint
        yield say(page, number, remark.code, remark.problem, remark.mend)
    count = len(words_of(text))
    if count > manner.longest_easy:
        yield hint(
            page,
            number,
            "long-easy",
            f"An easy line has {count} words.",
            f"Say less, or make two lines of it; {manner.longest_easy} words are enough.",
        )
    if sum(1 for sentence in sentences_of(text) if words_of(sentence)) > SENTENCES:
        yield hint(
            page, number, "two-ideas", "An easy line says several things.", "Make two lines of it."
        )


def _form(written: Written, form: Form) -> Iterator[Finding]:
    """Say which questions have no easy words; what a person agrees to keeps its own."""
    for number, question in enumerate(form.questions):
        if not question.easy and not question.consent and written.entry.language == ENGLISH:
            yield hint(
                written.facts.name,
                written.facts.line(("form", "questions", number)),
                "no-easy-read",
                f"Question {question.id!r} has no easy words.",
                "Write them as easy = { en = … } under its text.",
            )


def _pictures(written: Written, form: Form) -> Iterator[Finding]:
    """Find pictures of answers that no kiosk has."""
    for number, question in enumerate(form.questions):
        for choice in question.choices:
            if not _is_shipped(choice):
                yield must(
                    written.facts.name,
                    written.facts.line(("form", "questions", number)),
                    "no-such-icon",
                    f"No kiosk has a picture called {choice.icon!r}.",
                    "Use a name from kiosk/screens/icons/duotone.",
                )


def _is_shipped(choice: Choice) -> bool:
    return choice.icon in shipped_icons()
