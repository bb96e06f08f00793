"""Kivy's core label, drawn by Pango."""

import kivy.core.text as core
from kivy.core.image import ImageData
from kivy.graphics.texture import Texture

from kiosk.text.wording import Mask, Wording, draw, measure

_ALIGN = {"auto": "start", "justify": "start", "left": "left", "center": "center", "right": "right"}


class PangoLabel(core.LabelBase):
    """Serves Label, Button and TextInput with text of any script.

    Kivy asks twice: `render()` for the size, `render(real=True)` for the pixels.
    `strong` (our own) names the parts of the text to be set in bold.
    """

    _font_family_support = True

    def get_extents(self, text: str) -> tuple[int, int]:
        """Width and height of one line of text."""
        return measure(self._wording(text, width=None))

    def get_ascent(self) -> int:
        """Height of the letters above the line they stand on."""
        return int(self.get_extents("X")[1] * 0.78)

    def get_descent(self) -> int:
        """Depth of the letters below the line they stand on."""
        return self.get_extents("X")[1] - self.get_ascent()

    def resolve_font_name(self) -> None:
        """Fonts are chosen by Pango alone; a name or a path in the text's options opens nothing."""
        self.options["font_name_r"] = "pango"

    def render(self, real: bool = False) -> tuple[int, int] | None:  # noqa: FBT001, FBT002  Kivy's own signature
        """Size of the picture; with `real`, fill the texture."""
        room_wide, room_high = self._text_size
        if not self.text:
            return None if real else (0, 0)
        left, top, right, bottom = self.options["padding"]
        width = None if room_wide is None else max(1, int(room_wide - left - right))
        wording = self._wording(self.text, width=width)
        if real:
            self.texture.blit_data(_image(draw(wording), self._size, (left, top), self.options))
            return None
        wide, high = measure(wording)
        self._internal_size = wide, high
        self.is_shortened = False
        return (
            int(room_wide if room_wide is not None else wide + left + right),
            int(room_high if room_high is not None else high + top + bottom),
        )

    def _wording(self, text: str, width: int | None) -> Wording:
        options = self.options
        lines = options.get("max_lines") or (1 if options["shorten"] else 0)
        return Wording(
            text=text,
            size=float(options["font_size"]),
            bold=bool(options["bold"]),
            width=width,
            align=_ALIGN.get(options["halign"], "start"),
            lines=int(lines) if width is not None else 0,
            line_height=float(options["line_height"]),
        )


def install() -> None:
    """Make every label that Kivy will draw a Pango label. Must run before the first widget."""
    core.Label = PangoLabel


def texture_of(mask: Mask) -> Texture:
    """A texture of this ink, to be tinted by the colour that is set when it is drawn.

    Each of its points is drawn on one of the panel's: to mix it with its neighbours would change
    nothing, and take a third of the time of a picture where no graphics card draws.
    """
    texture = Texture.create(size=(mask.width, mask.height), colorfmt="luminance_alpha")
    texture.blit_buffer(mask.pixels, colorfmt="luminance_alpha", bufferfmt="ubyte")
    texture.min_filter = texture.mag_filter = "nearest"
    texture.flip_vertical()
    return texture


def _image(
    mask: Mask, size: tuple[int, int], corner: tuple[float, float], options: dict[str, object]
) -> ImageData:
    """The mask laid on a sheet of this size, as RGBA in the colour of the options."""
    wide, high = size
    left, top = int(corner[0]), int(corner[1])
    spare = max(0, high - mask.height)
    top = {"top": top, "bottom": spare}.get(str(options["valign"]), spare // 2)
    alpha = bytearray(wide * high)
    across = max(0, min(mask.width, wide - left))
    for row in range(min(mask.height, high - top)):
        start = row * mask.width * 2 + 1
        to = (row + top) * wide + left
        alpha[to : to + across] = mask.pixels[start : start + 2 * across : 2]
    sheet = bytearray(b"\xff" * (4 * wide * high))
    for channel, share in enumerate(options["color"][:3]):  # type: ignore[index]
        sheet[channel::4] = bytes([int(share * 255)]) * (wide * high)
    sheet[3::4] = alpha
    return ImageData(wide, high, "rgba", bytes(sheet))
