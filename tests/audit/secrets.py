"""Looks for words that must not be found, in every way that bytes can hold them."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

RUN_OF_BASE64 = re.compile(rb"[A-Za-z0-9+/]{64,}={0,2}")
DEEP = 3
"""Base64 inside base64 inside base64: a sealed blob in an item in an envelope."""


def writings(secret: str) -> dict[str, bytes]:
    """The secret as UTF-8, UTF-16, base64 in three alignments, hex, and from behind."""
    raw = secret.encode()
    ways = {
        "utf-8": raw,
        "upper case": raw.upper(),
        "utf-16-le": secret.encode("utf-16-le"),
        "utf-16-be": secret.encode("utf-16-be"),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "reversed": raw[::-1],
        "escaped": secret.encode("unicode_escape"),
    }
    for shift in range(3):  # only the signs that nothing before or after the secret can change
        whole = base64.b64encode(bytes(shift) + raw)
        ways[f"base64+{shift}"] = whole[-(-8 * shift // 6) : 8 * (shift + len(raw)) // 6]
    return ways


def found_in(folder: Path, secrets: list[str]) -> list[str]:
    """Name every file below that holds one of the secrets, with the way it is written."""
    ways = {way: data for secret in secrets for way, data in named(secret)}
    return [
        f"{path.relative_to(folder)}: {way}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for layer in layers(path.read_bytes())
        for way, data in ways.items()
        if data in layer
    ]


def named(secret: str) -> Iterator[tuple[str, bytes]]:
    return ((f"{secret} as {way}", data) for way, data in writings(secret).items())


def layers(data: bytes, deep: int = DEEP) -> Iterator[bytes]:
    """The bytes themselves, then what their base64 and their zlib streams hold."""
    yield data
    if deep == 0:
        return
    for run in RUN_OF_BASE64.findall(data):
        with suppress(binascii.Error):
            yield from layers(base64.b64decode(run[: len(run) // 4 * 4]), deep - 1)
    for start in (match.start() for match in re.finditer(rb"x[\x01\x5e\x9c\xda]", data)):
        with suppress(zlib.error):
            yield zlib.decompressobj().decompress(data[start:], 1_000_000)
