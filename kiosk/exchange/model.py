"""The shape that every value of the exchange has: strict, frozen, nothing extra."""

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
)

from kiosk.exchange import limits


class Model(BaseModel):
    """A value that came from outside: every field checked, nothing unknown, never changed.

    What did not fit is never repeated in an error: it may be a person's.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", hide_input_in_errors=True)


class Short(Model):
    """A value that is written without what is as always, so that packs stay small."""

    @model_serializer(mode="wrap")
    def _without_the_usual(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields = type(self).model_fields
        return {
            name: value
            for name, value in write(self).items()
            if name == "kind" or getattr(self, name) != fields[name].default
        }


Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""A name for programs: lower-case ASCII, at most 60 signs."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""An ISO 639 code, as in `locales/`."""

PrintedText = Annotated[
    str, StringConstraints(pattern="^[^\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069]*$")
]
"""Signs for people to read: no control characters, no line breaks, no turned direction.

The marks U+200E and U+200F may stand: they turn nothing, and Arabic needs them beside digits.
"""

Words = Annotated[PrintedText, StringConstraints(min_length=1, max_length=limits.WORDS)]
"""A short text for people: a title, a label, a choice."""

Line = Annotated[PrintedText, StringConstraints(max_length=limits.WORDS)]
"""The same, and it may be empty."""

Text = Annotated[PrintedText, StringConstraints(min_length=1, max_length=limits.TEXT)]
"""A paragraph for people."""

Passage = Annotated[PrintedText, StringConstraints(max_length=limits.TEXT)]
"""The same, and it may be empty."""

SiteId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
WingId = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,4}$")]
KioskId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}-[0-9]{2,3}$")]
Hex32 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
PublicKey = Sha256
"""A public key: 32 bytes in hex."""
