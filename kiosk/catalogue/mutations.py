"""Undoes what Welsh does to the beginning of a word.

`cartref` (home) stands in a text as `gartref`, `nghartref` or `chartref` too. A person types any of
them and means the same word.
"""

from collections.abc import Iterator

CHANGES = (
    ("c", ("g", "ngh", "ch")),
    ("p", ("b", "mh", "ph")),
    ("t", ("d", "nh", "th")),
    ("g", ("", "ng")),
    ("b", ("f", "m")),
    ("d", ("dd", "n")),
    ("ll", ("l",)),
    ("m", ("f",)),
    ("rh", ("r",)),
)
"""How a word may begin by itself, and what that beginning becomes: soft, nasal, aspirate."""
OWN = {
    "c": ("ch",), "p": ("ph",), "t": ("th",), "d": ("dd",), "f": ("ff",), "l": ("ll",),
    "r": ("rh",), "m": ("mh",), "n": ("ng", "nh"), "ng": ("ngh",),
}  # fmt: skip
"""Beginnings that are letters of their own: `ch` is not a `c` before an `h`."""
VOWELS = "aeiouwy"
SHORTEST = 2
"""Letters of a word that may be changed; less begins nearly every word."""


def welsh_forms(word: str) -> tuple[str, ...]:
    """List the forms of a folded word that somebody may mean by it, the typed one first."""
    if len(word) < SHORTEST:
        return (word,)
    bases = tuple(dict.fromkeys((word, *_bases(word))))
    forms = (form for base in bases for form in (base, *_changed(base)))
    return tuple(dict.fromkeys((word, *(form for form in forms if len(form) >= SHORTEST))))


def _bases(word: str) -> Iterator[str]:
    """Say what the word may be by itself."""
    for base, changed in CHANGES:
        for start in changed:
            if start and _begins(word, start):
                yield base + word.removeprefix(start)
    if word[0] in VOWELS:
        yield f"g{word}"
    elif word[0] == "h" and word[1] in VOWELS:
        yield word[1:]


def _changed(word: str) -> Iterator[str]:
    """Say what a text may have made of it."""
    for base, changed in CHANGES:
        if _begins(word, base):
            yield from (start + word.removeprefix(base) for start in changed)
    if word[0] in VOWELS:
        yield f"h{word}"


def _begins(word: str, start: str) -> bool:
    return word.startswith(start) and not word.startswith(OWN.get(start, ("\0",)))
