"""Every kind that has fields of its own, by name."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kiosk.exchange.kinds.fields import Fields
from kiosk.exchange.kinds.housing import Housing
from kiosk.exchange.kinds.service import Service
from kiosk.exchange.kinds.vacancy import Vacancy

About = Annotated[Housing | Service | Vacancy, Field(discriminator="kind")]
FIELDS: Mapping[str, type[Fields]] = {
    model.model_fields["kind"].default: model for model in (Housing, Service, Vacancy)
}
"""The model of every kind that has one."""
