"""Turns the inside of a paragraph of Markdown into plain words."""

from markdown_it.token import Token

from admin_tools.authoring.page import Page
from admin_tools.authoring.tokens import Said, line_of, links_alone

_LEFT_OVER = ("](", "**", "__", "{facts")
"""Marks that stay in the words when they were written wrongly."""


def said_in(page: Page, inline: Token, place: str, *, lead: bool = False) -> Said:
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
    text = "".join(_plain(page, part, inline, place) for part in parts)
    if not lead:
        bold, text = "", bold + text
    return Said(" ".join(bold.split()), " ".join(text.split()))


def _plain(page: Page, part: Token, inline: Token, place: str) -> str:
    if part.type in ("text", "softbreak"):
        if any(mark in part.content for mark in _LEFT_OVER):
            page.wrong(
                line_of(inline),
                f"A mark was not understood in {place}: {part.content.strip()[:40]!r}.",
                "A link is [](entry:its-id), alone on its line; bold is **words**.",
            )
        return part.content or " "
    if part.nesting != -1:
        page.wrong(
            line_of(inline),
            f"There is {part.type.replace('_open', '').replace('_', ' ')} inside {place}.",
            "Use plain words there. Bold words stand only at the start of a paragraph.",
        )
    return part.content or " "
