"""Who may import whom, checked by reading every import in the house."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import (
    HOUSE,
    SOURCES,
    hold,
    imports_of,
    name_of,
    room_of,
    stands_in,
    tree_of,
)

GROUND = {"exchange", "database", "translation"}
ROOMS = {"catalogue", "requests", "visit", "register", "speech", "text"}
MAY_IMPORT = {
    **{room: {room} for room in GROUND},
    **{room: {room} | GROUND for room in ROOMS},
    "settings": {"settings"} | ROOMS | GROUND,
    "mailroom": {"mailroom"} | ROOMS | GROUND,
    "screens": {"screens"} | ROOMS | GROUND,
    "lockdown": {"lockdown"},
    "paper": {"paper", "screens"} | ROOMS | GROUND,
    "assembly": {"assembly", "lockdown", "settings", "mailroom", "screens", "paper"}
    | ROOMS
    | GROUND,
    "__main__": {"assembly", "lockdown", "settings"},
    "": set(),
    "admin_tools": {"admin_tools", "exchange"},
}
LIVES_IN = {
    "kivy": ("kiosk.lockdown", "kiosk.screens", "kiosk.text"),
    "sqlalchemy": (
        "kiosk.database",
        "kiosk.catalogue",
        "kiosk.requests",
        "kiosk.visit",
        "kiosk.register",
        "admin_tools.records",
        "admin_tools.desks",
        "admin_tools.reports",
    ),
    "cryptography": ("kiosk.exchange", "admin_tools.keyring"),
    "tuf": ("kiosk.exchange", "admin_tools.keyring", "admin_tools.publishing"),
    "typer": ("admin_tools", "kiosk.__main__", "kiosk.assembly"),
}
NEVER_LOADS_KIVY = (
    "kiosk.assembly.mailroom",
    "kiosk.assembly.enrolment",
    "kiosk.assembly.paper",
)


def test_each_module_imports_only_what_its_room_may() -> None:
    def strange(path: Path) -> Iterator[str]:
        room = room_of(name_of(path))
        if room not in MAY_IMPORT:
            yield "give this room a place on the plan"
        for imported in imports_of(tree_of(path)):
            if imported.partition(".")[0] in {"kiosk", "admin_tools"}:
                top = {""} if imported.count(".") == 0 else set()
                if room_of(imported) not in MAY_IMPORT.get(room, set()) | top:
                    yield f"may not import {imported}"

    hold(strange)


def test_each_big_library_stays_in_the_rooms_that_need_it() -> None:
    def astray(path: Path) -> Iterator[str]:
        module = name_of(path)
        for imported in imports_of(tree_of(path)):
            if not stands_in(module, LIVES_IN.get(imported.partition(".")[0], (module,))):
                yield f"no {imported} here"

    hold(astray)


def test_a_presenter_knows_no_kivy() -> None:
    presenters = [p for p in SOURCES if p.stem in {"presenter", "presenting", "places"}]
    hold(lambda path: imported_by(path, "kivy"), presenters)


def test_nothing_moves_on_the_screen() -> None:
    """docs/decisions/0056: no animation, no transition."""
    moving = "kivy.animation", "kivy.uix.screenmanager", "kivy.uix.carousel"
    hold(lambda path: imported_by(path, *moving))


def imported_by(path: Path, *rooms: str) -> list[str]:
    """What this file imports from any of these."""
    return [name for name in imports_of(tree_of(path)) if stands_in(name, rooms)]


def test_imports_stand_at_the_top_of_a_file() -> None:
    """`lockdown` is the one room where the order of imports carries meaning."""

    def late(path: Path) -> Iterator[str]:
        if room_of(name_of(path)) in {"lockdown", "__main__", "assembly"}:
            return
        for function in ast.walk(tree_of(path)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for node in ast.walk(function):
                    if isinstance(node, ast.Import | ast.ImportFrom):
                        yield f"an import inside a function, line {node.lineno}"

    hold(late)


@pytest.mark.parametrize("module", NEVER_LOADS_KIVY)
def test_what_draws_no_screen_never_loads_kivy(module: str) -> None:
    """Asks Python itself, so that no import three rooms away can bring Kivy in."""
    question = f"import sys, {module}; sys.exit('kivy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", question], cwd=HOUSE, check=False)
    assert answer.returncode == 0
