"""What the look-up screens read."""

from collections.abc import Sequence
from typing import Protocol

from kiosk.catalogue.alike import Alike
from kiosk.catalogue.cards import Card, Group, Shown
from kiosk.catalogue.coming import Coming
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import SiteProfile, Topics, Vocabulary


class Reading(Protocol):
    """The catalogue as the look-up screens see it (kiosk.catalogue.catalogue.Catalogue)."""

    def topic(self, tile: str, language: str) -> tuple[Group, ...]: ...

    def timeline(self, stage: str, language: str) -> tuple[Card, ...]: ...

    def related(self, entry: Entry, language: str) -> tuple[Card, ...]: ...

    def alike(self, entry: Entry, language: str) -> tuple[Alike, ...]: ...

    def due(self, stage: str) -> tuple[Coming, ...]: ...

    def forms(self, language: str) -> tuple[Card, ...]: ...

    def notices(self, language: str) -> tuple[Card, ...]: ...

    def about(self, ids: Sequence[str], language: str) -> tuple[Card, ...]: ...

    def entry(self, entry_id: str, language: str) -> Shown | None: ...

    def topics(self) -> Topics: ...

    def vocabulary(self, name: str) -> Vocabulary: ...

    def profile(self) -> SiteProfile | None: ...


class NothingToRead:
    """A kiosk without content: every list is empty, and Help now still works."""

    def topic(self, tile: str, language: str) -> tuple[Group, ...]:  # noqa: ARG002
        """Give no groups."""
        return ()

    def timeline(self, stage: str, language: str) -> tuple[Card, ...]:  # noqa: ARG002
        """Give no cards."""
        return ()

    def related(self, entry: Entry, language: str) -> tuple[Card, ...]:  # noqa: ARG002
        """Give no cards."""
        return ()

    def alike(self, entry: Entry, language: str) -> tuple[Alike, ...]:  # noqa: ARG002
        """Give no lists."""
        return ()

    def due(self, stage: str) -> tuple[Coming, ...]:  # noqa: ARG002
        """Give nothing that is due."""
        return ()

    def forms(self, language: str) -> tuple[Card, ...]:  # noqa: ARG002
        """Give no forms."""
        return ()

    def notices(self, language: str) -> tuple[Card, ...]:  # noqa: ARG002
        """Give no notices."""
        return ()

    def about(self, ids: Sequence[str], language: str) -> tuple[Card, ...]:  # noqa: ARG002
        """Give no cards."""
        return ()

    def entry(self, entry_id: str, language: str) -> Shown | None:  # noqa: ARG002
        """Give no entry."""
        return None

    def topics(self) -> Topics:
        """Give no topics."""
        return Topics(topics=())

    def vocabulary(self, name: str) -> Vocabulary:
        """Give a list without terms."""
        return Vocabulary(name=name, terms=())

    def profile(self) -> SiteProfile | None:
        """Give no profile."""
        return None
