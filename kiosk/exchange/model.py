"""The shape that every value of the exchange has: strict, frozen, nothing extra."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from kiosk.exchange import limits


class Model(BaseModel):
    """A value that came from outside: every field checked, nothing unknown, never changed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""A name for programs: lower-case ASCII, at most 60 signs."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""An ISO 639 code, as in `locales/`."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=limits.WORDS)]
"""A short text for people: a title, a label, a choice. No control characters."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=limits.TEXT)]
"""A paragraph for people. No control characters."""

SiteId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
WingId = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,4}$")]
KioskId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[0-9]{2,3}$")]
Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
