"""The values that the shared parts draw. No Kivy: presenters make them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TileItem:
    """A tile of the home screen. `go` makes it the green one."""

    part: ClassVar[str] = "Tile"
    key: str
    icon: str
    title: str
    text: str
    go: bool = False


@dataclass(frozen=True, slots=True)
class RowItem:
    """A line of a list that leads somewhere, unless it is not `live`.

    `mark` is a second small text at the far end: a day, a state. `brief` says the text in few
    words, where there is little height.
    """

    part: ClassVar[str] = "Row"
    key: str
    title: str
    text: str = ""
    icon: str = ""
    live: bool = True
    mark: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class NavItem:
    """A group that can be picked; `here` marks the one whose content is shown."""

    part: ClassVar[str] = "NavRow"
    key: str
    title: str
    icon: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class ChooserItem:
    """A choice above a list: `label` says what it is about, `title` what was chosen.

    `here` marks the one whose options are open.
    """

    part: ClassVar[str] = "Chooser"
    key: str
    label: str
    title: str
    icon: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class LinkItem:
    """Another entry, named on a card beside this one."""

    part: ClassVar[str] = "LinkRow"
    key: str
    title: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class HeadingItem:
    """A heading inside a list or an entry. It never stands last on a page."""

    part: ClassVar[str] = "Heading"
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class TextItem:
    """A paragraph in one of the theme's styles; `strong` parts of it are bold."""

    part: ClassVar[str] = "Paragraph"
    text: str
    style: str = "body"
    strong: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class LineItem:
    """A picture with words beside it; `strong` parts of the text are bold.

    `sign` stands in place of the picture: a number, a dot.
    """

    part: ClassVar[str] = "PictureLine"
    text: str
    icon: str = ""
    strong: tuple[str, ...] = ()
    sign: str = ""
    key: str = ""


def nothing() -> bytes | None:
    """No picture is there."""
    return None


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture of the content: `alt` says what it shows, `load` gives its checked bytes."""

    part: ClassVar[str] = "Photo"
    alt: str
    caption: str = ""
    key: str = ""
    load: Callable[[], bytes | None] = nothing


@dataclass(frozen=True, slots=True)
class TermItem:
    """A text with hard words in it, `underlined`; touching it tells what they mean.

    Otherwise it looks as the TextItem or LineItem in whose place it stands.
    """

    part: ClassVar[str] = "TermLine"
    key: str
    text: str
    underlined: tuple[str, ...] = ()
    style: str = "body"
    icon: str = ""
    strong: tuple[str, ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class EasyItem:
    """One idea of an easy page, with a large picture before it."""

    part: ClassVar[str] = "EasyLine"
    text: str
    icon: str = "circle"
    key: str = ""


@dataclass(frozen=True, slots=True)
class BandItem:
    """A coloured band with a message. `kind`: help, done, attention, note, card.

    `brief` says it in few words, where there is little height.
    """

    part: ClassVar[str] = "Band"
    text: str
    kind: str = "attention"
    icon: str = ""
    strong: tuple[str, ...] = ()
    key: str = ""
    brief: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """One answer. `one`: a ring, because only one answer can be chosen."""

    part: ClassVar[str] = "Choice"
    key: str
    text: str
    icon: str = ""
    chosen: bool = False
    one: bool = False


@dataclass(frozen=True, slots=True)
class StepItem:
    """A step on the way of a request: done or still to come."""

    part: ClassVar[str] = "ProgressStep"
    text: str
    done: bool = False
    strong: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class ButtonItem:
    """A button. `kind`: go, quiet, help, outline, close. `after`: the picture follows the words.

    `slim`: one of many, with less room beside its words.
    """

    part: ClassVar[str] = "PushButton"
    key: str
    text: str
    icon: str = ""
    kind: str = "quiet"
    after: bool = False
    live: bool = True
    slim: bool = False


@dataclass(frozen=True, slots=True)
class PairItem:
    """A line of a check list: the question, the answers, and the word on its button (Change)."""

    part: ClassVar[str] = "PairRow"
    key: str
    title: str
    text: str
    button: str = ""
