"""One message on one sheet, to be read from three metres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import CodesValue, CodeValue, Fact, Label, Picture
from kiosk.paper.casting import decoded
from kiosk.paper.errors import PaperRefused
from kiosk.paper.job import Job
from kiosk.paper.leaflet import Stock, body_words, last_day
from kiosk.paper.pieces import Boxed, Marked, Photo, Piece, Said, Stacked
from kiosk.paper.press import Press
from kiosk.paper.sheets import MM, Pdf, Sheet
from kiosk.screens.entry.facts import fact_line
from kiosk.screens.entry.page import lists_of, warnings
from kiosk.screens.entry.pieces import SENTENCE
from kiosk.screens.kinds import ICONS
from kiosk.screens.parts.shapes import LineItem
from kiosk.text.wording import Wording
from kiosk.translation import Words

MARGIN = 15.0
FAR = 36.0
"""Points: capitals are 9 mm high, ten minutes of arc at 3 metres, twice what good eyes need."""
NEAR = 14.0
TITLES = (92.0, 84.0, 76.0, 68.0, 60.0, 54.0)
MOST_LINES = 3
LONGEST = 90
"""Signs of a line: more is not read in passing."""
FIRST = (
    *(Label.WHEN, Label.WHERE, Label.STARTS, Label.CLOSES, Label.OPEN, Label.WHO, Label.PHONE),
    *(Label.COST, Label.AMOUNT, Label.WHAT_YOU_GET, Label.HOW_TO_ASK, Label.BRING),
)
"""What a passer-by needs to know: the first three of these that an entry says."""


@dataclass(frozen=True, slots=True)
class Wall:
    """The sheet that a poster is drawn on; `scale` is 1 on A4."""

    sheet: Sheet
    press: Press
    scale: float

    def high(self, pieces: Sequence[Piece]) -> float:
        """How high these stand, one below the other."""
        return sum(piece.gap + piece.height(self.press, self.sheet.room) for piece in pieces)

    def draw(self, pieces: Sequence[Piece], y: float, spread: float = 0.0) -> None:
        """Draw them below this height; `spread` points more stand between two."""
        for piece in pieces:
            y += piece.gap
            piece.draw(self.press, self.sheet.margin, y, self.sheet.room)
            y += piece.height(self.press, self.sheet.room) + spread


def poster(shown: Shown, stock: Stock, job: Job) -> bytes:
    """Draw the poster of an entry, or raise PaperRefused where its title is too long for one."""
    scale = Sheet.of(job.size, 0).width / Sheet.of("a4", 0).width
    sheet = Sheet.of(job.size, MARGIN * scale)
    pdf = Pdf(sheet, shown.entry.title, job.day)
    wall = Wall(sheet, Press(pdf.page, body_words(shown, stock.words).right_to_left), scale)
    foot = tuple(_foot(shown, stock, job, scale))
    room = sheet.height - 2 * sheet.margin - wall.high(foot)
    head = _fitting(shown, stock, wall, room)
    wall.draw(head, sheet.margin, (room - wall.high(head)) / len(head))
    side = Wall(sheet, Press(pdf.page, stock.words.right_to_left), scale)
    side.draw(foot, sheet.margin + room)
    pdf.turn()
    return pdf.done()


def _fitting(shown: Shown, stock: Stock, wall: Wall, room: float) -> tuple[Piece, ...]:
    """As many lines as there is room for, then the largest title that leaves room for them."""
    lines = tuple(_lines(shown, stock))[:MOST_LINES]
    for count in range(len(lines), -1, -1):
        for size in TITLES:
            title = Wording(shown.entry.title, size * wall.scale, bold=True)
            pieces = (
                _picture(shown, stock, wall.scale),
                Said(title, gap=6 * wall.scale, tag="H1"),
                *(_line(one, wall.scale) for one in lines[:count]),
            )
            if _is_whole(title, wall) and wall.high(pieces) <= room:
                return pieces
    raise PaperRefused(
        "too-long",
        f"The title {shown.entry.title!r} is too long for a poster. Nothing was printed."
        " Print a leaflet, or A3, or give the page a shorter title.",
    )


def _is_whole(title: Wording, wall: Wall) -> bool:
    """Whether no word of a title has to be broken."""
    words = (Wording(word, title.size, bold=True) for word in title.text.split())
    return all(wall.press.size(word)[0] <= wall.sheet.room for word in words)


def _picture(shown: Shown, stock: Stock, scale: float) -> Piece:
    """The first picture of the entry, or the icon of what it is about."""
    most = (110 * MM * scale, 70 * MM * scale)
    own = next((block for block in shown.entry.blocks if isinstance(block, Picture)), None)
    data = stock.picture(own.file) if own else None
    image = decoded(data, most) if data else None
    if image is not None:
        return Photo(image, None, most)
    topics = (group for topic in stock.catalogue.topics().topics for group in topic.groups)
    about = next((one.icon for one in topics if one.code in shown.entry.topics), "")
    side = 52 * MM * scale
    return Marked(Wording(" ", NEAR), side, icon=about or ICONS[shown.entry.kind])


def _lines(shown: Shown, stock: Stock) -> Iterator[LineItem]:
    """The easy lines, or the first thing that the page says and what a passer-by needs to know."""
    entry, words = shown.entry, body_words(shown, stock.words)
    if words.easy and entry.easy:
        yield from (LineItem(line.text, line.icon) for line in entry.easy)
        return
    sentence = next(iter(SENTENCE.findall(entry.summary)), "").strip()
    lists = {name: stock.catalogue.vocabulary(name) for name in lists_of(entry)}
    facts = [block for block in entry.drawn if isinstance(block, Fact) and _tells(block)]
    same = (tuple(fact for fact in facts if fact.label is label) for label in FIRST)
    every = (LineItem(sentence, "info"), *(fact_line(one, words, lists) for one in same if one))
    yield from (line for line in every if 0 < len(line.text) <= LONGEST)


def _tells(fact: Fact) -> bool:
    """Whether a fact says something to who knows nothing yet: "Once" alone does not."""
    return not isinstance(fact.value, CodeValue | CodesValue)


def _line(item: LineItem, scale: float) -> Piece:
    text = Wording(item.text, FAR * scale, strong=item.strong)
    return Marked(text, 15 * MM * scale, icon=item.icon, between=14 * scale, gap=8 * scale)


def _foot(shown: Shown, stock: Stock, job: Job, scale: float) -> Iterator[Piece]:
    """Where to ask, as large as the rest; then, for who stands near, how long this holds."""
    words: Words = stock.words
    ask = Said(Wording(words("Ask at a Signpost screen"), FAR * 1.1 * scale, bold=True))
    where = Said(Wording(job.where or words("There is one on your wing."), FAR * 0.8 * scale))
    side = 22 * MM * scale
    yield Boxed(Stacked("signpost", side, (ask, where)), loud=True, pad=12 * scale, gap=8 * scale)
    for one in warnings(shown, words):
        yield Said(Wording(one.text, NEAR * scale), gap=5 * scale)
    day = words.date(last_day(shown.entry))
    said = [stock.prison, words("Take this down after {day}.", day=day)]
    if not shown.entry.source.verified:
        said.insert(0, words("Demonstration"))
    yield Said(Wording(" · ".join(filter(None, said)), NEAR * scale), gap=6 * scale)
