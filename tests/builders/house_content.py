"""The content that stands in this house, read and checked once for all tests of a process."""

from functools import cache

from admin_tools.authoring.check import Checked, check
from tests.architecture.house import HOUSE
from tests.builders.sources import TODAY


@cache
def the_house() -> Checked:
    """Ask for it inside a test: it takes seconds, and each process collects every test."""
    return check(HOUSE / "content", TODAY)
