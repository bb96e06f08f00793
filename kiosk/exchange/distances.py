"""How far areas lie from each other."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from kiosk.exchange.model import Code, Model

Miles = int
"""Whole miles by road: nobody needs them nearer."""


class Distance(Model):
    """Miles between two areas, the same both ways."""

    between: tuple[Code, Code]
    miles: int = Field(ge=1, le=1_000)

    @model_validator(mode="after")
    def _are_two(self) -> Self:
        if self.between[0] == self.between[1]:
            raise ValueError("a distance lies between two areas")
        return self


class Distances(Model):
    """The file policy/distances.json. Up to `near` miles count as near."""

    format: Literal[1] = 1
    near: int = Field(ge=1, le=1_000)
    distances: tuple[Distance, ...] = Field(max_length=5_000)

    def near_to(self, area: str) -> tuple[tuple[str, Miles], ...]:
        """List the areas near this one, itself first (0 miles), nearer ones before others."""
        others = {other: miles for other, miles in self._from(area) if miles <= self.near}
        return ((area, 0), *sorted(others.items(), key=lambda pair: (pair[1], pair[0])))

    def _from(self, area: str) -> Iterator[tuple[str, Miles]]:
        for one in self.distances:
            first, second = one.between
            if area in one.between:
                yield (second if area == first else first), one.miles


NOWHERE = Distances(near=1, distances=())
"""What is known without the file: nothing is near anything."""
