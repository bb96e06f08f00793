"""Packs of entries: small files of JSON lines, each of one layer, kind and language."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kiosk.exchange import canonical, limits
from kiosk.exchange.entries import Entry, PackHeader
from kiosk.exchange.media import MediaFile
from kiosk.exchange.model import Model
from kiosk.exchange.policy import Withdrawn
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.signed import newer

T = TypeVar("T", bound=Model)
_MEDIA = (b'"block":"picture"', b'"block":"recording"')
"""Stand in each line that names a file; in words their quotes would be written in another way."""


def read_pack(data: bytes, path: str = "-") -> tuple[PackHeader, tuple[Entry, ...]]:
    """Read a pack whose bytes are vouched for, or raise Refused.

    1. It is no longer than a pack may be, with no more entries (PACK_TOO_BIG).
    2. Each line is one canonical value of its model (PACK_BROKEN, NEWER_PROGRAM_NEEDED).
    3. The header fits `path`; each entry fits the header; ids rise (PACK_BROKEN).
    """
    changed = read_changed(data, path, {})
    return changed.header, tuple(line.entry for line in changed.fresh)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it stands in a pack, with the SHA-256 of its bytes."""

    digest: bytes
    written: bytes
    entry: Entry


@dataclass(frozen=True, slots=True)
class Changed:
    """A pack beside what was read of it before, which is told by the digests of its lines."""

    header: PackHeader
    fresh: tuple[Line, ...]
    kept: frozenset[bytes]


def read_changed(data: bytes, path: str, known: Mapping[bytes, str]) -> Changed:
    """Read a pack as `read_pack` does, but only the lines that are new.

    `known` gives the id of each line that was read at this path before, by the digest of the line:
    the same bytes under the same header are the same entry.
    """
    lines = _lines(data, limits.PACK_BYTES, path)
    if len(lines) > limits.ENTRIES_IN_PACK + 1:
        raise Refused(Refusal.PACK_TOO_BIG, name=path)
    if not lines:
        raise Refused(Refusal.PACK_BROKEN, name=path, line=1)
    header = _line(PackHeader, lines[0], path, 1)
    if path not in ("-", pack_path(header)):
        raise Refused(Refusal.PACK_BROKEN, name=path, line=1)

    fresh: list[Line] = []
    kept: set[bytes] = set()
    before = ""
    for at, line in enumerate(lines[1:], 2):
        digest = hashlib.sha256(line).digest()
        if digest in known:
            kept.add(digest)
        else:
            fresh.append(Line(digest, line, _entry(header, line, path, at)))
        entry_id = known[digest] if digest in known else fresh[-1].entry.id
        if entry_id <= before:
            raise Refused(Refusal.PACK_BROKEN, name=path, line=at)
        before = entry_id
    return Changed(header, tuple(fresh), frozenset(kept))


def media_in(data: bytes, path: str = "-") -> frozenset[MediaFile]:
    """Name the file of every picture and recording of a pack that was read before.

    Only the lines that have one are parsed again.
    """
    entries = (
        _line(Entry, line, path, at)
        for at, line in enumerate(data.split(b"\n")[1:], 2)
        if any(mark in line for mark in _MEDIA)
    )
    return frozenset(block.file for entry in entries for block in entry.media)


def read_withdrawn(data: bytes, path: str = "withdrawn/list.jsonl") -> tuple[Withdrawn, ...]:
    """Read the list of entries that must not be shown, or raise Refused."""
    lines = _lines(data, limits.WITHDRAWN_BYTES, path)
    return tuple(_line(Withdrawn, line, path, at) for at, line in enumerate(lines, 1))


def read_policy(model: type[T], data: bytes, path: str = "-") -> T:
    """Read a policy, profile or trust file whose bytes are vouched for, or raise Refused."""
    try:
        return canonical.read_as(model, data, limits.POLICY_BYTES)
    except ValueError as error:
        code = Refusal.NEWER_PROGRAM_NEEDED if newer(data) else Refusal.POLICY_BROKEN
        raise Refused(code, name=path) from error


def write_packs(entries: Iterable[Entry], layer: str) -> dict[str, bytes]:
    """Write entries of one layer as packs: bytes by target path.

    The part is the beginning of the SHA-256 of the id, as long as it needs to be, so that an
    entry stays in its pack when others come and go.
    """
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        groups.setdefault((entry.kind, entry.language), []).append(entry)
    return {
        pack_path(header): _written(header, members)
        for group in groups.values()
        for header, members in _parted(group, layer)
    }


def write_withdrawn(withdrawn: Iterable[Withdrawn]) -> bytes:
    """Write the list of entries that must not be shown."""
    return b"".join(canonical.dump(one) + b"\n" for one in sorted(withdrawn, key=lambda w: w.id))


def pack_path(header: PackHeader) -> str:
    """Give the target path at which a pack stands."""
    return f"{header.layer}/{header.kind}-{header.language}-{header.part}.jsonl"


def _lines(data: bytes, max_bytes: int, path: str) -> list[bytes]:
    if len(data) > max_bytes:
        raise Refused(Refusal.PACK_TOO_BIG, name=path)
    if data and not data.endswith(b"\n"):
        raise Refused(Refusal.PACK_BROKEN, name=path, line=data.count(b"\n") + 1)
    return data.split(b"\n")[:-1]


def _line(model: type[T], line: bytes, path: str, at: int) -> T:
    try:
        return canonical.read_as(model, line, limits.LINE_BYTES)
    except ValueError as error:
        code = Refusal.NEWER_PROGRAM_NEEDED if newer(line) else Refusal.PACK_BROKEN
        raise Refused(code, name=path, line=at) from error


def _entry(header: PackHeader, line: bytes, path: str, at: int) -> Entry:
    entry = _line(Entry, line, path, at)
    if entry.kind is not header.kind or entry.language != header.language:
        raise Refused(Refusal.PACK_BROKEN, name=path, line=at)
    return entry


def _parted(group: list[Entry], layer: str) -> list[tuple[PackHeader, list[Entry]]]:
    digits = 0
    parts = {"0": group}
    while any(len(part) > limits.ENTRIES_IN_PACK for part in parts.values()):
        digits += 1
        parts = _by_digits(group, digits)
    kind, language = group[0].kind, group[0].language
    return [
        (PackHeader(layer=layer, kind=kind, language=language, part=part), members)
        for part, members in sorted(parts.items())
    ]


def _by_digits(group: list[Entry], digits: int) -> dict[str, list[Entry]]:
    parts: dict[str, list[Entry]] = {}
    for entry in group:
        parts.setdefault(_digest(entry.id)[:digits], []).append(entry)
    return parts


def _digest(entry_id: str) -> str:
    return hashlib.sha256(entry_id.encode()).hexdigest()


def _written(header: PackHeader, entries: Iterable[Entry]) -> bytes:
    values: list[Model] = [header, *entries]
    return b"".join(canonical.dump(value) + b"\n" for value in values)
