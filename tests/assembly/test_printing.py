"""Pages on their way to the printer: the real child, with a small program in place of lp."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly import at_printer
from kiosk.assembly.printing import AN_HOUR, MOST_AN_HOUR, Printing
from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.screens.entry.further import PagesToPrint, Paper
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.screens import World, the_screen_rooms
from tests.builders.visitor import Visitor

PATIENCE = 60.0


@pytest.fixture
def rooms(data: Path, world: World) -> Iterator[ScreenRooms]:
    made = the_screen_rooms(data, world)
    yield made
    made.database.close()


def an_lp(folder: Path, script: str) -> Path:
    """A program that stands where lp would stand."""
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n")
    lp.chmod(0o755)
    return lp


def a_printer(rooms: ScreenRooms, lp: Path, queue: str = "office") -> Printing:
    def catalogue() -> Path | None:
        active = rooms.shelf.active()
        return active.path if active else None

    return Printing(queue, rooms, catalogue, lp)


def a_list(*pages: str) -> PagesToPrint:
    return PagesToPrint(offered=True, pages=list(pages or ("housing-advice", "rent-help")))


def ended(printer: Printing, pages: PagesToPrint) -> Paper:
    """What became of this list, once it is known."""
    end = time.monotonic() + PATIENCE
    while pages.paper is Paper.AT_WORK and time.monotonic() < end:
        time.sleep(0.02)
        printer.poll()
    return pages.paper


def test_the_pages_come_to_lp_through_a_pipe_and_nothing_is_left(
    rooms: ScreenRooms, data: Path, tmp_path: Path
) -> None:
    lp = an_lp(tmp_path, f'echo "$@" > {tmp_path}/said; cat > {tmp_path}/pdf')
    before = set(data.rglob("*"))
    printer, pages = a_printer(rooms, lp), a_list()

    printer.print(pages, Words("cy", easy=True))

    assert not printer.is_free
    assert len(pages.number) == 3
    assert pages.number.isdecimal()
    assert ended(printer, pages) is Paper.SENT
    assert (tmp_path / "pdf").read_bytes().startswith(b"%PDF")
    said = (tmp_path / "said").read_text().split()
    assert said == [
        *("-d", "office", "-s", "-t", "Signpost"),
        *("-o", "media=A4", "-o", "sides=two-sided-long-edge"),
    ]
    assert set(data.rglob("*")) == before
    assert (printer.is_free, printer.failed) == (True, False)


@pytest.mark.parametrize("script", ["cat > /dev/null; exit 1", "exec 0<&-; exit 1"])
def test_a_printer_that_takes_nothing_is_no_success(tmp_path: Path, script: str) -> None:
    assert not at_printer._sent(b"%PDF" * 100_000, an_lp(tmp_path, script), "office")


def test_without_the_program_of_the_printer_the_screen_says_so(
    rooms: ScreenRooms, tmp_path: Path
) -> None:
    printer, pages = a_printer(rooms, tmp_path / "nothing"), a_list()

    printer.print(pages, Words())

    assert ended(printer, pages) is Paper.FAILED
    assert (printer.is_free, printer.failed) == (True, True)  # it may be tried again


def test_a_print_service_that_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_printer, "PATIENCE", 0.2)
    lp = an_lp(tmp_path, f"echo $$ > {tmp_path}/pid; exec sleep 600")

    assert not at_printer._sent(b"%PDF", lp, "office")

    pid = int((tmp_path / "pid").read_text()) if (tmp_path / "pid").exists() else 0
    assert not pid or not Path(f"/proc/{pid}").exists()


def test_a_screen_that_ends_takes_what_it_sent_with_it(rooms: ScreenRooms, tmp_path: Path) -> None:
    printer, pages = a_printer(rooms, an_lp(tmp_path, "sleep 600")), a_list()
    printer.print(pages, Words())
    job = printer._job
    assert job is not None

    printer.close()

    with pytest.raises(ProcessLookupError):
        os.kill(job.child.pid, 0)


def test_nobody_empties_the_paper_tray_for_fun(
    rooms: ScreenRooms, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.assembly.printing.PROGRAM", "kiosk.nothing")  # ends at once
    printer = a_printer(rooms, tmp_path / "nothing")
    for _ in range(MOST_AN_HOUR):
        pages = a_list()
        printer.print(pages, Words())
        assert ended(printer, pages) is Paper.FAILED

    assert not printer.is_free
    world.pass_by(AN_HOUR)
    assert printer.is_free


def test_without_a_queue_nothing_is_started(rooms: ScreenRooms, tmp_path: Path) -> None:
    printer, pages = a_printer(rooms, tmp_path / "nothing", queue=""), a_list()

    printer.print(pages, Words())

    assert not printer.is_free
    assert pages.paper is Paper.NOT_ASKED


def test_a_visitor_sends_a_list_and_reads_what_became_of_it(
    stage: Stage, data: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.assembly.printing.PROGRAM", "kiosk.nothing")  # ends at once
    rooms = replace(the_screen_rooms(data, world), printer="office")
    visitor = Visitor(stage, rooms, world)
    visitor.touch("Touch to start")
    printing = visitor.kiosk._sitting.printing
    printing.keep("housing-advice")
    visitor.kiosk.go_to(Place.PRINTING)
    stage.wait()

    visitor.touch("Print these pages")

    assert "on their way to the printer" in visitor.read()
    end = time.monotonic() + PATIENCE
    while printing.paper is Paper.AT_WORK and time.monotonic() < end:
        visitor.kiosk.tick()
    stage.wait()
    assert "The printer does not answer" in visitor.read()

    visitor.touch("Close and hide")

    assert printing.pages == []
    rooms.database.close()
