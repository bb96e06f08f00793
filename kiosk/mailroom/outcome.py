"""How a round with a stick ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.exchange.refusals import Refused
from kiosk.mailroom.progress import Progress, Step


@dataclass(frozen=True, slots=True)
class Outcome:
    """Done, or turned away with a reason; numbers only, never a person, a topic or a desk.

    `notes` say what was left on the stick while everything else went on.
    """

    stick: int = 0
    refused: Refused | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Refused, ...] = ()

    @property
    def sentence(self) -> str:
        """Say it in one plain sentence or two."""
        if self.refused is not None:
            return self.refused.sentence
        return " ".join(("Everything is done. Take the stick out.", *self._noted))

    @property
    def _noted(self) -> tuple[str, ...]:
        return tuple(note.sentence for note in self.notes)

    def progress(self) -> Progress:
        """Show it on the screen; done with a code means that something was left on the stick."""
        step = Step.DONE if self.refused is None else Step.REFUSED
        why = self.refused or next(iter(self.notes), None)
        return Progress(
            step,
            code=why.code.value if why else "",
            facts=why.facts if why else {},
            stick=self.stick,
            counts=self.counts,
        )

    def as_json(self) -> dict[str, object]:
        """Give everything, for programs."""
        return {
            "step": Step.DONE.value if self.refused is None else Step.REFUSED.value,
            "code": self.refused.code.value if self.refused else "",
            "facts": dict(self.refused.facts) if self.refused else {},
            "sentence": self.sentence,
            "stick": self.stick,
            "counts": dict(self.counts),
            "notes": [note.code.value for note in self.notes],
        }
