"""A kiosk as far as content trust goes: what it remembers from stick to stick."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.exchange import trust
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trust import Publication, TrustState
from tests.builders.publisher import ISSUED


@dataclass
class TrustingKiosk:
    """What a kiosk remembers from stick to stick."""

    folder: Path
    root: bytes
    low: datetime = ISSUED
    wing: str | None = "B"
    state: TrustState = field(default_factory=TrustState)
    active: int = 0

    def check(self, stick: Path) -> Publication:
        """Decide, change nothing."""
        scratch = self.folder / "scratch"
        scratch.mkdir(exist_ok=True)
        folder = Folder(stick).below("SIGNPOST")
        return trust.check(
            folder, self.root, self.state, "MVX", self.wing, self.low, scratch, self.active
        )

    def take(self, stick: Path) -> Publication:
        """Decide and remember, as the mailroom does in one transaction."""
        found = self.check(stick)
        self.state, self.active = found.state, found.version
        self.low = max(self.low, found.issued)
        return found

    def refusal(self, stick: Path) -> Refused:
        """Say why this stick is refused; nothing may be left behind."""
        with pytest.raises(Refused) as caught:
            self.check(stick)
        assert list((self.folder / "scratch").iterdir()) == []
        return caught.value
