"""The house as these tests see it: its files and what each of them imports."""

import ast
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]
SOURCES = [p for top in ("kiosk", "admin_tools") for p in sorted((HOUSE / top).rglob("*.py"))]
MADE = {".git", ".venv", "build", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
LAYOUTS = sorted((HOUSE / "kiosk").rglob("*.kv"))


def hold(rule: Callable[[Path], Iterable[str]], files: Sequence[Path] = SOURCES) -> None:
    """Ask the rule about each file, and say at once everything that breaks it."""
    assert files, "there is nothing to ask about"
    found = [f"{path.relative_to(HOUSE)}: {fault}" for path in files for fault in rule(path)]
    assert not found, "\n".join(["", *found])


def name_of(path: Path) -> str:
    """How Python calls this file: `kiosk.requests.ledger`."""
    parts = path.relative_to(HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The room a module stands in; for the office's side the whole side is one."""
    first, _, rest = module.partition(".")
    return first if first == "admin_tools" else rest.partition(".")[0]


@cache
def tree_of(path: Path) -> ast.Module:
    """The file, parsed once for all rules."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Every name that is imported anywhere in the file, in functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write the full name, not a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def stands_in(module: str, rooms: tuple[str, ...]) -> bool:
    """Whether the module is one of these or lies inside one."""
    return any(module == room or module.startswith(room + ".") for room in rooms)


@cache
def committed() -> tuple[Path, ...]:
    """The files that git keeps, whoever owns the clone; without git, all but what is made."""
    asked = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(asked, cwd=HOUSE, capture_output=True, text=True, check=False)
    names = [name for name in listing.stdout.split("\0") if name]
    found = [HOUSE / name for name in names] or [
        path for top in HOUSE.iterdir() if top.name not in MADE for path in [top, *top.rglob("*")]
    ]
    return tuple(p for p in found if p.is_file() and "__pycache__" not in p.parts)
