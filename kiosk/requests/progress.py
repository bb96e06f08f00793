"""Says how far a request has come, in steps with days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Stage(StrEnum):
    """A step of a request, as a person is told it."""

    SAVED = "saved"
    CARRIED = "carried"
    READ = "read"
    BOOKED = "booked"
    PASSED_ON = "passed-on"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


OFFICE_ENDS = (Stage.CLOSED, Stage.ANSWERED, Stage.PASSED_ON, Stage.BOOKED)
"""What the office can have done with it, the last word first."""


@dataclass(frozen=True, slots=True)
class ProgressStep:
    """One step: the day it was done, or the day this prison aims for (None: no day known)."""

    stage: Stage
    day: date | None
    done: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """All steps in order, and whether a promised day has passed without what was promised."""

    steps: tuple[ProgressStep, ...]
    late: bool

    @property
    def stage(self) -> Stage:
        """The last step that is done."""
        return [step.stage for step in self.steps if step.done][-1]

    @property
    def can_be_withdrawn(self) -> bool:
        """Whether a person may still take it back."""
        return self.stage not in {
            Stage.ANSWERED,
            Stage.PASSED_ON,
            Stage.CLOSED,
            Stage.WITHDRAWN,
        }


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of one request: its own days, the office's states, the days promised."""

    asked: date
    carried: date | None = None
    received: date | None = None
    withdrawn: date | None = None
    states: Mapping[str, date] | None = None
    carry_by: date | None = None
    read_by: date | None = None
    answer_by: date | None = None


def progress(days: Days, today: date) -> Progress:
    """Give the steps of one request. A later step that is done makes the earlier ones done."""
    states = days.states or {}
    end = next((stage for stage in OFFICE_ENDS if stage in states), None)
    read = states.get(Stage.READ) or (states[end] if end else None)
    carried = days.carried or days.received or states.get("received") or read
    steps = [
        ProgressStep(Stage.SAVED, days.asked, done=True),
        ProgressStep(Stage.CARRIED, carried or days.carry_by, done=carried is not None),
        ProgressStep(Stage.READ, read or days.read_by, done=read is not None),
    ]
    if end:
        steps.append(ProgressStep(end, states[end], done=True))
    elif days.withdrawn:
        last = ProgressStep(Stage.WITHDRAWN, days.withdrawn, done=True)
        return Progress((*(step for step in steps if step.done), last), late=False)
    else:
        steps.append(ProgressStep(Stage.ANSWERED, days.answer_by, done=False))
    return Progress(tuple(steps), late=_is_late(steps, today))


def _is_late(steps: list[ProgressStep], today: date) -> bool:
    """Whether reading or answering is overdue. Carrying is our own business, not a promise."""
    return any(
        step.day is not None and step.day < today
        for step in steps
        if not step.done and step.stage is not Stage.CARRIED
    )
