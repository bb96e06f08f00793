"""Takes files of requests off a stick once the records hold all that is in them."""

import hashlib

from pydantic import ValidationError

from admin_tools.desks.reading import FILE_BYTES
from admin_tools.records.database import Records
from admin_tools.records.items import bundle_of_payload
from kiosk.exchange import requests_bundle, stick
from kiosk.exchange.encoding import from_base64
from kiosk.exchange.envelope import Envelope
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refused

_REQUESTS = f"{stick.FOLDER}/{stick.REQUESTS}"


def clear_collected(folder: Folder, records: Records) -> int:
    """Remove the files that were collected, and say how many; others stay as they are.

    A stick goes round for years, and each visit adds a file. A file goes only when its very
    payload stands in the records, safely on disk; the kiosk keeps the items until it has receipts.
    """
    cleared = 0
    for name in folder.names(_REQUESTS):
        if requests_bundle.named(name) and _is_collected(folder, name, records):
            folder.remove(f"{_REQUESTS}/{name}")
            cleared += 1
    return cleared


def _is_collected(folder: Folder, name: str, records: Records) -> bool:
    try:
        data = folder.read(f"{_REQUESTS}/{name}", FILE_BYTES)
        payload = from_base64(Envelope.model_validate_json(data).payload)
    except (Refused, ValidationError, ValueError):
        return False
    with records.read() as session:
        return bundle_of_payload(session, hashlib.sha256(payload).hexdigest())
