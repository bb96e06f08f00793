"""The slip that brings one person the number and the PIN: no name, no reason."""

import os
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fpdf import FPDF

_HEAD = "For the screen on your wing"
_HOW = (
    "How to sign in",
    "1. Touch My requests or Ask for help.",
    "2. Touch in your number. Then touch in your PIN.",
    "3. When you finish, touch Close and hide.",
)
_KEEP = (
    "Keep this slip where others cannot see it. Tell nobody your PIN.",
    "The PIN shows you your requests. It is not for phone calls, canteen or money.",
    "Lost your PIN? You can still ask on the screen. Or ask staff for a new PIN.",
)
_MILLIMETRES = (105, 148)


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip; its representation hides the PIN, so that no log line can show it."""

    number: str
    pin: str = field(repr=False)


def write_slip(folder: Path, slip: Slip, made: datetime) -> tuple[Path, Path]:
    """Write the slip as text and as PDF (A6), readable by its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    text, pdf = folder / f"{slip.number}.txt", folder / f"{slip.number}.pdf"
    _keep(text, slip_text(slip).encode("utf-8"))
    _keep(pdf, _drawn(slip, made))
    return text, pdf


def slip_text(slip: Slip) -> str:
    """Give the words of the slip, one sentence a line."""
    lines = (_HEAD, "", f"Number: {slip.number}", f"PIN: {slip.pin}", "", *_HOW, "", *_KEEP)
    return "\n".join(lines) + "\n"


def _drawn(slip: Slip, made: datetime) -> bytes:
    page = FPDF(format=_MILLIMETRES)
    page.set_creation_date(made)
    page.set_title(_HEAD)
    page.set_lang("en-GB")
    page.set_margin(10)
    page.add_page()
    for words, size, style in _lines(slip):
        page.set_font("Helvetica", style, size)
        page.multi_cell(0, size * 0.5, words, align="L", new_x="LMARGIN", new_y="NEXT")
        page.ln(1.5)
    return bytes(page.output())


def _lines(slip: Slip) -> list[tuple[str, int, str]]:
    return [
        (_HEAD, 14, "B"),
        (f"Number: {slip.number}", 18, ""),
        (f"PIN: {slip.pin}", 18, "B"),
        (_HOW[0], 12, "B"),
        *((line, 12, "") for line in _HOW[1:]),
        *((line, 10, "") for line in _KEEP),
    ]


def _keep(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
