"""Makes the picture that is published from the file that an author drew."""

import hashlib
import io
import re
import struct
import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps

from admin_tools.authoring.sounds import SoundWrong, recorded
from kiosk.exchange import limits, pictures
from kiosk.exchange.blocks import Picture, Recording

SUFFIXES = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
WIDEST = 1_600
"""Pixels across: more is never seen on a panel of 1,920 with a margin and a column beside."""
DRAWN_BYTES = 20 * 1024 * 1024
"""Bytes of an author's own file, before it is made smaller."""
QUALITY = 85
COLOURS = 256
_BEGINS = {"PNG": pictures.PNG, "JPEG": pictures.JPEG}
_NAME = re.compile(r"^[a-z0-9][a-z0-9_-]{0,59}\.(png|jpg|jpeg)$")


class PictureWrong(Exception):
    """A picture that cannot be shown, in words for its author."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.mend = mend


@dataclass(slots=True)
class Album:
    """The pictures and recordings beside one page: `files` are the bytes to publish by hash."""

    folder: Path | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)

    def picture(self, name: str, alt: str, caption: str) -> Picture:
        """Give the block of a picture beside the page, or raise PictureWrong.

        1. It has words for who cannot see it. 2. It is a file beside the page. 3. It is what its
        name says. 4. It is drawn anew: no place, no camera, no comment goes with it.
        """
        if not alt.strip():
            raise PictureWrong(
                f"The picture {name!r} has no words for who cannot see it.",
                "Say what it shows: ![A hand presses the bell](bell.png)",
            )
        self.named.add(name)
        data = _redrawn(name, self._read(name))
        width, height = pictures.size_of(data)
        made = Picture(
            sha256=hashlib.sha256(data).hexdigest(),
            length=len(data),
            width=width,
            height=height,
            alt=" ".join(alt.split()),
            caption=" ".join(caption.split()),
        )
        self.files[made.sha256] = data
        return made

    def recording(self, name: str, says: str, text: str) -> Recording:
        """Give the block of a recording that reads this text, or raise SoundWrong."""
        self.named.add(name)
        path = self.folder / name if self.folder else None
        if path is None or path.is_symlink() or not path.is_file():
            raise SoundWrong(
                f"There is no recording {name!r} beside this page.",
                "Put it there, or mend the name.",
            )
        made, data = recorded(path, says, text)
        self.files[made.sha256] = data
        return made

    def _read(self, name: str) -> bytes:
        if not _NAME.match(name):
            raise PictureWrong(
                f"A picture is named {name!r}.",
                "Put it beside the page: small letters, digits and -, ending in .png or .jpg.",
            )
        path = self.folder / name if self.folder else None
        if path is None or path.is_symlink() or not path.is_file():
            raise PictureWrong(
                f"There is no picture {name!r} beside this page.", "Put it there, or mend the name."
            )
        if path.stat().st_size > DRAWN_BYTES:
            raise _too_big(name)
        return path.read_bytes()


@lru_cache(maxsize=32)
def _redrawn(name: str, data: bytes) -> bytes:
    """Draw it anew, always into the same bytes, so that an unchanged picture keeps its hash."""
    kind = SUFFIXES[Path(name).suffix]
    if not data.startswith(_BEGINS[kind]):
        raise PictureWrong(
            f"The picture {name!r} is not what its name says.",
            "Open it in a drawing program and save it again as PNG or JPEG.",
        )
    made = _saved(_decoded(name, data, kind), kind)
    if len(made) > limits.PICTURE_BYTES:
        raise _too_big(name)
    return made


def _decoded(name: str, data: bytes, kind: str) -> Image.Image:
    """Ask for the size before anything is decoded, then decode."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what else is odd is lost by drawing it anew
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data), formats=(kind,)) as image:
                if image.width * image.height > limits.PICTURE_PIXELS:
                    raise _too_big(name)
                return _plain(image)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_big(name) from error
        except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
            raise PictureWrong(
                f"The picture {name!r} is damaged.",
                "Open it in a drawing program and save it again.",
            ) from error


def _plain(image: Image.Image) -> Image.Image:
    """Turn it upright, lay it on white, make it no wider than a screen needs."""
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    sheet = Image.new("RGBA", upright.size, "white")
    sheet.alpha_composite(upright)
    plain = sheet.convert("RGB")
    if plain.width > WIDEST:
        high = max(1, round(plain.height * WIDEST / plain.width))
        plain = plain.resize((WIDEST, high), Image.Resampling.LANCZOS)
    return plain


def _saved(image: Image.Image, kind: str) -> bytes:
    made = io.BytesIO()
    if kind == "JPEG":
        image.save(made, "JPEG", quality=QUALITY, optimize=True)
    else:
        _with_few_colours(image).save(made, "PNG", optimize=True)
    return made.getvalue()


def _with_few_colours(image: Image.Image) -> Image.Image:
    """Write a drawing of a few colours in a third of the bytes, if no pixel changes by it."""
    if image.getcolors(COLOURS) is None:
        return image
    fewer = image.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS)
    return fewer if fewer.convert("RGB").tobytes() == image.tobytes() else image


def _too_big(name: str) -> PictureWrong:
    return PictureWrong(
        f"The picture {name!r} is too big.",
        f"Save it with at most {WIDEST} pixels across. A photograph is smaller as .jpg.",
    )
