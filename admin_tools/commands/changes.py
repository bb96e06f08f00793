"""Tells what a publication changes, before anybody signs it."""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.commands.telling import Telling
from admin_tools.publishing.changes import Changes

WordForWord = Annotated[
    Path | None,
    typer.Option("--differences", help="Write what differs, word for word, into this file."),
]
SHOWN = 200
"""Lines of a list shown to a person; a program gets all of them."""
WORDS_SHOWN = 400
"""Lines that say word for word what differs; `--differences` writes all of them."""


def tell_changes(telling: Telling, changes: Changes) -> None:
    """Show every change; a long list only counts what comes after its first lines."""
    if changes.nothing:
        telling.say("No reader will see a difference.")
    for heading, lines in changes.headed(SHOWN):
        telling.say(f"{heading}:")
        for line in lines:
            telling.say(f"  {line}")


def tell_replaced(telling: Telling, pages: Sequence[str]) -> None:
    """Say which work of another author this draft replaces."""
    if pages:
        telling.say("A draft that nobody had approved lay here; this one stands in its place.")
        telling.say(f"In it these stood otherwise ({len(pages)}). Was that somebody else's work?")
    for page in pages[:SHOWN]:
        telling.say(f"  {page}")


def tell_left_out(telling: Telling, lines: Iterable[str]) -> None:
    """Say what the author's choice leaves behind, so that nobody misses it on the screens."""
    for line in lines:
        telling.say(line)


def tell_words(telling: Telling, changes: Changes, into: Path | None) -> None:
    """Show word for word what differs, or write it into a file to read before signing."""
    if into is not None:
        into.write_text("".join(f"{line}\n" for line in changes.words()), encoding="utf-8")
        telling.say(f"What differs, word for word, is in {into}.")
        return
    shown = list(islice(changes.words(), WORDS_SHOWN + 1))
    if shown:
        telling.say("Word for word:")
    for line in shown[:WORDS_SHOWN]:
        telling.say(f"  {line}")
    if len(shown) > WORDS_SHOWN:
        telling.say("  There is more: --differences FILE writes all of it.")
