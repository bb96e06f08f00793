"""Makes a PDF sheet by sheet; the same drawing on the same day gives the same bytes."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Literal

import cairocffi

MM = 72 / 25.4
"""Points in a millimetre."""
PaperSize = Literal["a4", "a3"]
SIZES: dict[PaperSize, tuple[float, float]] = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
"""Width and height in millimetres, upright."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper, in points."""

    width: float
    height: float
    margin: float

    @classmethod
    def of(cls, size: PaperSize, margin: float) -> "Sheet":
        """Give the sheet of this size with this margin in millimetres."""
        wide, high = SIZES[size]
        return cls(wide * MM, high * MM, margin * MM)

    @property
    def room(self) -> float:
        """How wide a line can be."""
        return self.width - 2 * self.margin


class Pdf:
    """A document that is being drawn; `page` is the sheet on top."""

    def __init__(self, sheet: Sheet, title: str, day: date) -> None:
        """Begin it. It carries the day and no clock, so that it can be made again."""
        self._file = BytesIO()
        self._surface = cairocffi.PDFSurface(self._file, sheet.width, sheet.height)
        made = f"{day.isoformat()}T00:00:00Z"
        for name, said in (("TITLE", title), ("CREATOR", "Signpost"), ("CREATE_DATE", made)):
            self._surface.set_metadata(getattr(cairocffi, f"PDF_METADATA_{name}"), said)
        self.page = cairocffi.Context(self._surface)

    def turn(self) -> None:
        """Lay this sheet aside; the next one is blank."""
        self._surface.show_page()

    def done(self) -> bytes:
        """Give the whole document."""
        self._surface.finish()
        return self._file.getvalue()
