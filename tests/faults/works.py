"""What a trial can do; each says what was acknowledged as it happens."""

from collections.abc import Callable
from pathlib import Path

Acknowledge = Callable[[str], None]


def nothing(acknowledge: Acknowledge, path: str) -> int:
    with Path(path).open("w") as file:
        file.write("first")
        file.flush()
        acknowledge("first")
        file.write("second")
        file.flush()
        acknowledge("second")
    return 0


WORKS: dict[str, Callable[..., int]] = {"nothing": nothing}
