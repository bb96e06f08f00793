"""What every widget of ours has in common: a natural size and a place."""

from collections.abc import Callable
from functools import cache, wraps
from typing import ClassVar

from kivy.clock import Clock
from kivy.graphics import BorderImage, Color
from kivy.properties import BooleanProperty, Property, StringProperty

from kiosk.screens.parts.numbers import Number, Placed
from kiosk.screens.parts.plates import PLATES, rounded
from kiosk.screens.theme import Theme, look

Measure = Callable[..., float]


def remembered(measure: Measure) -> Measure:
    """Measure a part once, until it or a part inside it changes, or another theme is worn.

    Without this, every level of a tree would measure all that stands on it once more.
    """

    @wraps(measure)
    def measured(part: "Part", *room: float) -> float:
        if part.measured_in is not look.theme:
            part.measured_in = look.theme
            part.measures.clear()
        known = part.measures.get((measure, room))
        if known is None:
            known = part.measures[measure, room] = measure(part, *room)
        return known

    return measured


class Part(Placed):
    """A widget that is asked for its natural size and then put in its place.

    Unlike Kivy's own layouts, a whole tree is measured and placed in one pass, so a screen is
    right in the frame in which it first appears. `stretch` is a share of the room left over
    (0: natural size); `shown` False takes the part out of sight, reach and layout; `plate` names
    the background (plates.py); `least_width` and `least_height` are millimetres.
    What a part is to a person (tree.py): `role`, `value`, `chosen`, and `said`, its name where
    it shows no words. A subclass adds to `grows_with` its own properties that may change the size.
    """

    placing: ClassVar[int] = 0
    changes: ClassVar[int] = 0
    role: ClassVar[str] = ""
    grows_with: ClassVar[tuple[str, ...]] = (
        "stretch",
        "shown",
        "plate",
        "least_width",
        "least_height",
        "children",
    )
    noted: ClassVar[tuple[str, ...]] = ("said",)
    """Its other properties, which may change what is measured too."""

    stretch = Number(0)
    shown = BooleanProperty(True)
    plate = StringProperty("")
    pressed = BooleanProperty(False)
    least_width = Number(0)
    least_height = Number(0)
    said = StringProperty("")

    def __init__(self, **settings: object) -> None:
        self.measured_in: Theme | None = None
        self.measures: dict[tuple[Measure, tuple[float, ...]], float] = {}
        self._backs: list[tuple[Color, BorderImage]] = []
        self._again: Callable[[], object] | None = None
        super().__init__(**settings)
        outgrown = self.outgrown  # one for all: hundreds of parts are made for one screen
        for name in self.grows_with:
            self.fbind(name, outgrown)
        for name in self.noted:
            self.fbind(name, _note_change)
        self.fbind("pressed", self._draw_plate)

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.noted = tuple(set(cls._own_properties()) - set(cls.grows_with))
        for name in ("natural_width", "natural_height"):
            if name in cls.__dict__:
                setattr(cls, name, remembered(cls.__dict__[name]))

    @property
    def chosen(self) -> bool:
        """Whether it is the one, or one of those, that the person took."""
        return False

    @property
    def value(self) -> str:
        """What it holds: a field its text, a meter its share."""
        return ""

    def natural_width(self) -> float:
        """Pixels across that the part would like to have."""
        return float(look.px(self.least_width))

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        """Pixels down that the part needs at this width."""
        return float(look.px(self.least_height))

    def ease(self) -> None:
        """Want the natural height again, after it was squeezed."""

    def squeeze(self, width: float, room: float) -> bool:  # noqa: ARG002
        """Make do with this much height, if the part can be drawn smaller; say whether it does."""
        return False

    def take_room(self, x: float, y: float, width: float, height: float) -> None:
        """Stand here, this large; what is inside stands where it is."""
        self.pos = (round(x), round(y))
        self.size = (round(width), round(height))
        self._draw_plate()

    def place(self, x: float, y: float, width: float, height: float) -> None:
        """Stand here, this large, and arrange what is inside."""
        self.take_room(x, y, width, height)
        Part.placing += 1
        try:
            self.arrange()
        finally:
            Part.placing -= 1

    def arrange(self) -> None:
        """Place or draw what is inside; the part's own place is known."""

    def outgrown(self, *_: object) -> None:
        """Something changed that may change the size: the whole tree is arranged before drawing.

        What a part changes while it is being placed is its own business and arranges nothing.
        """
        top = _note_change(self)
        if not Part.placing:
            top.arrange_soon()

    def arrange_soon(self) -> None:
        """Arrange this tree once before the next picture, if it stands in the window.

        What is hidden, or waits to be used again, is arranged when it is shown.
        """
        if self.parent is None:
            return
        if self._again is None:
            self._again = Clock.create_trigger(self._arrange_again, -1)
        self._again()

    def on_kv_post(self, base_widget: object) -> None:  # noqa: ARG002  Kivy's own signature
        """The layout stands: colours and pictures can follow the values."""
        self.dress()

    def dress(self, *_: object) -> None:
        """Make colours and pictures follow the values. Bind properties to this with `wears`."""

    def wears(self, *names: str) -> None:
        """Dress again whenever one of these properties changes, once the layout stands."""
        for name in names:
            self.fbind(name, self._dress_again)

    def parts(self) -> list["Part"]:
        """The parts inside that are shown, first to last."""
        for child in self.children:
            child.opacity = 1 if child.shown else 0
        return [child for child in reversed(self.children) if child.shown]

    def in_order(self) -> list["Part"]:
        """What stands inside, in the order in which it is read."""
        return list(reversed(self.children))

    def on_touch_down(self, touch: object) -> bool:
        """A part out of sight is out of reach too."""
        return self.shown and bool(super().on_touch_down(touch))

    def _dress_again(self, *_: object) -> None:
        if self.ids:
            self.dress()

    @classmethod
    @cache
    def _own_properties(cls) -> tuple[str, ...]:
        """The properties that our own classes added: each may change a size."""
        return tuple(
            name
            for kind in cls.__mro__
            if issubclass(kind, Part)
            for name, value in vars(kind).items()
            if isinstance(value, Property) and name != "pressed"
        )

    def _arrange_again(self, *_: object) -> None:
        if not isinstance(self.parent, Part) and self.width > 1:
            self.place(self.x, self.y, self.width, self.height)

    def _draw_plate(self, *_: object) -> None:
        if not self.plate:
            self._clear_plate(0)
            return
        layers = PLATES[self.plate].layers(self.pressed, self.pos, self.size)
        self._clear_plate(len(layers))
        for at, (tint, pos, size, radius) in enumerate(layers):
            if at == len(self._backs):
                self._add_back()
            colour, image = self._backs[at]
            colour.rgba = look.colour(tint)
            image.texture = rounded(radius)
            image.border = (radius, radius, radius, radius)
            image.pos, image.size = pos, size

    def _add_back(self) -> None:
        pair = (Color(), BorderImage())
        for instruction in pair:
            self.canvas.before.add(instruction)
        self._backs.append(pair)

    def _clear_plate(self, keep: int) -> None:
        while len(self._backs) > keep:
            for instruction in self._backs.pop():
                self.canvas.before.remove(instruction)


def _note_change(part: Part, *_: object) -> Part:
    """Measure this part and all that it stands on anew; the lowest of these."""
    Part.changes += 1
    part.measures.clear()
    while isinstance(part.parent, Part):
        part = part.parent
        part.measures.clear()
    return part
