"""Keeps the pictures and recordings that published entries name."""

from collections.abc import Callable, Iterable, Mapping

from tuf.api.metadata import TargetFile

from admin_tools.authoring.sources import Sources
from admin_tools.publishing.reading import is_pack
from kiosk.exchange import limits
from kiosk.exchange.media import MediaFile
from kiosk.exchange.packs import media_in
from kiosk.exchange.refusals import Refusal, Refused

Files = Mapping[str, TargetFile]
Read = Callable[[str, TargetFile], bytes]


def of_sources(sources: Sources) -> dict[str, bytes]:
    """Give every picture and recording of the sources, by its hash."""
    return {sha256: data for one in sources.written for sha256, data in one.media.items()}


def named(files: Files, read: Read) -> tuple[MediaFile, ...]:
    """Name every picture and recording of these packs, sorted by hash."""
    packs = ((path, file) for path, file in files.items() if is_pack(path))
    found = {one for path, file in packs for one in media_in(read(path, file), path)}
    return tuple(sorted(found, key=lambda one: one.sha256))


def must_fit(files: Files, read: Read) -> None:
    """Raise Refused when the files of one prison are more than a kiosk takes."""
    sites = {path.split("/")[1] for path in files if path.startswith("site/")}
    for site in sites:
        here = {p: f for p, f in files.items() if p.startswith(("national/", f"site/{site}/"))}
        if total(named(here, read)) > limits.MEDIA_BYTES:
            raise Refused(Refusal.CONTENT_TOO_BIG)


def total(files: Iterable[MediaFile]) -> int:
    """Count the bytes of these files."""
    return sum(file.length for file in files)
