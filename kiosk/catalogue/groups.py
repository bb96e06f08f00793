"""What a list or a search can be narrowed by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.exchange.entries import Kind


class What(StrEnum):
    """What somebody is looking for: one or several kinds of entry."""

    JOBS = "jobs"
    EMPLOYERS = "employers"
    COURSES = "courses"
    HOMES = "homes"
    HELP = "help"
    GUIDES = "guides"
    LETTERS = "letters"
    STORIES = "stories"
    LIFE = "life"
    REQUESTS = "requests"


KINDS: Mapping[What, tuple[Kind, ...]] = {
    What.JOBS: (Kind.VACANCY,),
    What.EMPLOYERS: (Kind.EMPLOYER, Kind.LABOUR_MARKET),
    What.COURSES: (Kind.COURSE,),
    What.HOMES: (Kind.HOUSING,),
    What.HELP: (Kind.SERVICE, Kind.CONTACT, Kind.ORGANISATION, Kind.SESSION),
    What.GUIDES: (
        *(Kind.GUIDE, Kind.EXPLAINER, Kind.TERM, Kind.ENTITLEMENT),
        *(Kind.PAYMENT_RULE, Kind.MONEY_PRODUCT),
    ),
    What.LETTERS: (Kind.LETTER,),
    What.STORIES: (Kind.STORY,),
    What.LIFE: (Kind.DAILY, Kind.PLACE, Kind.EVENT, Kind.NOTICE),
    What.REQUESTS: (Kind.FORM,),
}
WHAT: Mapping[Kind, What] = {kind: what for what, kinds in KINDS.items() for kind in kinds}
ANYWHERE = "anywhere"
"""The area of what is not bound to one."""
SIGN = "\N{CYRILLIC SMALL LETTER ZHE}"
"""Begins a word of the index that says what an entry is; nobody types it before our letters."""


class By(StrEnum):
    """What can be chosen above a list. Their codes are in the policy, but for WHAT and PROVIDER."""

    WHAT = "what"
    PLACE = "place"
    NEED = "need"
    STAGE = "stage"
    WORK = "work"
    PROVIDER = "provider"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen: a code for each; what is not in it does not matter."""

    codes: Mapping[By, str] = field(default_factory=dict)

    def with_(self, by: By, code: str) -> "Choices":
        """The same with one more choice, or with one less when there is no code."""
        others = {one: value for one, value in self.codes.items() if one is not by}
        return Choices({**others, by: code} if code else others)

    def get(self, by: By) -> str:
        """The code that was chosen; "" for none."""
        return self.codes.get(by, "")


def both(what: str, code: str) -> str:
    """Name one kind of thing together with a code of something else."""
    return f"{what}@{code}"


def sign(by: By, code: str) -> str:
    """Write a choice as one word of the index."""
    return f"{SIGN}{by}{SIGN}{code.replace('-', SIGN)}"
