"""What a person may see of their own requests."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from kiosk.screens.errand import Asker


class Stage(StrEnum):
    """How far a request has come."""

    SAVED = "saved"
    CARRIED = "carried"
    READ = "read"
    BOOKED = "booked"
    PASSED_ON = "passed-on"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One step: the day it was done, or the day this prison aims for."""

    stage: Stage
    day: date | None
    done: bool


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """An answer as it was sealed: a template of the policy with its facts."""

    template: str
    facts: dict[str, str]
    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """One request of the person who is signed in."""

    id: str
    reference: str
    title: str
    asked: date
    steps: tuple[OwnStep, ...]
    late: bool = False
    private: bool = False
    answer: OwnAnswer | None = None

    @property
    def stage(self) -> Stage:
        """The last step that is done."""
        done = [step.stage for step in self.steps if step.done]
        return done[-1] if done else Stage.SAVED

    @property
    def is_open(self) -> bool:
        """Whether it can still be taken back."""
        return self.stage not in {Stage.ANSWERED, Stage.CLOSED, Stage.WITHDRAWN}


class OwnRequests(Protocol):
    """What My requests needs from the ledger."""

    def of(self, asker: Asker) -> tuple[OwnRequest, ...]:
        """Give the requests on this person's list, newest first."""

    def withdraw(self, request: str) -> bool:
        """Take a request back; False when there is no room to write it down."""
