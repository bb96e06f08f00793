"""Which outside packages each side may import: only those it names in pyproject.toml."""

import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.house import HOUSE, hold, imports_of, name_of, tree_of

PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
HOMES = packages_distributions()
PART_OF = {"pydantic_core": "pydantic"}
"""Released together and pinned to each other: one name in pyproject.toml stands for both."""


def named(lines: list[str]) -> set[str]:
    return {re.split(r"[<>=\[ ]", line)[0].lower() for line in lines}


ON_A_KIOSK = named(PROJECT["dependencies"] + EXTRAS["screen"])
IN_AN_OFFICE = named(PROJECT["dependencies"] + EXTRAS["office"] + EXTRAS["author"])


def outside(path: Path) -> set[str]:
    """The distributions that this file imports, by the names that pip knows."""
    tops = {name.partition(".")[0] for name in imports_of(tree_of(path))}
    ours = {"kiosk", "admin_tools"}
    found = {HOMES[top][0].lower() for top in tops - sys.stdlib_module_names - ours}
    return {PART_OF.get(name, name) for name in found}


def test_each_side_imports_only_packages_it_names() -> None:
    """A kiosk is not given the office's packages, so it must not need them."""

    def unnamed(path: Path) -> Iterator[str]:
        named_here = ON_A_KIOSK if name_of(path).startswith("kiosk") else IN_AN_OFFICE
        yield from outside(path) - named_here

    hold(unnamed)
