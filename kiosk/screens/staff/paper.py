"""Tells staff that the printer of this screen takes nothing."""

from kiosk.translation import Words


def printer_words(words: Words, *, failed: bool) -> str:
    """Say in one line that the printer did not take the last pages; nothing where it did."""
    if not failed:
        return ""
    return words(
        "The printer does not answer. Pages to print are read off the screen. Tell the office."
    )
