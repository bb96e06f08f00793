"""Checks whether an entry can be believed: its days, its source, who agreed to it."""

from collections.abc import Iterator
from datetime import date

from admin_tools.authoring.findings import Finding, before_use, hint, must
from admin_tools.authoring.header import VANISHING
from admin_tools.authoring.writing import NATIONAL, Written
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.employer import Employer
from kiosk.exchange.kinds.notice import Notice
from kiosk.exchange.kinds.story import Story

FICTIONAL = "fictional"
CONTRACTS = ("contract_ends", "agreement_ends")
"""Fields that say until when somebody has agreed to do something."""
NAMED = (2, 3)
"""Words of a person's name, each with a capital; in a role only the first has one."""


def check_belief(written: Written, today: date) -> Iterator[Finding]:
    """Find what is out of date, without a source, or told without a yes."""
    yield from _days(written, today)
    yield from _source(written)
    yield from _agreed(written)
    yield from _roles(written)
    yield from _ages(written)


def _days(written: Written, today: date) -> Iterator[Finding]:
    entry = written.entry
    if entry.checked_on > today:
        yield must(
            *written.at("checked_on"),
            "checked-later",
            "It is said to be checked on a day that has not come.",
            "Write the day somebody really checked it.",
        )
    if entry.kind is Kind.NOTICE and written.layer != NATIONAL:
        yield from _ends_by_itself(written)
    if entry.believed_until < today:
        yield hint(
            *written.at("review_by" if entry.review_by < today else "checked_on"),
            "past-review",
            f"Nobody has checked it since {entry.checked_on}; {entry.believed_until} was the last"
            f" day on which a {entry.kind.value} is believed.",
            "Check it, then `signpost content confirm` its id.",
        )
    elif entry.believed_until < entry.review_by and not _ends_before(entry):
        yield hint(
            *written.at("review_by"),
            "review-later",
            f"A {entry.kind.value} is believed until {entry.believed_until} after its check, not"
            f" until {entry.review_by}.",
            f"Write review_by = {entry.believed_until}, so that nobody counts on the later day.",
        )
    if entry.valid_to and entry.valid_to < today:
        yield _ended(written, entry.valid_to)


def _ends_before(entry: Entry) -> bool:
    return entry.valid_to is not None and entry.valid_to <= entry.believed_until


def _ended(written: Written, day: date) -> Finding:
    """Say what has ended: the contract behind it, or the entry itself."""
    for field in CONTRACTS:
        if getattr(written.entry.about, field, None) == day:
            return hint(
                *written.at(field),
                "contract-ended",
                f"The contract with them ended on {day}: no screen shows this any more.",
                "Ask whether it goes on, then write the new day; or take the entry away.",
            )
    return hint(*written.at("valid_to"), "ended", "It has ended.", "Take it away, or mend the day.")


def _roles(written: Written) -> Iterator[Finding]:
    """Find a person's name where a role belongs."""
    entry = written.entry
    for field, said in (("owner", entry.owner), ("checked_by", entry.checked_by)):
        words = said.split()
        if len(words) in NAMED and all(word.istitle() and word.isalpha() for word in words):
            yield hint(
                *written.at(field),
                "personal-name",
                f"{said!r} looks like one person's name.",
                "Name the role, as Housing team leader: people come and go.",
            )


def _ends_by_itself(written: Written) -> Iterator[Finding]:
    entry = written.entry
    last = entry.last_day(national=False)
    if entry.valid_to != last:
        yield must(
            *written.at("valid_to"),
            "too-long",
            f"A notice of one prison ends after {Notice.lasts.days} days.",
            f"Leave valid_to away, or write {last} at the latest.",
        )


def _source(written: Written) -> Iterator[Finding]:
    source = written.entry.source
    place = written.facts.name, written.facts.line(("source",))
    if source.verified and source.day is None:
        yield must(*place, "undated", "The source has no day.", "Write the day of the document.")
    if source.verified:
        return
    if source.name == FICTIONAL:
        yield before_use(
            *place,
            "fictional",
            "This is made up.",
            "It can be shown under demonstration keys only.",
        )
    else:
        yield before_use(
            *place,
            "unverified",
            "Nobody has checked these facts with their source.",
            "Check them, write the day, then set verified = true.",
        )


def _agreed(written: Written) -> Iterator[Finding]:
    """Find real people and firms who are named without their yes."""
    about, real = written.entry.about, written.entry.source.name != FICTIONAL
    if real and isinstance(about, Employer) and not about.consent_to_list:
        yield before_use(
            *written.at("employer"),
            "no-consent",
            "Nothing says that this employer agreed to be named.",
            "Ask them, then set consent_to_list = true.",
        )
    if real and isinstance(about, Story) and not about.consent:
        yield before_use(
            *written.at("story"),
            "no-consent",
            "Nothing says that this person agreed to tell their story here.",
            "Write the number of the paper that they signed as consent; it is never published.",
        )


def _ages(written: Written) -> Iterator[Finding]:
    """Find what must vanish and would only sink."""
    entry = written.entry
    if entry.kind in VANISHING and entry.ages == "sink":
        yield hint(
            *written.at("ages"),
            "ages",
            f"A {entry.kind.value} past review would still be shown.",
            'Leave "ages" away, or say why it may sink.',
        )
