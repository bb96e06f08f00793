"""Keeps the pictures that published entries name."""

from collections.abc import Callable, Iterable, Mapping

from tuf.api.metadata import TargetFile

from admin_tools.authoring.sources import Sources
from admin_tools.publishing.reading import is_pack
from kiosk.exchange import limits
from kiosk.exchange.packs import pictures_in
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.refusals import Refusal, Refused

Files = Mapping[str, TargetFile]
Read = Callable[[str, TargetFile], bytes]


def of_sources(sources: Sources) -> dict[str, bytes]:
    """Give every picture of the sources, by its hash."""
    return {sha256: data for one in sources.written for sha256, data in one.media.items()}


def named(files: Files, read: Read) -> tuple[PictureFile, ...]:
    """Name every picture of these packs, sorted by hash."""
    packs = ((path, file) for path, file in files.items() if is_pack(path))
    found = {picture for path, file in packs for picture in pictures_in(read(path, file), path)}
    return tuple(sorted(found))


def must_fit(files: Files, read: Read) -> None:
    """Raise Refused when the pictures of one prison are more than a kiosk takes."""
    sites = {path.split("/")[1] for path in files if path.startswith("site/")}
    for site in sites:
        here = {p: f for p, f in files.items() if p.startswith(("national/", f"site/{site}/"))}
        if total(named(here, read)) > limits.MEDIA_BYTES:
            raise Refused(Refusal.CONTENT_TOO_BIG)


def total(pictures: Iterable[PictureFile]) -> int:
    """Count the bytes of these pictures."""
    return sum(picture.length for picture in pictures)
