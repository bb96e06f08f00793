"""One good and one broken thing for every refusal of the exchange."""

from tests.vectors import content, messages, sticks
from tests.vectors.registry import ELSEWHERE, VECTORS

__all__ = ["ELSEWHERE", "VECTORS", "content", "messages", "sticks"]
