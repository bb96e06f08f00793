"""Who may import whom, checked by reading every import in the house."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import (
    HOUSE,
    SOURCES,
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


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_each_module_imports_only_what_its_room_may(path: Path) -> None:
    module = name_of(path)
    assert room_of(module) in MAY_IMPORT, f"{module}: give this room a place on the plan"
    for imported in imports_of(tree_of(path)):
        if imported.partition(".")[0] in {"kiosk", "admin_tools"}:
            allowed = MAY_IMPORT[room_of(module)] | ({""} if imported.count(".") == 0 else set())
            assert room_of(imported) in allowed, f"{module} may not import {imported}"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_each_big_library_stays_in_the_rooms_that_need_it(path: Path) -> None:
    module = name_of(path)
    for imported in imports_of(tree_of(path)):
        homes = LIVES_IN.get(imported.partition(".")[0], (module,))
        assert stands_in(module, homes), f"{module}: no {imported} here"


@pytest.mark.parametrize(
    "path", [p for p in SOURCES if p.stem in {"presenter", "presenting", "places"}], ids=name_of
)
def test_a_presenter_knows_no_kivy(path: Path) -> None:
    assert not [i for i in imports_of(tree_of(path)) if i.partition(".")[0] == "kivy"]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_nothing_moves_on_the_screen(path: Path) -> None:
    """docs/decisions/0056: no animation, no transition."""
    moving = {"kivy.animation", "kivy.uix.screenmanager", "kivy.uix.carousel"}
    assert not {i for i in imports_of(tree_of(path)) if i.startswith(tuple(moving))}


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_imports_stand_at_the_top_of_a_file(path: Path) -> None:
    """`lockdown` is the one room where the order of imports carries meaning."""
    inside = [
        node.lineno
        for function in ast.walk(tree_of(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    if room_of(name_of(path)) not in {"lockdown", "__main__", "assembly"}:
        assert not inside, f"imports inside functions, lines {inside}"


@pytest.mark.parametrize("module", NEVER_LOADS_KIVY)
def test_what_draws_no_screen_never_loads_kivy(module: str) -> None:
    """Asks Python itself, so that no import three rooms away can bring Kivy in."""
    question = f"import sys, {module}; sys.exit('kivy' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", question], cwd=HOUSE, check=False)
    assert answer.returncode == 0
