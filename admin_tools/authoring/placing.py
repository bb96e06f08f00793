"""Puts on a page what stands in a file or an entry of its own: links, pictures, recordings."""

import re

from markdown_it.token import Token

from admin_tools.authoring.page import Page
from admin_tools.authoring.pictures import Album, PictureWrong
from admin_tools.authoring.sounds import SoundWrong
from admin_tools.authoring.tokens import words_of
from kiosk.exchange.blocks import Ask, Link

SOUND = "sound:"
_REFERENCE = re.compile(r"^(entry|ask):([a-z0-9_-]*)$")


def reference(page: Page, album: Album, href: str, line: int) -> None:
    """Put a link or a way to ask on the page, or the recording that is named."""
    if href.startswith(SOUND):
        recording(page, album, href, line)
        return
    found = _REFERENCE.match(href)
    if not found:
        page.wrong(
            line,
            f"A link goes to {href!r}, outside this screen.",
            "Link to an entry with [](entry:its-id), or write the address in words.",
        )
        return
    kind, name = found.groups()
    page.add(line, lambda: Link(entry=name) if kind == "entry" else Ask(form=name))


def picture(page: Page, album: Album, image: Token, line: int) -> None:
    """Put a picture on the page."""
    name, caption = str(image.attrs.get("src", "")), str(image.attrs.get("title", ""))
    try:
        page.add(line, lambda: album.picture(name, image.content, caption))
    except PictureWrong as wrong:
        page.wrong(line, wrong.problem, wrong.mend)


def recording(page: Page, album: Album, href: str, line: int) -> None:
    """Put a voice there for the title, the summary, or the block that stands right before it."""
    name = href.removeprefix(SOUND)
    before = page.blocks[-1] if page.blocks else None
    spoken = page.spoken
    says, text = "block", words_of(before) if before else ""
    if not spoken:
        says, text = ("summary", page.summary) if page.summary else ("title", page.title)
    if not text or (spoken and page.facts_at == len(page.blocks)):
        page.wrong(
            line,
            f"The recording {name!r} does not stand right after what it says.",
            "Put it below a title, summary, heading, paragraph, point, step or notice.",
        )
        return
    try:
        page.add(line, lambda: album.recording(name, says, text))
    except SoundWrong as wrong:
        page.wrong(line, wrong.problem, wrong.mend)
