"""Prints the installed packages that a kiosk does not need, one a line."""

import re
import sys
from importlib.metadata import Distribution, distributions

KEPT = {"pip", "setuptools", "signpost"}
NAME = re.compile(r"[\w.-]+")


def main() -> None:
    """Walk from Signpost over everything its screen asks for; print what was not met."""
    installed = {plain(d.metadata["Name"]): d for d in distributions()}
    needed = closure("signpost", installed, extra="screen")
    sys.stdout.writelines(f"{name}\n" for name in sorted(installed.keys() - needed - KEPT))


def closure(name: str, installed: dict[str, Distribution], extra: str = "") -> set[str]:
    """The package and everything installed that it asks for, however far down."""
    met, waiting = set[str](), [(name, extra)]
    while waiting:
        name, extra = waiting.pop()
        if name in met or name not in installed:
            continue
        met.add(name)
        for line in installed[name].requires or []:
            wanted, _, marker = line.partition(";")
            if "extra" not in marker or f'"{extra}"' in marker.replace("'", '"'):
                waiting.append((plain(first(wanted)), extras_in(wanted)))
    return met


def first(requirement: str) -> str:
    """The name at the beginning of a requirement."""
    found = NAME.match(requirement.strip())
    return found.group() if found else ""


def extras_in(requirement: str) -> str:
    """The extra that a requirement asks for, as in `securesystemslib[crypto]`."""
    found = re.search(r"\[([\w-]+)\]", requirement)
    return found.group(1) if found else ""


def plain(name: str) -> str:
    """The one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    main()
