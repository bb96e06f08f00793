"""What the installer is asked about a panel."""

from dataclasses import dataclass

from kiosk.translation import Words

LOW_REACH = "low_reach"
Value = str | int | bool


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: what is written into kiosk.toml, and the words and picture for it."""

    value: Value
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Question:
    """One line of kiosk.toml, asked for on a page of its own.

    `upright`: asked only where the panel stands upright.
    """

    name: str
    text: str
    hint: str
    options: tuple[Option, ...]
    upright: bool = False


def questions(words: Words) -> tuple[Question, ...]:
    """Every question in the order of the pages. A new setting of a kiosk is asked for here."""
    sure = words.sure
    yes, no = sure("Yes"), sure("No")
    return (
        Question(
            "turned",
            sure("Which way up is this panel?"),
            sure("Touch until these words stand upright."),
            (
                Option(0, sure("As it is"), "monitor"),
                Option(90, sure("A quarter turn to the left"), "arrow-u-up-left"),
                Option(180, sure("Upside down"), "arrows-clockwise"),
                Option(270, sure("A quarter turn to the right"), "arrow-bend-up-left"),
            ),
        ),
        Question(
            LOW_REACH,
            sure("Shall all buttons stand in the lowest part?"),
            sure("Choose Yes where people in a wheelchair cannot reach the top of the panel."),
            (Option(True, yes, "wheelchair"), Option(False, no, "person")),
            upright=True,
        ),
    )
