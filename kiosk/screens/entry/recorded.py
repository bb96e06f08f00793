"""Says which words of an entry somebody has recorded."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.exchange.blocks import Block, Recording
from kiosk.exchange.entries import Entry
from kiosk.exchange.sounds import SoundFile
from kiosk.screens.entry.pieces import pieces


@dataclass(frozen=True, slots=True)
class Voice:
    """One recording, with the texts that stand on the screen for what it says."""

    texts: tuple[str, ...]
    file: SoundFile


def voices(entry: Entry, texts_of: Callable[[Block], tuple[str, ...]]) -> Iterator[Voice]:
    """Every recording of an entry; `texts_of` gives what is drawn of a block."""
    said: tuple[str, ...] = ()
    for block in entry.blocks:
        if not isinstance(block, Recording):
            said = texts_of(block)
            continue
        texts = {"title": (entry.title,), "summary": tuple(pieces(entry.summary)), "block": said}
        if texts[block.says]:
            yield Voice(texts[block.says], block.file)
