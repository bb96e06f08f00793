"""Layout and writing rules of the house, so that no reviewer has to say them."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.house import (
    HOUSE,
    LAYOUTS,
    SOURCES,
    committed,
    name_of,
    room_of,
    tree_of,
)

TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
    "admin_tools", "content", "deploy", "docs", "kiosk", "locales", "packages.apt",
    "pyproject.toml", "requirements.lock", "tests",
}  # fmt: skip
FORWARDS_ONE_TOUCH = re.compile(r"^\s*on_\w+:\s*(root|self)(\.\w+){1,2}\([^()]*\)\s*$")
READS_AN_APP = re.compile(r"\bapp\.")


def test_nothing_new_stands_at_the_top_of_the_repository() -> None:
    assert {path.relative_to(HOUSE).parts[0] for path in committed()} <= TOP_LEVEL


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_says_in_one_sentence_what_happens_in_it(path: Path) -> None:
    docstring = ast.get_docstring(tree_of(path))
    assert docstring, "the first line of a file says what happens in it"
    assert docstring.splitlines()[0].endswith((".", "?")), "a sentence ends"


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_import_hides_behind_type_checking(path: Path) -> None:
    names = {node.id for node in ast.walk(tree_of(path)) if isinstance(node, ast.Name)}
    assert "TYPE_CHECKING" not in names


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_only_assembly_catches_everything(path: Path) -> None:
    if room_of(name_of(path)) == "assembly":
        return
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = {
                n.id for n in ast.walk(node.type or ast.Name("bare")) if isinstance(n, ast.Name)
            }
            assert not caught & {"Exception", "BaseException", "bare"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_layout_only_draws_and_forwards(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert not READS_AN_APP.search(line), f"reach for root, never for app: {line.strip()}"
        assert not line.lstrip().startswith(("#:import", "import ")), "layouts import nothing"
        if line.strip().startswith("on_"):
            assert FORWARDS_ONE_TOUCH.match(line), f"forward one touch: {line.strip()}"


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_layout_stands_beside_its_screen(path: Path) -> None:
    assert path.with_suffix(".py").exists()
