"""Turns one page of Markdown into a title, a summary and blocks."""

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from admin_tools.authoring.inline import said_in
from admin_tools.authoring.page import Page
from admin_tools.authoring.pictures import Album
from admin_tools.authoring.placing import SOUND, picture, recording, reference
from admin_tools.authoring.tokens import Said, images_alone, line_of
from kiosk.exchange.blocks import Contact, Heading, Notice, Paragraph, Point, Step

FACTS = "{facts}"
SYNONYMS, SAID = "synonyms:", "said:"
_QUOTE = re.compile(r"^\[!([a-z]+)\] *(.*)$", re.DOTALL)
_SEVERITIES = ("information", "attention", "danger")
_COMMONMARK = MarkdownIt("commonmark")
"""Keeps nothing of a page; to make one takes as long as to read a page."""


def read_page(text: str, album: Album | None = None) -> Page:
    """Read a page; whatever is not understood is in `problems`, never left out quietly.

    `album` has the pictures beside the page; without it there are none.
    """
    environment: dict[str, object] = {}
    tokens = _COMMONMARK.parse(text, environment)
    page = Page()
    _Reader(page, tokens, album or Album()).read()
    if environment.get("references"):
        page.wrong(1, "A page has link definitions.", "Write [](entry:its-id) on its own line.")
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
            self._page.wrong(1, "There is no summary.", "Write one paragraph under the title.")

    def _title(self) -> None:
        first = self._tokens[0] if self._tokens else None
        if first is None or first.type != "heading_open" or first.tag != "h1":
            self._page.wrong(1, "There is no title.", "Begin the page with a line like: # Title")
            return
        said = said_in(self._page, self._tokens[1], "a title")
        self._page.title = said.text
        if not said.text:
            self._page.wrong(1, "The title is empty.", "Write words after the #.")
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
        said = said_in(self._page, self._tokens[self._at + 1], "a heading")
        self._at += 3
        if token.tag != "h2":
            self._page.wrong(
                line_of(token), "Only ## headings are shown.", "Use ## for every heading."
            )
            return
        self._page.add(line_of(token), lambda: Heading(text=said.text))

    def _paragraph(self, token: Token) -> None:
        inline = self._tokens[self._at + 1]
        line = line_of(token)
        self._at += 3
        if not self._page.summary and not self._page.spoken:
            self._opening(inline, line)
            return
        if inline.content.strip() == FACTS:
            self._page.facts_at = len(self._page.blocks)
            return
        if images := images_alone(inline):
            for row, image in enumerate(images):
                picture(self._page, self._album, image, line + row)
            return
        said = said_in(self._page, inline, "a paragraph", lead=True)
        for row, href in enumerate(said.hrefs):
            reference(self._page, self._album, href, line + row)
        if said.text.startswith("|"):
            self._page.wrong(line, "Tables are not shown.", "Write one point for each row.")
        elif not said.hrefs:
            self._page.add(line, lambda: Paragraph(text=said.text, lead=said.lead))

    def _opening(self, inline: Token, line: int) -> None:
        """Take the lines of synonyms or of how a term is said, else the summary."""
        lines = [line.strip() for line in inline.content.split("\n")]
        if lines[0].lower().startswith((SYNONYMS, SAID)):
            for row, one in enumerate(lines):
                self._names(one, line + row)
            return
        said = said_in(self._page, inline, "the summary")
        if len(said.hrefs) == 1 and said.hrefs[0].startswith(SOUND):
            recording(self._page, self._album, said.hrefs[0], line)
            return
        if said.hrefs or said.text == FACTS:
            self._page.wrong(line, "There is no summary.", "Write one paragraph under the title.")
        self._page.summary = said.text

    def _names(self, line: str, number: int) -> None:
        name, _, listed = line.partition(":")
        words = tuple(word.strip() for word in listed.split(",") if word.strip())
        if name.lower() == SYNONYMS[:-1]:
            self._page.synonyms = words
        elif name.lower() == SAID[:-1]:
            self._page.said = words
        else:
            self._page.wrong(
                number, "The synonyms run into the summary.", "Leave a line free between them."
            )

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
            self._page.wrong(
                line_of(token),
                "A point holds more than one sentence block.",
                "Write each point as one paragraph, without a list inside.",
            )
            return
        said = said_in(self._page, words[0], "a point")
        self._page.add(line_of(token), lambda: make(text=said.text))

    def _quote(self, token: Token) -> None:
        inside = self._until("blockquote_close", token.level)
        words = [part for part in inside if part.type == "inline"]
        said = said_in(self._page, words[0], "a notice") if len(words) == 1 else Said("", "")
        found = _QUOTE.match(said.text)
        if not found or len(words) != 1:
            self._page.wrong(
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
                self._page.wrong(line, "A contact has no way to reach it.", "Write: Name: how.")
                return
            self._page.add(line, lambda: Contact(name=name.strip(), how=how.strip()))
        elif mark in _SEVERITIES:
            self._page.add(line, lambda: Notice.model_validate({"severity": mark, "text": text}))
        else:
            self._page.wrong(
                line, f"[!{mark}] is not known.", "Use information, attention, danger or contact."
            )

    def _unknown(self, token: Token) -> None:
        if token.nesting == 1:
            self._until(token.type.replace("_open", "_close"), token.level)
        else:
            self._at += 1
        self._page.wrong(
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
