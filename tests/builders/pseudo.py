"""Languages that nobody speaks: one much longer than English, one written from right to left."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from kiosk.translation import Words
from locales import collect

LONG, MIRRORED = "de", "fa"
"""Codes whose rules are borrowed: two plural forms, left to right and right to left."""
MORE = 1.4
ACCENTS = str.maketrans("aeiouyAEIOUYcns", "áéîöüýÅÊÎÔÛÝçñš")
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيجكلمنوبقرستوڤشخيز")
FACT = re.compile(r"(\{\w+\})")


def longer(text: str) -> str:
    """Forty per cent more letters, spread over the words, with marks above and below."""
    said = FACT.split(text)
    return "".join(part if FACT.fullmatch(part) else _stretched(part) for part in said)


def mirrored(text: str) -> str:
    """The same in letters that run from right to left."""
    said = FACT.split(text.lower())
    return "".join(part if FACT.fullmatch(part) else part.translate(LETTERS) for part in said)


def pseudo(folder: Path, language: str) -> Words:
    """The words of a made-up language, from a catalogue in this folder."""
    say = longer if language == LONG else mirrored
    catalog = Catalog(locale=language)
    for message in collect.template():
        if message.id:
            texts = (message.id,) if isinstance(message.id, str) else message.id
            said = tuple(say(text) for text in texts)
            catalog.add(message.id, said[0] if isinstance(message.id, str) else said)
    out = BytesIO()
    write_po(out, catalog)
    home = folder / language / "LC_MESSAGES"
    home.mkdir(parents=True, exist_ok=True)
    (home / "kiosk.po").write_bytes(out.getvalue())
    return Words(language, folder)


def _stretched(text: str) -> str:
    spare, said = 0.0, []
    for sign in text:
        said.append(sign.translate(ACCENTS))
        spare += MORE - 1.0
        if sign.lower() in "aeiou" and spare >= 1.0:
            said.append(said[-1])
            spare -= 1.0
    return "".join(said) + "~" * round(spare)
