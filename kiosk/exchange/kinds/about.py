"""Every kind that has fields of its own, by name."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from kiosk.exchange.kinds.contact import Contact
from kiosk.exchange.kinds.course import Course
from kiosk.exchange.kinds.daily import Daily
from kiosk.exchange.kinds.employer import Employer
from kiosk.exchange.kinds.entitlement import Entitlement
from kiosk.exchange.kinds.event import Event
from kiosk.exchange.kinds.explainer import Explainer
from kiosk.exchange.kinds.fields import Fields
from kiosk.exchange.kinds.guide import Guide
from kiosk.exchange.kinds.housing import Housing
from kiosk.exchange.kinds.labour_market import LabourMarket
from kiosk.exchange.kinds.letter import Letter
from kiosk.exchange.kinds.money_product import MoneyProduct
from kiosk.exchange.kinds.notice import Notice
from kiosk.exchange.kinds.organisation import Organisation
from kiosk.exchange.kinds.payment_rule import PaymentRule
from kiosk.exchange.kinds.place import Place
from kiosk.exchange.kinds.service import Service
from kiosk.exchange.kinds.session import Session
from kiosk.exchange.kinds.story import Story
from kiosk.exchange.kinds.term import Term
from kiosk.exchange.kinds.vacancy import Vacancy

About = Annotated[
    Contact
    | Course
    | Daily
    | Employer
    | Entitlement
    | Event
    | Explainer
    | Guide
    | Housing
    | LabourMarket
    | Letter
    | MoneyProduct
    | Notice
    | Organisation
    | PaymentRule
    | Place
    | Service
    | Session
    | Story
    | Term
    | Vacancy,
    Field(discriminator="kind"),
]
"""The fields of an entry, whichever kind it is. A form's own are `forms.Form`."""
MODELS: tuple[type[Fields], ...] = (
    *(Contact, Course, Daily, Employer, Entitlement, Event, Explainer, Guide, Housing),
    *(LabourMarket, Letter, MoneyProduct, Notice, Organisation, PaymentRule),
    *(Place, Service, Session, Story, Term, Vacancy),
)
FIELDS: Mapping[str, type[Fields]] = {model.model_fields["kind"].default: model for model in MODELS}
"""The model of every kind that has one, by the name of the kind."""
