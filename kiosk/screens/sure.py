"""Offers an interpreter where no machine may translate."""

from kiosk.translation import Words


def interpreter(words: Words) -> str:
    """Ask for an interpreter in the person's language, where this screen says the rest in English.

    Empty where the person's own words can stand: what English or Welsh says needs no interpreter.
    """
    return "" if words.sure is words else words("Ask for an interpreter")
