"""Turns the easy lines of an entry into shapes that can be drawn."""

from collections.abc import Iterator
from functools import partial

from kiosk.exchange.easy import EasyLine
from kiosk.screens.entry.body import ReadPicture
from kiosk.screens.parts.shapes import EasyItem, PictureItem


def easy_shapes(
    lines: tuple[EasyLine, ...], picture: ReadPicture
) -> Iterator[EasyItem | PictureItem]:
    """Each line with its picture: an icon beside it, or a drawing above it."""
    for line in lines:
        if line.picture is None:
            yield EasyItem(line.text, line.icon)
        else:
            drawn = line.picture
            load = partial(picture, drawn.file)
            yield PictureItem(drawn.alt, line.text, drawn.sha256, load)
