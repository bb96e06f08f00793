"""Content that looks harmful and is allowed: it is shown as it stands, and nothing hangs."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen
from kiosk.exchange import canonical, limits
from kiosk.exchange.blocks import Ask, Block, Heading, Link, Notice, Paragraph, Point
from kiosk.exchange.forms import Choice, Condition, Question
from kiosk.requests.asking import AskingForm
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.words import Words
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from tests.builders.exchange import a_form, an_entry
from tests.builders.screens import World, the_screen_rooms
from tests.builders.sticks import a_wing_stick
from tests.faults.hurtful import PACK, a_kiosk_that_shows, lines, questions, the_next
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults
MARKUP = (
    "[b]bold[/b]",
    "[ref=x]touch[/ref]",
    "[font=/etc/passwd]root[/font]",
    "[size=90000]big[/size]",
    "[color=zz]red",
    "Salt & pepper < 5 > 3",
    "<b>bold</b> &lt; &#0; </span>",
    "%s {room} {0} $HOME ${x} \\u0041",
)


@pytest.fixture(scope="module")
def in_use(shared_room: Path, nursery: Nursery) -> Path:
    return a_kiosk_that_shows(shared_room, nursery)


@pytest.fixture
def data(in_use: Path, room: Path) -> Path:
    return shutil.copytree(in_use, room / "data")


def test_every_place_that_holds_text_is_read_on_the_screen_as_it_stands(
    data: Path, room: Path, nursery: Nursery, stage: Stage
) -> None:
    whole = " ".join(MARKUP)
    blocks: tuple[Block, ...] = (
        Heading(text=MARKUP[0]),
        Paragraph(lead=MARKUP[1], text=whole),
        *(Point(text=text) for text in MARKUP),
        Notice(text=whole, severity="danger"),
    )
    made = an_entry("markup", title=MARKUP[2], summary=whole, blocks=blocks)
    mount = a_wing_stick(room / "stick", the_next(made))
    assert nursery.run("visit", data=data, stick=mount).status == 0
    rooms = the_screen_rooms(data, World())
    kiosk = KioskScreen(rooms, Theme())

    stage.show(kiosk.shell)
    kiosk.go_to(Place.ENTRY, "markup")
    stage.wait()

    read = read_through(stage, kiosk)
    for text in MARKUP:
        assert any(text in line for line in read), text
    kiosk.go_to(Place.SEARCH)
    stage.wait()
    kiosk.end()
    rooms.database.close()


def read_through(stage: Stage, kiosk: KioskScreen) -> list[str]:
    """Every text of every page of the entry, each drawn with some ink."""
    read: list[str] = []
    for _ in range(20):
        words = [part for part in kiosk.shell.walk() if isinstance(part, Words) and part.text]
        assert all(part._sheet.texture is not None for part in words if part._ink is not None)
        read += [part.text for part in words]
        more = [button for button in buttons(kiosk) if button.text.startswith("More")]
        if not more:
            break
        stage.touch(more[0])
    return read


def buttons(kiosk: KioskScreen) -> list[Any]:
    found = [part for part in kiosk.shell.walk() if isinstance(part, PushButton)]
    return [part for part in found if part.shown and part.live]


def test_links_to_nothing_are_left_out_and_the_page_still_opens(
    data: Path, room: Path, nursery: Nursery, stage: Stage
) -> None:
    blocks = (Link(entry="nothing"), Ask(form="nothing"), Paragraph(text="Read me."))
    made = an_entry("lost", title="Lost", blocks=blocks)
    lost = json.loads(canonical.dump(made)) | {"also": ["nothing"], "replaced_by": "lost"}
    publisher = the_next()
    publisher.contents[PACK] = lines("service", canonical.dump(lost))
    mount = a_wing_stick(room / "stick", publisher)
    assert nursery.run("visit", data=data, stick=mount).status == 0
    rooms = the_screen_rooms(data, World())
    kiosk = KioskScreen(rooms, Theme())

    stage.show(kiosk.shell)
    kiosk.go_to(Place.ENTRY, "lost")
    stage.wait()

    assert "Read me." in stage.texts()
    assert not [text for text in stage.texts() if "nothing" in text]
    kiosk.go_to(Place.ENTRY, "nothing")
    stage.wait()
    kiosk.end()
    rooms.database.close()


def test_a_form_whose_last_question_is_never_asked_still_comes_to_its_end(
    data: Path, room: Path, nursery: Nursery
) -> None:
    """The author's check turns it away; a kiosk that gets it all the same must not hang."""
    publisher = the_next(a_form())
    never = {"id": "q2", "only_if": [{"question": "q1", "any_of": ["perhaps"]}]}
    questions({"id": "q1"}, never)(publisher)
    mount = a_wing_stick(room / "stick", publisher)
    assert nursery.run("visit", data=data, stick=mount).status == 0
    rooms = the_screen_rooms(data, World())
    catalogue = rooms.catalogue()
    assert catalogue
    found = catalogue.form("housing-form", "en")
    assert found
    assert found.entry.form
    form = AskingForm(found.entry.form)
    catalogue.close()
    rooms.database.close()

    form.choose("yes")
    form.go_on()

    assert form.question is None
    assert [question.id for question in form.asked()] == ["q1"]


def test_many_conditions_are_walked_through_at_once() -> None:
    """The longest form, each question hanging on every one before it, ends in no time."""
    yes = Choice(code="yes", text="Yes")
    made = tuple(
        Question(
            id=f"q{n}",
            text="?",
            choices=(yes,),
            only_if=tuple(Condition(question=f"q{m}", any_of=("yes",)) for m in range(n)),
        )
        for n in range(limits.QUESTIONS)
    )
    about = a_form().form
    assert about
    form = AskingForm(about.model_copy(update={"questions": made}))

    for _ in made:
        form.choose("yes")
        form.go_on()

    assert form.question is None
