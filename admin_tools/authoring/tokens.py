"""Asks what a paragraph of Markdown is made of."""

from dataclasses import dataclass

from markdown_it.token import Token

from kiosk.exchange.blocks import Block, Contact, Heading, Notice, Paragraph, Point, Step


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one paragraph: bold words at its start, the rest; or the links it is made of."""

    lead: str
    text: str
    hrefs: tuple[str, ...] = ()


def links_alone(parts: list[Token]) -> tuple[str, ...]:
    """Hand back where the links go, when a paragraph is made of links and nothing else."""
    kinds = [part.type for part in parts if part.type != "softbreak"]
    if not kinds or kinds != ["link_open", "link_close"] * (len(kinds) // 2):
        return ()
    return tuple(str(part.attrs.get("href", "")) for part in parts if part.type == "link_open")


def images_alone(inline: Token) -> tuple[Token, ...]:
    """Hand back the pictures, when a paragraph is made of pictures and nothing else."""
    parts = [part for part in inline.children or [] if part.type != "text" or part.content.strip()]
    images = tuple(part for part in parts if part.type == "image")
    return images if all(part.type in ("image", "softbreak") for part in parts) else ()


def line_of(token: Token) -> int:
    """Give the line on which a token begins, from 1."""
    return token.map[0] + 1 if token.map else 1


def words_of(block: Block) -> str:
    """Give the words of a block that somebody can read out; nothing for any other."""
    match block:
        case Paragraph():
            return f"{block.lead} {block.text}".strip()
        case Contact():
            return f"{block.name} {block.how}"
        case Heading() | Point() | Step() | Notice():
            return block.text
        case _:
            return ""
