"""Puts facts of one label together, so that its words stand there once."""

from collections.abc import Iterable, Iterator

from kiosk.exchange.blocks import Block, Fact, TimesValue
from kiosk.exchange.policy import Vocabulary
from kiosk.screens.entry.labels import ICONS, label_words
from kiosk.screens.entry.values import value_words
from kiosk.screens.parts.shapes import LineItem
from kiosk.translation import Words


def together(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """Every block alone, but facts of one label that follow each other as one."""
    run: tuple[Block, ...] = ()
    for block in blocks:
        if run and _label(block) and _label(block) == _label(run[0]):
            run = (*run, block)
            continue
        if run:
            yield run
        run = (block,)
    if run:
        yield run


def fact_line(facts: tuple[Fact, ...], words: Words, lists: dict[str, Vocabulary]) -> LineItem:
    """One line: the label, then what each fact says, as sentences."""
    said = [value_words(fact.value, words, lists) for fact in facts]
    label = words.apart(_own_name(facts[0])) or label_words(facts[0].label, words)
    ended = [text if text.endswith((".", "?", "!")) else f"{text}." for text in said[:-1]]
    value = words.apart(" ".join((*ended, said[-1])))
    return LineItem(words.line(f"{label}  {value}"), ICONS[facts[0].label], (label,))


def _label(block: Block) -> str:
    """What a block can be put together by; nothing for what has a name of its own."""
    return block.label if isinstance(block, Fact) and not _own_name(block) else ""


def _own_name(fact: Fact) -> str:
    return fact.value.what if isinstance(fact.value, TimesValue) else ""
