"""python-tuf reads a stick as if it were a web server."""

from collections.abc import Iterator

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient import FetcherInterface

from kiosk.exchange import limits, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refused

METADATA_URL = "stick:///metadata/"
NOT_FOUND = 404
"""python-tuf ends the chain of roots when it hears this number."""


class StickFetcher(FetcherInterface):
    """Gives python-tuf the metadata of one folder, block by block."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder.below(stick.METADATA)

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = url.removeprefix(METADATA_URL)
        try:
            yield from self._folder.blocks(name, limits.METADATA_TARGETS_BYTES)
        except FileNotFoundError as error:
            raise DownloadHTTPError(name, NOT_FOUND) from error
        except Refused as refused:
            raise DownloadError(name) from refused
