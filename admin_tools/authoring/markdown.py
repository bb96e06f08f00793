"""Turns one page of Markdown into a title, a summary and blocks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import ValidationError

from admin_tools.authoring.pictures import Album, PictureWrong
from admin_tools.authoring.plainly import problem
from admin_tools.authoring.sounds import SoundWrong
from admin_tools.authoring.tokens import Said, images_alone, line_of, links_alone, words_of
from kiosk.exchange.blocks import (
    Ask,
    Block,
    Contact,
    Heading,
    Link,
    Notice,
    Paragraph,
    Point,
    Recording,
    Step,
)

FACTS = "{facts}"
SYNONYMS, SAID = "synonyms:", "said:"
_QUOTE = re.compile(r"^\[!([a-z]+)\] *(.*)$", re.DOTALL)
_REFERENCE = re.compile(r"^(entry|ask):([a-z0-9_-]*)$")
_SOUND = "sound:"
_LEFT_OVER = ("](", "**", "__", "{facts")
"""Marks that stay in the words when they were written wrongly."""
_SEVERITIES = ("information", "attention", "danger")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something on a page that was not understood."""

    line: int
    problem: str
    mend: str


@dataclass(slots=True)
class Page:
    """One page as it was read. `facts_at` says before which block the facts stand."""

    title: str = ""
    summary: str = ""
    synonyms: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    """How a term is said, in a page of kind term: these words are underlined elsewhere."""
    blocks: list[Block] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    facts_at: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_page(text: str, album: Album | None = None) -> Page:
    """Read a page; whatever is not understood is in `problems`, never left out quietly.

    `album` has the pictures beside the page; without it there are none.
    """
    environment: dict[str, object] = {}
    tokens = MarkdownIt("commonmark").parse(text, environment)
    page = Page()
    _Reader(page, tokens, album or Album()).read()
    if environment.get("references"):
        page.problems.append(
            Problem(1, "A page has link definitions.", "Write [](entry:its-id) on its own line.")
        )
    return page


