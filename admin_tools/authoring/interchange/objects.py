"""JSON of others as rows: each entry is one."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from admin_tools.authoring.interchange.rows import Row
from admin_tools.authoring.interchange.streaming import BROKEN, values

Object = Mapping[str, object]


@dataclass(slots=True)
class Cut:
    """One entry cut into cells. `left_out` names what has no place; `over`: it has ended."""

    cells: dict[str, str]
    left_out: list[str] = field(default_factory=list)
    over: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """How the entries of one format are found and cut.

    `lists` are the names under which lists of them stand; `is_one` tells whether an object among
    them is one, or something that stands beside them.
    """

    each: str
    columns: frozenset[str]
    lists: Sequence[str]
    cut: Callable[[Object], Cut]
    is_one: Callable[[Object], bool] = lambda _: True


class Objects:
    """One JSON file as a listing."""

    def __init__(
        self, path: Path, form: Form, read: Callable[[], Iterator[object]] | None = None
    ) -> None:
        self.each = form.each
        self.columns: Sequence[str] = sorted(form.columns)
        self._form = form
        self._read = read or (lambda: values(path, form.lists))
        self._left_out: Counter[str] = Counter()
        self._beside = 0

    @property
    def left_out(self) -> Sequence[str]:
        """What has no place here, the commonest first."""
        return [name for name, _ in self._left_out.most_common()]

    @property
    def remarks(self) -> Sequence[str]:
        """What was passed over."""
        if not self._beside:
            return ()
        return (f"What is something else was passed over ({self._beside}).",)

    def rows(self) -> Iterator[Row]:
        """Give each entry as a row."""
        number = 0
        for value in self._read():
            if isinstance(value, dict) and not self._form.is_one(value):
                self._beside += 1
                continue
            number += 1
            yield self._row(number, value)

    def _row(self, number: int, value: object) -> Row:
        if not isinstance(value, dict):
            said = "It is no JSON." if value is BROKEN else "It is no object of JSON."
            return Row(number, {}, said, "Ask for it again, or take it away.")
        cut = self._form.cut(value)
        self._left_out.update(cut.left_out)
        cells = {name: cell for name, cell in cut.cells.items() if cell}
        return Row(number, cells, over=cut.over)
