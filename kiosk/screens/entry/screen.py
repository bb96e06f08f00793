"""Draws one entry."""

from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.entry.presenter import EntryState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.shapes import HeadingItem, LineItem, LinkItem, RowItem, TermItem, TextItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

LEAST_FOR_OTHERS, WIDE = 92, 5
"""Millimetres; of these there is so much above and below the words."""
LEADING_ON = frozenset({"LinkRow", "PushButton", "Row"})
"""Parts of a text that a finger touches."""


class EntryScreen(ScreenPart):
    """The entry on a card, asking and other entries beside it."""

    state = ObjectProperty(EntryState(), rebind=True)
    cramped = BooleanProperty(False)
    """Large letters on a low panel: the card to ask on has room for its button alone."""
    close = BooleanProperty(False)
    """The cards beside the text have less room around their words, so that nothing has to leave."""
    headline = StringProperty("")
    """The title, where the page has no room for it and it stands beside the way back."""

    def arrange(self) -> None:
        """On a low panel, or in large letters, other entries stand below the text."""
        self.cramped = look.theme.cramped
        if look.theme.lowered:
            self._stand_low()
            return
        self.close = False
        self._stand(below=look.theme.low or look.theme.large)
        side = self.ids.side
        if side.shown and side.natural_height(side.width) > side.height + 1 and look.theme.low:
            self.cramped = True
            self._stand(below=True)
        if self._others_lack_room():
            self.close = True
            self._stand(below=False)
        if self._others_lack_room():
            self.close = False
            self._stand(below=True)

    def _stand(self, *, below: bool) -> None:
        state = self.state
        self.ids.also.shown = bool(state.also) and not below
        self.ids.side.shown = bool(state.ask.button) or self.ids.also.shown
        rows = tuple(RowItem(link.key, link.title, icon=link.icon) for link in state.also)
        others = (HeadingItem(state.also_title), *rows) if below and rows else ()
        self.headline, blocks = self._headed()
        self.ids.text.items = (*blocks, *self._promise(), *others)
        self.ids.others.items = state.also
        super().arrange()

    def _headed(self) -> tuple[str, tuple[Any, ...]]:
        """What stands beside the way back, and the text that is left."""
        blocks = self.state.blocks
        if self.cramped and blocks and getattr(blocks[0], "style", "") == "title":
            return blocks[0].text, blocks[1:]
        return "", blocks

    def _promise(self) -> tuple[Any, ...]:
        """Until when we aim to answer, at the end of the text where the card has no room for it."""
        ask = self.state.ask
        return (TextItem(ask.text, strong=ask.strong),) if self.cramped and ask.text else ()

    def _stand_low(self) -> None:
        """Links leave the text, because a finger has to reach them."""
        state = self.state
        self.headline = ""
        links = tuple(link for one in state.blocks for link in _links(one))
        self.ids.text.items = tuple(text for one in state.blocks for text in _texts(one))
        self.ids.others.items = (*links, *state.also)
        self.ids.also.shown = bool(self.ids.others.items)
        self.ids.side.shown = bool(state.ask.button) or self.ids.also.shown
        super().arrange()

    def _others_lack_room(self) -> bool:
        """Neither all other entries fit, nor a heading, two of them and the page buttons."""
        also = self.ids.also
        least = LEAST_FOR_OTHERS - 2 * (WIDE - also.pad[1])
        return bool(
            also.shown and also.height < min(also.natural_height(also.width), look.px(least))
        )

    def ask(self) -> None:
        """Ask for this was touched."""
        self.presenter.ask()

    def open(self, entry: str) -> None:
        """Another entry was touched, or a text with a hard word."""
        self.presenter.open(entry)

    def back_to_page(self) -> None:
        """Back to the page was touched."""
        self.presenter.back_to_page()


def _links(item: Any) -> tuple[Any, ...]:
    """What a finger touches of this piece: itself, or the hard words in it."""
    if isinstance(item, TermItem):
        return (LinkItem(item.key, ", ".join(item.underlined), "book-open-text"),)
    return (item,) if item.part in LEADING_ON else ()


def _texts(item: Any) -> tuple[Any, ...]:
    """What is read of this piece."""
    if isinstance(item, TermItem) and (item.icon or item.sign):
        return (LineItem(item.text, item.icon, item.strong, item.sign),)
    if isinstance(item, TermItem):
        return (TextItem(item.text, item.style, item.strong),)
    return () if item.part in LEADING_ON else (item,)
