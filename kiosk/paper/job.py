"""What is to be printed, as it was asked for."""

from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.exchange.model import Code, Language, Line, Model, SiteId


class Job(Model):
    """One order. `list`: pages that a person chose on a screen, of which some may be left out.

    `stage`, `area`: which pages a pack is made of where `entries` names none, at most `most`
    (without it, as many as policy/print-packs says).
    `where`: where a screen stands, for a poster. `number`: what the paper is asked for by.
    """

    what: Literal["leaflet", "poster", "pack", "list"]
    entries: tuple[Code, ...] = Field(default=(), max_length=40)
    stage: Code | None = None
    area: Code | None = None
    most: int | None = Field(default=None, ge=1, le=40)
    language: Language = "en"
    easy: bool = False
    size: Literal["a4", "a3"] = "a4"
    where: Line = ""
    number: Line = ""
    site: SiteId
    wing: str = Field(default="", pattern="^[A-Z0-9]{0,4}$")
    day: date
