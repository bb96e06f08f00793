"""Tells staff which languages cannot be said or drawn on this screen."""

from collections.abc import Iterable

from kiosk.text.fonts import can_draw
from kiosk.translation import Words, languages


def language_words(words: Words) -> str:
    """Say which words cannot be read, which letters are missing; nothing where all is well."""
    every = tuple(Words(language) for language in languages())
    blank = tuple(one for one in every if not can_draw(one.name))
    return trouble_words(tuple(one for one in every if one.is_broken), blank, words)


def trouble_words(broken: Iterable[Words], blank: Iterable[Words], words: Words) -> str:
    """Say what is wrong with these, each thing on a line of its own."""
    lines = []
    if names := _names(broken):
        said = words("The words of these languages cannot be read: {languages}.", languages=names)
        so = words("English stands in. All else works. Tell the office.")
        lines.append(f"{said} {so}")
    if names := _names(blank):
        said = words("The letters of these languages are missing: {languages}.", languages=names)
        so = words("All else works. Tell the office.")
        lines.append(f"{said} {so}")
    return "\n".join(lines)


def _names(those: Iterable[Words]) -> str:
    return ", ".join(one.locale.get_display_name("en") or one.language for one in those)
