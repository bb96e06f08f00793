"""A way that remembers where it was asked to go."""

from dataclasses import dataclass, field

from kiosk.screens.places import Place


@dataclass(slots=True)
class Way:
    """Stands for the navigator."""

    gone: list[tuple[Place, str]] = field(default_factory=list)
    asked_from: str = ""
    backs: int = 0

    def to(
        self, place: Place, which: str = "", *, asked_from: str = "", instead: bool = False
    ) -> None:
        del instead
        self.gone.append((place, which))
        self.asked_from = asked_from

    def back(self) -> None:
        self.backs += 1
