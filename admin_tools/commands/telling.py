"""How an office command speaks: words or JSON, with the exit code that scripts rely on."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import IntEnum

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from admin_tools.authoring.errors import AuthoringRefused
from admin_tools.desks.errors import DeskRefused
from admin_tools.keyring.creating import KeysExist
from admin_tools.keyring.rotating import RotationRefused
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.records.errors import RecordsError
from kiosk.exchange.refusals import Refused


class Exit(IntEnum):
    """What a script reads from the exit code."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    REFUSED = 3
    FAULT = 4


class Telling:
    """Says what happened: to a person in words, to a program as one JSON object."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._out = Console(soft_wrap=True, highlight=False)

    def say(self, sentence: str) -> None:
        """Say one sentence; a program does not hear it. Brackets in it are just brackets."""
        if not self._as_json:
            self._out.print(sentence, markup=False)

    def table(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Show a table; a program does not see it."""
        if self._as_json:
            return
        table = Table(title=title, title_justify="left")
        for column in columns:
            table.add_column(column, overflow="fold")  # an id that is cut cannot be typed
        for row in rows:
            table.add_row(*(_cell(value) for value in row))
        self._out.print(table)

    def data(self, facts: Mapping[str, object]) -> None:
        """Give a program everything at once; a person has read it already."""
        if self._as_json:
            sys.stdout.write(json.dumps(facts, ensure_ascii=False, default=str) + "\n")

    @contextmanager
    def progress(self, words: str) -> Iterator[Progress]:
        """Show a bar on a terminal, nothing to a program."""
        columns = (
            TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        )  # fmt: skip
        console = Console(stderr=True)
        silent = self._as_json or not console.is_terminal
        with Progress(*columns, console=console, disable=silent, transient=True) as bar:
            yield bar

    @contextmanager
    def plainly(self) -> Iterator[None]:
        """Turn a refusal or a fault into its sentence and its exit code."""
        try:
            yield
        except Refused as refused:
            self._end(Exit.REFUSED, refused.code, refused.sentence)
        except (AuthoringRefused, DeskRefused, PublishingRefused) as refused:
            self._end(Exit.REFUSED, refused.code, str(refused))
        except KeysExist as exist:
            self._end(Exit.REFUSED, "keys-exist", str(exist))
        except RotationRefused as refused:
            self._end(Exit.REFUSED, "key-not-replaced", str(refused))
        except RecordsError as fault:
            self._end(Exit.FAULT, "records", str(fault))

    def end(self, code: Exit) -> None:
        """Leave with this code, once everything was said."""
        if code is not Exit.DONE:
            raise typer.Exit(int(code))

    def _end(self, code: Exit, name: str, sentence: str) -> None:
        if self._as_json:
            self.data({"outcome": code.name.lower(), "code": str(name), "sentence": sentence})
        else:
            Console(stderr=True, soft_wrap=True, highlight=False).print(sentence, markup=False)
        raise typer.Exit(int(code)) from None


def _cell(value: object) -> str:
    words = "" if value is None else str(value)
    return words.replace("[", r"\[")
