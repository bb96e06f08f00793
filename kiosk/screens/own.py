"""What a person may do with their own requests."""

from typing import Protocol

from kiosk.requests.own import OwnRow
from kiosk.screens.errand import Asker


class OwnRequests(Protocol):
    """What My requests needs from the ledger."""

    def of(self, asker: Asker) -> tuple[OwnRow, ...]:
        """Give the requests on this person's list, newest first."""

    def withdraw(self, asker: Asker, request: OwnRow) -> bool:
        """Take a request back; False when there is no room to write it down."""
