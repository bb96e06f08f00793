"""Layout and writing rules of the house, so that no reviewer has to say them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.house import (
    HOUSE,
    LAYOUTS,
    committed,
    hold,
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


def test_a_file_says_in_one_sentence_what_happens_in_it() -> None:
    def unsaid(path: Path) -> Iterator[str]:
        first = (ast.get_docstring(tree_of(path)) or "").partition("\n")[0]
        if not first.endswith((".", "?")):
            yield f"begin with a sentence that says what happens here, not {first!r}"

    hold(unsaid)


def test_no_import_hides_behind_type_checking() -> None:
    def hidden(path: Path) -> Iterator[str]:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Name) and node.id == "TYPE_CHECKING":
                yield f"line {node.lineno}"

    hold(hidden)


def test_only_assembly_catches_everything() -> None:
    def greedy(path: Path) -> Iterator[str]:
        for node in ast.walk(tree_of(path)) if room_of(name_of(path)) != "assembly" else ():
            if isinstance(node, ast.ExceptHandler):
                caught = {
                    n.id for n in ast.walk(node.type or ast.Name("bare")) if isinstance(n, ast.Name)
                }
                if caught & {"Exception", "BaseException", "bare"}:
                    yield f"line {node.lineno}"

    hold(greedy)


def test_a_layout_only_draws_and_forwards() -> None:
    def busy(path: Path) -> Iterator[str]:
        for line in map(str.strip, path.read_text(encoding="utf-8").splitlines()):
            if READS_AN_APP.search(line):
                yield f"reach for root, never for app: {line}"
            if line.startswith(("#:import", "import ")):
                yield f"layouts import nothing: {line}"
            if line.startswith("on_") and not FORWARDS_ONE_TOUCH.match(line):
                yield f"forward one touch: {line}"

    hold(busy, LAYOUTS)


def test_a_layout_stands_beside_its_screen() -> None:
    def alone(path: Path) -> Iterator[str]:
        if not path.with_suffix(".py").exists():
            yield "no screen beside it"

    hold(alone, LAYOUTS)
