"""What a pack on paper is made of where nobody names its pages."""

from typing import Literal, Self

from pydantic import Field, model_validator

from kiosk.exchange.entries import Kind
from kiosk.exchange.model import Code, Model


class PrintPack(Model):
    """A pack for some stages; without `stages`, for every stage that no other pack names.

    `first`: entries that stand in front, in this order, whatever their stage. `kinds`: what else
    of the stage belongs in it, an earlier kind before a later one. `dues`: with a page of what
    should happen at this stage. `most`: entries, at most.
    """

    stages: tuple[Code, ...] = Field(default=(), max_length=40)
    first: tuple[Code, ...] = Field(default=(), max_length=40)
    kinds: tuple[Kind, ...] = ()
    dues: bool = True
    most: int = Field(ge=1, le=40)

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if not self.first and not self.kinds:
            raise ValueError("a pack holds kinds of pages, or pages that it names")
        return self


class PrintPacks(Model):
    """The file policy/print-packs.json."""

    format: Literal[1] = 1
    packs: tuple[PrintPack, ...] = Field(default=(), max_length=100)

    def of(self, stage: str) -> PrintPack | None:
        """Give the pack that names this stage, else the one for every other stage."""
        named = (one for one in self.packs if stage in one.stages)
        others = (one for one in self.packs if not one.stages)
        return next(named, None) or next(others, None)

    def first_at(self, stage: str) -> tuple[str, ...]:
        """Give the entries that stand first at a stage that a pack names."""
        return next((one.first for one in self.packs if stage in one.stages), ())