class _Reader:
    """Goes through the tokens of one page once."""

    def __init__(self, page: Page, tokens: list[Token], album: Album) -> None:
        self._page = page
        self._tokens = tokens
        self._album = album
        self._at = 0

    def read(self) -> None:
        self._title()
        while self._at < len(self._tokens):
            self._block()
        if not self._page.summary:
            self._problem(1, "There is no summary.", "Write one paragraph under the title.")

    def _title(self) -> None:
        first = self._tokens[0] if self._tokens else None
        if first is None or first.type != "heading_open" or first.tag != "h1":
            self._problem(1, "There is no title.", "Begin the page with a line like: # Title")
            return
        said = self._said(self._tokens[1], "a title")
        self._page.title = said.text
        if not said.text:
            self._problem(1, "The title is empty.", "Write words after the #.")
        self._at = 3

    def _block(self) -> None:
        token = self._tokens[self._at]
        read: dict[str, Callable[[Token], None]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "blockquote_open": self._quote,
        }
        read.get(token.type, self._unknown)(token)

    def _heading(self, token: Token) -> None:
        said = self._said(self._tokens[self._at + 1], "a heading")
        self._at += 3
        if token.tag != "h2":
            self._problem(
                line_of(token), "Only ## headings are shown.", "Use ## for every heading."
            )
            return
        self._add(line_of(token), lambda: Heading(text=said.text))

    def _paragraph(self, token: Token) -> None:
        inline = self._tokens[self._at + 1]
        line = line_of(token)
        self._at += 3
        if not self._page.summary and not _spoken(self._page):
            self._opening(inline, line)
            return
        if inline.content.strip() == FACTS:
            self._page.facts_at = len(self._page.blocks)
            return
        if images := images_alone(inline):
            for row, image in enumerate(images):
                self._picture(image, line + row)
            return
        said = self._said(inline, "a paragraph", lead=True)
        for row, href in enumerate(said.hrefs):
            self._reference(href, line + row)
        if said.text.startswith("|"):
            self._problem(line, "Tables are not shown.", "Write one point for each row.")
        elif not said.hrefs:
            self._add(line, lambda: Paragraph(text=said.text, lead=said.lead))

    def _opening(self, inline: Token, line: int) -> None:
        """Take the lines of synonyms or of how a term is said, else the summary."""
        lines = [line.strip() for line in inline.content.split("\n")]
        if lines[0].lower().startswith((SYNONYMS, SAID)):
            for row, one in enumerate(lines):
                self._names(one, line + row)
            return
        said = self._said(inline, "the summary")
        if len(said.hrefs) == 1 and said.hrefs[0].startswith(_SOUND):
            self._recording(said.hrefs[0], line)
            return
        if said.hrefs or said.text == FACTS:
            self._problem(line, "There is no summary.", "Write one paragraph under the title.")
        self._page.summary = said.text

    def _names(self, line: str, number: int) -> None:
        name, _, listed = line.partition(":")
        words = tuple(word.strip() for word in listed.split(",") if word.strip())
        if name.lower() == SYNONYMS[:-1]:
            self._page.synonyms = words
        elif name.lower() == SAID[:-1]:
            self._page.said = words
        else:
            self._problem(
                number, "The synonyms run into the summary.", "Leave a line free between them."
            )

    def _reference(self, href: str, line: int) -> None:
        if href.startswith(_SOUND):
            self._recording(href, line)
            return
        found = _REFERENCE.match(href)
        if not found:
            self._problem(
                line,
                f"A link goes to {href!r}, outside this screen.",
                "Link to an entry with [](entry:its-id), or write the address in words.",
            )
            return
        kind, name = found.groups()
        self._add(line, lambda: Link(entry=name) if kind == "entry" else Ask(form=name))

    def _picture(self, image: Token, line: int) -> None:
        name, caption = str(image.attrs.get("src", "")), str(image.attrs.get("title", ""))
        try:
            self._add(line, lambda: self._album.picture(name, image.content, caption))
        except PictureWrong as wrong:
            self._problem(line, wrong.problem, wrong.mend)

    def _recording(self, href: str, line: int) -> None:
        """A voice for the title, the summary, or the block that stands right before it."""
        page, name = self._page, href.removeprefix(_SOUND)
        before = page.blocks[-1] if page.blocks else None
        spoken = _spoken(page)
        says, text = "block", words_of(before) if before else ""
        if not spoken:
            says, text = ("summary", page.summary) if page.summary else ("title", page.title)
        if not text or (spoken and page.facts_at == len(page.blocks)):
            self._problem(
                line,
                f"The recording {name!r} does not stand right after what it says.",
                "Put it below a title, summary, heading, paragraph, point, step or notice.",
            )
            return
        try:
            self._add(line, lambda: self._album.recording(name, says, text))
        except SoundWrong as wrong:
            self._problem(line, wrong.problem, wrong.mend)

    def _list(self, token: Token) -> None:
        make: type[Point] | type[Step] = Point if token.type.startswith("bullet") else Step
        end = token.type.replace("_open", "_close")
        self._at += 1
        while self._tokens[self._at].type != end or self._tokens[self._at].level != token.level:
            self._item(make, token.level)
        self._at += 1

    def _item(self, make: type[Point] | type[Step], level: int) -> None:
        """Read one point or step: exactly one paragraph of plain words."""
        token = self._tokens[self._at]
        inside = self._until("list_item_close", level + 1)
        words = [part for part in inside if part.type == "inline"]
        known = all(part.type in ("paragraph_open", "inline", "paragraph_close") for part in inside)
        if len(words) != 1 or not known:
            self._problem(
                line_of(token),
                "A point holds more than one sentence block.",
                "Write each point as one paragraph, without a list inside.",
            )
            return
        said = self._said(words[0], "a point")
        self._add(line_of(token), lambda: make(text=said.text))

    def _quote(self, token: Token) -> None:
        inside = self._until("blockquote_close", token.level)
        words = [part for part in inside if part.type == "inline"]
        said = self._said(words[0], "a notice") if len(words) == 1 else Said("", "")
        found = _QUOTE.match(said.text)
        if not found or len(words) != 1:
            self._problem(
                line_of(token),
                "A block with > is neither a notice nor a contact.",
                "Begin it with [!information], [!attention], [!danger] or [!contact].",
            )
            return
        self._marked(found.group(1), found.group(2), line_of(token))

    def _marked(self, mark: str, text: str, line: int) -> None:
        if mark == "contact":
            name, colon, how = text.partition(":")
            if not colon:
                self._problem(line, "A contact has no way to reach it.", "Write: Name: how.")
                return
            self._add(line, lambda: Contact(name=name.strip(), how=how.strip()))
        elif mark in _SEVERITIES:
            self._add(line, lambda: Notice.model_validate({"severity": mark, "text": text}))
        else:
            self._problem(
                line, f"[!{mark}] is not known.", "Use information, attention, danger or contact."
            )

    def _unknown(self, token: Token) -> None:
        if token.nesting == 1:
            self._until(token.type.replace("_open", "_close"), token.level)
        else:
            self._at += 1
        self._problem(
            line_of(token),
            f"This part of the page is not shown: {token.type.replace('_', ' ')}.",
            "Use headings, paragraphs, points, steps, notices and contacts only.",
        )

    def _until(self, end: str, level: int) -> list[Token]:
        """Step over an opened token to its end; hand back what stood inside."""
        start = self._at + 1
        self._at = start
        while self._tokens[self._at].type != end or self._tokens[self._at].level != level:
            self._at += 1
        self._at += 1
        return self._tokens[start : self._at - 1]

    def _said(self, inline: Token, place: str, *, lead: bool = False) -> Said:
        """Turn the inside of a paragraph into plain words.

        Bold words at the start are the lead of a paragraph; in a point they are plain words.
        """
        parts = [part for part in inline.children or [] if part.type != "text" or part.content]
        hrefs = links_alone(parts)
        if hrefs:
            return Said("", "", hrefs)
        bold = ""
        if [part.type for part in parts[:3]] == ["strong_open", "text", "strong_close"]:
            bold, parts = parts[1].content, parts[3:]
        text = "".join(self._plain(part, inline, place) for part in parts)
        if not lead:
            bold, text = "", bold + text
        return Said(" ".join(bold.split()), " ".join(text.split()))

    def _plain(self, part: Token, inline: Token, place: str) -> str:
        if part.type in ("text", "softbreak"):
            if any(mark in part.content for mark in _LEFT_OVER):
                self._problem(
                    line_of(inline),
                    f"A mark was not understood in {place}: {part.content.strip()[:40]!r}.",
                    "A link is [](entry:its-id), alone on its line; bold is **words**.",
                )
            return part.content or " "
        if part.nesting != -1:
            self._problem(
                line_of(inline),
                f"There is {part.type.replace('_open', '').replace('_', ' ')} inside {place}.",
                "Use plain words there. Bold words stand only at the start of a paragraph.",
            )
        return part.content or " "

    def _add(self, line: int, make: Callable[[], Block]) -> None:
        try:
            block = make()
        except ValidationError as error:
            what = problem(error.errors()[0])
            self._problem(line, f"What stands here {what}.", "Write it anew, or shorter.")
            return
        self._page.blocks.append(block)
        self._page.lines.append(line)

    def _problem(self, line: int, problem: str, mend: str) -> None:
        self._page.problems.append(Problem(line, problem, mend))


def _spoken(page: Page) -> list[Block]:
    """What there is to read so far."""
    return [block for block in page.blocks if not isinstance(block, Recording)]
