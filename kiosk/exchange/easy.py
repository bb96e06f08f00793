"""What makes an entry easier to read."""

from kiosk.exchange.blocks import Picture
from kiosk.exchange.model import Code, Model, Words


class EasyLine(Model):
    """One idea with a picture beside it: one of the kiosk's own icons, or a picture file."""

    text: Words
    icon: Code = "circle"
    picture: Picture | None = None


class TermUse(Model):
    """A hard word of this entry: the very `words` as they stand in it, and who explains them.

    The text itself stays plain: the screen underlines these words where it meets them first.
    """

    term: Code
    words: Words
