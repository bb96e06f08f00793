"""Tells staff which keyboards could not be read."""

from kiosk.screens.parts.lettering import Flaw, flaws
from kiosk.translation import Words, languages


def keyboard_words(words: Words) -> str:
    """Say what is wrong with each keyboard's file; nothing where all are well."""
    return "\n".join(flaw_words(language, flaw, words) for language, flaw in flaws(languages()))


def flaw_words(language: str, flaw: Flaw, words: Words) -> str:
    """Say in one sentence what is wrong with one, what stands in, who can help."""
    name = Words(language).name
    said = {
        Flaw.MISSING: words("There is no keyboard for {language}.", language=name),
        Flaw.NOT_READ: words("The keyboard for {language} cannot be read.", language=name),
        Flaw.TWICE: words("The keyboard for {language} has a letter twice.", language=name),
        Flaw.TOO_MANY: words("The keyboard for {language} has too many keys.", language=name),
        Flaw.ODD_KEY: words("The keyboard for {language} has a wrong key.", language=name),
    }[flaw]
    so = words("The English one stands in. All else works. Tell the office.")
    return f"{said} {so}"
