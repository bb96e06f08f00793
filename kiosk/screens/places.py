"""The places a person can go to."""

from enum import StrEnum
from typing import Protocol


class Place(StrEnum):
    """One for every screen."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    HOME = "home"
    TOPIC = "topic"
    ENTRY = "entry"
    OPINION = "opinion"
    SEARCH = "search"
    LISTS = "lists"
    TIMELINE = "timeline"
    PRINTING = "printing"
    WEEK = "week"
    HELP_NOW = "help_now"
    ASK_LIST = "ask_list"
    NOTICE = "notice"
    QUESTION = "question"
    CHECK = "check"
    CONFIRMATION = "confirmation"
    SIGN_IN = "sign_in"
    MY_REQUESTS = "my_requests"
    ONE_REQUEST = "one_request"
    STAFF = "staff"
    CLOSED = "closed"


FORMS_WITHOUT_SEARCH = frozenset(
    {
        Place.ATTRACT,
        Place.LANGUAGE,
        Place.SEARCH,
        Place.HELP_NOW,
        Place.NOTICE,
        Place.QUESTION,
        Place.CHECK,
        Place.CONFIRMATION,
        Place.SIGN_IN,
        Place.STAFF,
        Place.CLOSED,
    }
)
"""Places whose header has no Search."""


EASY = frozenset({Place.HOME, Place.TOPIC, Place.ENTRY, Place.NOTICE, Place.QUESTION})
"""Places that have an easy read of what they say."""


class GoTo(Protocol):
    """Opens a place: `which` is the id of what to show there, `asked_from` the entry left for it.

    `instead` puts the new place where the old one stood, so that Back skips the old one.
    """

    def __call__(
        self, place: Place, which: str = "", *, asked_from: str = "", instead: bool = False
    ) -> None: ...


class GoBack(Protocol):
    """Opens the place before this one; home when there is none."""

    def __call__(self) -> None: ...
