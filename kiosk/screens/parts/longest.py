"""Whether the words of a text stay whole in a narrow place."""

from dataclasses import replace

from kiosk.screens.parts.words import Words
from kiosk.text.wording import measure


def longest_word(words: Words) -> float:
    """Pixels across that its longest word needs; in less room it is broken."""
    wording = words.wording(None)
    alone = (replace(wording, text=word, lines=0) for word in words.text.split())
    return max((float(measure(one)[0]) for one in alone), default=0.0)
