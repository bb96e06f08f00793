"""Cuts long texts at the ends of sentences, so that no piece is higher than a page."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kiosk.screens.parts.shapes import BandItem, LineItem, TextItem

LONGEST = 240
"""Signs in one piece: six lines on the smallest panel in large letters."""
SENTENCE = re.compile(r"[^.!?؟।۔]*(?:[.!?؟।۔]+|$)\s*")

Said = TextItem | LineItem | BandItem


def in_pieces(shape: Said) -> Iterator[Said]:
    """The shape itself, or several in its manner; the picture and the number stand at the first."""
    texts = pieces(shape.text)
    for at, text in enumerate(texts):
        strong = tuple(part for part in shape.strong if part in text)
        piece = replace(shape, text=text, strong=strong)
        if at and isinstance(piece, LineItem):
            piece = replace(piece, icon="", sign=" ")
        yield piece


def pieces(text: str) -> list[str]:
    """The text in pieces of whole sentences, or of whole words where a sentence is too long."""
    found = [""]
    for sentence in SENTENCE.findall(text):
        for part in _words_of(sentence):
            if found[-1] and len(found[-1]) + len(part) > LONGEST:
                found.append("")
            found[-1] += part
    return [piece.strip() for piece in found if piece.strip()] or [text]


def _words_of(sentence: str) -> list[str]:
    if len(sentence) <= LONGEST:
        return [sentence]
    return re.findall(r"\S{1,200}\s*", sentence)
