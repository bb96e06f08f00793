"""Reads what the mailroom says about the stick that is in."""

import json
from dataclasses import dataclass, field
from enum import StrEnum

LONGEST = 16 * 1024
"""Bytes: the mailroom writes a few hundred."""


class Doing(StrEnum):
    """What the mailroom is doing with the stick."""

    IDLE = "idle"
    READING = "reading"
    CHECKING = "checking"
    INSTALLING = "installing"
    RETURN = "return"
    WRITING = "writing"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Seen:
    """The last thing the mailroom said. `stick` is 0 until a stick is vouched for."""

    doing: Doing = Doing.IDLE
    done: int = 0
    of: int = 0
    code: str = ""
    facts: dict[str, str | int] = field(default_factory=dict)
    stick: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def at_work(self) -> bool:
        """Whether the stick must stay in."""
        return self.doing not in {Doing.IDLE, Doing.DONE, Doing.REFUSED}

    @property
    def stick_is_in(self) -> bool:
        """Whether there is anything for staff to see: a stick vouched for, or turned away."""
        return self.doing is Doing.REFUSED or (self.stick > 0 and self.doing is not Doing.IDLE)


def seen(text: bytes) -> Seen:
    """What the file says; nothing at all where it cannot be read, so the screen goes on."""
    try:
        said = json.loads(text[:LONGEST])
        return Seen(
            doing=Doing(said["step"]),
            done=int(said.get("done", 0)),
            of=int(said.get("of", 0)),
            code=str(said.get("code", "")),
            facts=_facts(said.get("facts", {})),
            stick=int(said.get("stick", 0)),
            counts={str(name): int(count) for name, count in said.get("counts", {}).items()},
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return Seen()


def _facts(said: dict[str, object]) -> dict[str, str | int]:
    return {
        name: fact if isinstance(fact, int) else str(fact)
        for name, fact in said.items()
        if name.isidentifier()
    }
