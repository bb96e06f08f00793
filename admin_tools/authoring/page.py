"""Holds what was read of one page, with the line of each block."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import ValidationError

from admin_tools.authoring.plainly import problem
from kiosk.exchange.blocks import Block, Recording


@dataclass(frozen=True, slots=True)
class Problem:
    """Something on a page that was not understood."""

    line: int
    problem: str
    mend: str


@dataclass(slots=True)
class Page:
    """One page as it was read. `facts_at` says before which block the facts stand."""

    title: str = ""
    summary: str = ""
    synonyms: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    """How a term is said, in a page of kind term: these words are underlined elsewhere."""
    blocks: list[Block] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    facts_at: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def spoken(self) -> list[Block]:
        """What there is to read so far."""
        return [block for block in self.blocks if not isinstance(block, Recording)]

    def add(self, line: int, make: Callable[[], Block]) -> None:
        """Make a block and keep it; one that does not fit is a problem."""
        try:
            block = make()
        except ValidationError as error:
            what = problem(error.errors()[0])
            self.wrong(line, f"What stands here {what}.", "Write it anew, or shorter.")
            return
        self.blocks.append(block)
        self.lines.append(line)

    def wrong(self, line: int, what: str, mend: str) -> None:
        """Keep something that was not understood."""
        self.problems.append(Problem(line, what, mend))
