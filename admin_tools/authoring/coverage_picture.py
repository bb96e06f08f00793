"""Draws how many entries there are, as one picture with a panel for each area."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from admin_tools.authoring.coverage import Coverage

CELL = (64, 34)
LEFT, HEAD, GAP = 210, 230, 44
"""Pixels: room for the names of the rows, of the columns, between two panels."""
PAPER, INK, LINE = "#FFFFFF", "#101820", "#C9D3DA"
NOTHING = "#F9D9E2"
SHADES = ((1, "#E9F5F0"), (3, "#BFE3D5"), (6, "#7CC4A8"), (12, "#3A9B78"), (25, "#0F6B4F"))
"""From how many entries on a cell has which colour."""
DARK = 12
LETTERS = 15


def drawn(counted: Coverage) -> bytes:
    """Draw all areas together, then each that has an entry of its own. A PNG."""
    panels = list(_panels(counted))
    width = LEFT + CELL[0] * len(counted.stages.terms) + GAP
    height = HEAD + CELL[1] * len(counted.pathways.terms) + GAP
    image = Image.new("RGB", (width, height * len(panels)), PAPER)
    for number, (name, area) in enumerate(panels):
        _panel(image, counted, (name, area), number * height)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _panels(counted: Coverage) -> Iterator[tuple[str, str | None]]:
    yield f"All areas: {counted.entries} entries", None
    used = {area for _, _, area in counted.counts}
    yield from ((name, code) for code, name in counted.areas.terms if code in used)


def _panel(image: Image.Image, counted: Coverage, panel: tuple[str, str | None], top: int) -> None:
    draw, (name, area) = ImageDraw.Draw(image), panel
    font = ImageFont.load_default(LETTERS)
    draw.text((12, top + 12), name, fill=INK, font=ImageFont.load_default(LETTERS + 5))
    for column, (_, stage) in enumerate(counted.stages.terms):
        _upright(image, stage, LEFT + column * CELL[0] + CELL[0] // 2, top + HEAD - 8)
    for row, (pathway, words) in enumerate(counted.pathways.terms):
        y = top + HEAD + row * CELL[1]
        draw.text((LEFT - 10, y + CELL[1] // 2), words, fill=INK, font=font, anchor="rm")
        for column, (stage, _) in enumerate(counted.stages.terms):
            count = counted.at(pathway, stage, area)
            _cell(draw, count, LEFT + column * CELL[0], y)


def _upright(image: Image.Image, words: str, x: int, bottom: int) -> None:
    """Write the name of a column from below to above, ending over its column."""
    font = ImageFont.load_default(LETTERS)
    box = Image.new("RGB", (HEAD - 56, LETTERS + 6), PAPER)
    ImageDraw.Draw(box).text((0, 0), words, fill=INK, font=font)
    turned = box.rotate(90, expand=True)
    image.paste(turned, (x - turned.width // 2, bottom - turned.height))


def _cell(draw: ImageDraw.ImageDraw, count: int, x: int, y: int) -> None:
    shade = next((colour for least, colour in reversed(SHADES) if count >= least), NOTHING)
    draw.rectangle((x, y, x + CELL[0] - 3, y + CELL[1] - 3), fill=shade, outline=LINE)
    centre = (x + CELL[0] // 2 - 1, y + CELL[1] // 2 - 1)
    colour = PAPER if count >= DARK else INK
    words = str(count or "none")
    draw.text(centre, words, fill=colour, font=ImageFont.load_default(LETTERS), anchor="mm")
