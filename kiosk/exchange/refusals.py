"""How something is turned away."""

from collections.abc import Mapping

from kiosk.exchange.refusal_codes import Refusal
from kiosk.exchange.refusal_sentences import SENTENCES

__all__ = ["SENTENCES", "Refusal", "Refused", "sentence_of"]


class Refused(Exception):
    """Something was turned away. Nothing has changed.

    `facts` are names and numbers that staff may read: never a person, a PIN or typed text.
    """

    def __init__(self, code: Refusal, **facts: str | int) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, str | int] = facts

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}" if self.facts else str(self.code)

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.code, dict(self.facts))

    @property
    def message(self) -> str:
        """The English sentence as message id, with its facts still named in braces."""
        return sentence_of(self.code)

    @property
    def sentence(self) -> str:
        """The English sentence: what happened, what still works, who can help."""
        return self.message.format_map(_Facts(self.facts))


def sentence_of(code: Refusal) -> str:
    """Give the message id of a refusal."""
    return SENTENCES[code]


class _Facts(dict[str, str | int]):
    """A fact that nobody gave is said as a dash, so that no refusal can fail to speak."""

    def __missing__(self, key: str) -> str:
        return "-"


def _again(code: Refusal, facts: dict[str, str | int]) -> Refused:
    return Refused(code, **facts)
