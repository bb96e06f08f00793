"""Which words staff read when the content on a stick was not believed.

The decision has fallen before this is asked. What is read here from the stick is not believed; it
only chooses between refusals.
"""

import errno
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadHTTPError,
    ExpiredMetadataError,
    UnsignedMetadataError,
)

from kiosk.exchange import limits, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused


def verdict(
    error: BaseException, folder: Folder, state: Mapping[str, bytes], root: bytes
) -> Refused:
    """Name what went wrong."""
    for cause in _causes(error):
        if isinstance(cause, Refused):
            return cause
    if isinstance(error, BadVersionNumberError):
        old = _number(state.get("timestamp", b""))
        new = _number(_seen(folder, "timestamp.json"))
        if new < old:
            return Refused(Refusal.CONTENT_OLDER, version=new, active=old)
    if isinstance(error, UnsignedMetadataError):
        return _not_signed(folder, root)
    if isinstance(error, OSError):  # the stick's own faults arrive as Refused: this is our scratch
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        return Refused(Refusal.DISK_FULL if full else Refusal.DISK_FAULT)
    plain = {
        ExpiredMetadataError: Refusal.CONTENT_EXPIRED,
        DownloadHTTPError: Refusal.CONTENT_INCOMPLETE,
    }
    code = plain.get(type(error), Refusal.CONTENT_DAMAGED)
    return Refused(code, name="content")


def _not_signed(folder: Folder, root: bytes) -> Refused:
    """Too few of the right people, or other people altogether."""
    ours = _signed(root)
    theirs = _signed(_seen(folder, f"{ours.get('version')}.root.json"))
    if theirs and theirs.get("keys") != ours.get("keys"):
        was, now = ours.get("x-demo") is True, theirs.get("x-demo") is True
        if was != now:
            return Refused(Refusal.DEMO_ON_REAL if now else Refusal.REAL_ON_DEMO)
        return Refused(Refusal.CONTENT_OF_OTHERS)
    return Refused(Refusal.CONTENT_SIGNED_BY_TOO_FEW, name="content")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _seen(folder: Folder, name: str) -> bytes:
    with suppress(OSError, Refused):
        return folder.read(f"{stick.METADATA}/{name}", limits.METADATA_ROOT_BYTES)
    return b""


def _signed(data: bytes) -> dict[str, object]:
    with suppress(ValueError, RecursionError):
        value = json.loads(data)
        if isinstance(value, dict) and isinstance(value.get("signed"), dict):
            return dict(value["signed"])
    return {}


def _number(data: bytes) -> int:
    number = _signed(data).get("version")
    return number if isinstance(number, int) else 0
