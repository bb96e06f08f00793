"""What a person may do with their own requests."""

from typing import Protocol

from kiosk.requests.own import OwnRow
from kiosk.visit.sign_in import SignedIn


class OwnRequests(Protocol):
    """What My requests needs from the ledger."""

    def of(self, asker: SignedIn) -> tuple[OwnRow, ...]:
        """Give the requests on this person's list, newest first."""

    def withdraw(self, asker: SignedIn, request: OwnRow) -> bool:
        """Take a request back; False when there is no room to write it down."""
