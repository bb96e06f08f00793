"""Makes the texts of an entry touchable where a hard word is explained."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kiosk.exchange.easy import TermUse
from kiosk.screens.entry.body import Shape
from kiosk.screens.parts.shapes import HeadingItem, LineItem, TermItem, TextItem

TERM = "term:"
"""How the key of a touchable text begins; the ids of the terms follow, with commas."""


def explained(shapes: Iterable[Shape], uses: Sequence[TermUse]) -> Iterator[Shape | TermItem]:
    """The same shapes; where a word stands for the first time, its text can be touched."""
    left = list(uses)
    for shape in shapes:
        if not isinstance(shape, TextItem | LineItem | HeadingItem):
            yield shape
            continue
        here = [use for use in left if stands_in(use.words, shape.text)]
        left = [use for use in left if use not in here]
        yield _touchable(shape, here) if here else shape


def terms_of(key: str) -> tuple[str, ...]:
    """The terms that a touched text has; none for the key of anything else."""
    return tuple(key.removeprefix(TERM).split(",")) if key.startswith(TERM) else ()


def stands_in(words: str, text: str) -> bool:
    """Whether these words stand in a text, and not only the beginning of longer ones."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _touchable(shape: TextItem | LineItem | HeadingItem, uses: Sequence[TermUse]) -> TermItem:
    line = shape if isinstance(shape, LineItem) else LineItem("")
    text = shape if isinstance(shape, TextItem) else TextItem("")
    return TermItem(
        key=TERM + ",".join(use.term for use in uses),
        text=shape.text,
        underlined=tuple(use.words for use in uses),
        style="heading" if isinstance(shape, HeadingItem) else text.style,
        icon=line.icon,
        strong=line.strong or text.strong,
        sign=line.sign,
    )
