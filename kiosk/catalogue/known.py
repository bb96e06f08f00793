"""Whether words are among those that the content itself uses."""

from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.folding import typed_words


def are_known(catalogue: Catalogue, text: str) -> bool:
    """Whether each word, whole, is one of this content's own: that is the shipped word list."""
    words = typed_words(text)
    return bool(words) and all(catalogue.ids_with(f'"{word}"', 1) for word in words)
