"""Content with every right signature that would hurt: refused whole, or shown as it stands."""

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen
from kiosk.exchange import canonical, limits
from kiosk.exchange.blocks import Ask, Block, Heading, Link, Notice, Paragraph, Point
from kiosk.exchange.entries import Entry
from kiosk.exchange.forms import Choice, Condition, Question
from kiosk.exchange.refusals import SENTENCES, Refusal
from kiosk.requests.asking import AskingForm
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.words import Words
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from kiosk.settings import FILE, KioskFile, written
from tests.builders.exchange import SITE, a_form, a_publisher, an_entry
from tests.builders.kiosks import an_enrolled_kiosk, ask, looked
from tests.builders.publisher import Publisher
from tests.builders.screens import World, the_screen_rooms
from tests.builders.sources import FACTS, FORM, PAGE, checked, entry, sources
from tests.builders.sticks import a_wing_stick
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults
PACK = "national/service-en-0.jsonl"
FORMS = "national/form-en-0.jsonl"
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
FORBIDDEN = {
    "a null": "\x00",
    "an escape sequence": "\x1b[31m",
    "a line break": "\n",
    "a C1 control": "\x85",
    "a line separator": "\u2028",
    "an embedding": "\u202b",
    "an override": "\u202e",
    "an isolate": "\u2067",
}

Make = Callable[[Publisher], None]


def lines(kind: str, *entries: bytes) -> bytes:
    header = {"format": 1, "layer": "national", "kind": kind, "language": "en", "part": "0"}
    return b"".join(line + b"\n" for line in (canonical.dump(header), *entries))


def changed(made: Entry, **fields: object) -> bytes:
    """This entry with fields that none of our own programs would write."""
    value = {**json.loads(canonical.dump(made)), **fields}
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        errors="surrogatepass"
    )


def service(**fields: object) -> Make:
    def make(publisher: Publisher) -> None:
        publisher.contents[PACK] = lines("service", changed(an_entry(), **fields))

    return make


def paragraphs(*texts: str) -> list[dict[str, Any]]:
    return [{"block": "paragraph", "lead": "", "text": text} for text in texts]


def an_escaped_surrogate(publisher: Publisher) -> None:
    line = changed(an_entry()).replace(b'"Housing advice"', b'"Housing \\ud800 advice"')
    assert b"\\ud800" in line
    publisher.contents[PACK] = lines("service", line)


def questions(*made: Mapping[str, Any]) -> Make:
    """A form with these questions."""

    def make(publisher: Publisher) -> None:
        form = json.loads(canonical.dump(a_form()))["form"]
        plain = form["questions"][0]
        form["questions"] = [{**plain, **one} for one in made]
        publisher.contents[FORMS] = lines("form", changed(a_form(), form=form))

    return make


def only_if(question: str) -> list[dict[str, Any]]:
    return [{"question": question, "any_of": ["yes"]}]


def half_a_million_entries(publisher: Publisher) -> None:
    publisher.contents[PACK] = lines("service", *[b"{}"] * 500_000)


def a_thousand_entries(publisher: Publisher) -> None:
    made = (changed(an_entry(f"service-{n:05}")) for n in range(2 * limits.ENTRIES_IN_PACK))
    publisher.contents[PACK] = lines("service", *made)


def more_packs_than_a_list_may_name(publisher: Publisher) -> None:
    publisher.announced |= {f"national/guide-en-{n:05x}.jsonl": 1 for n in range(60_000)}


def more_bytes_than_a_stick_has(publisher: Publisher) -> None:
    most = limits.CONTENT_BYTES // limits.PACK_BYTES + 1
    publisher.announced |= {
        f"national/guide-en-{n:03x}.jsonl": limits.PACK_BYTES for n in range(most)
    }


def deep_lists(publisher: Publisher) -> None:
    publisher.contents[PACK] = lines("service", b"[" * 100_000 + b"]" * 100_000)


def deep_objects(publisher: Publisher) -> None:
    publisher.contents[PACK] = lines("service", b'{"a":' * 20_000 + b"1" + b"}" * 20_000)


def deep_policy(publisher: Publisher) -> None:
    publisher.contents["policy/topics.json"] = b'{"a":' * 20_000 + b"1" + b"}" * 20_000


def a_number_without_end(publisher: Publisher) -> None:
    publisher.contents[PACK] = lines("service", b'{"n":' + b"9" * 100_000 + b"}")


REFUSED: dict[str, tuple[Make, Refusal]] = {
    **{
        f"{name} in a title": (service(title=f"Housing{sign} advice"), Refusal.PACK_BROKEN)
        for name, sign in FORBIDDEN.items()
    },
    "a direction in a paragraph": (
        service(blocks=paragraphs("Pay \u2067nothing\u2069")),
        Refusal.PACK_BROKEN,
    ),
    "a lone surrogate, escaped": (an_escaped_surrogate, Refusal.PACK_BROKEN),
    "a lone surrogate, as bytes": (service(title="Housing \ud800"), Refusal.PACK_BROKEN),
    "a body of two million letters": (
        service(blocks=paragraphs("a" * 2_000_000)),
        Refusal.PACK_BROKEN,
    ),
    "two million letters in many paragraphs": (
        service(blocks=paragraphs(*["a" * 2_000] * 1_000)),
        Refusal.PACK_BROKEN,
    ),
    "a title of two million letters": (service(title="a" * 2_000_000), Refusal.PACK_BROKEN),
    "a form that asks itself": (
        questions({"id": "q1", "only_if": only_if("q1")}),
        Refusal.PACK_BROKEN,
    ),
    "a form that loops": (
        questions({"id": "q1", "only_if": only_if("q2")}, {"id": "q2", "only_if": only_if("q1")}),
        Refusal.PACK_BROKEN,
    ),
    "a form that loops by what it skips": (
        questions({"id": "q1", "not_only": only_if("q2")}, {"id": "q2"}),
        Refusal.PACK_BROKEN,
    ),
    "a form with one question twice": (questions({"id": "q1"}, {"id": "q1"}), Refusal.PACK_BROKEN),
    "a question without a choice": (questions({"id": "q1", "choices": []}), Refusal.PACK_BROKEN),
    "a form without end": (
        questions(*({"id": f"q{n}"} for n in range(1_000))),
        Refusal.PACK_BROKEN,
    ),
    "half a million entries in a pack": (half_a_million_entries, Refusal.PACK_TOO_BIG),
    "a thousand entries in a pack": (a_thousand_entries, Refusal.PACK_TOO_BIG),
    "more packs than a list may name": (more_packs_than_a_list_may_name, Refusal.FILE_TOO_BIG),
    "more bytes than a stick has": (more_bytes_than_a_stick_has, Refusal.CONTENT_TOO_BIG),
    "lists in lists": (deep_lists, Refusal.PACK_BROKEN),
    "objects in objects": (deep_objects, Refusal.PACK_BROKEN),
    "a policy of objects in objects": (deep_policy, Refusal.POLICY_BROKEN),
    "a number without end": (a_number_without_end, Refusal.PACK_BROKEN),
}


@pytest.fixture(scope="module")
def a_kiosk_in_use(shared_room: Path, nursery: Nursery) -> Path:
    """A kiosk with content of version 1 and a request that waits."""
    data = an_enrolled_kiosk(shared_room / "data")
    (data / FILE).write_text(written(KioskFile(site=SITE, number=2, wing="B")))
    mount = a_wing_stick(shared_room / "stick")
    assert nursery.run("visit", data=data, stick=mount).status == 0
    ask(data, "one")
    return data


@pytest.fixture
def data(a_kiosk_in_use: Path, room: Path) -> Path:
    return shutil.copytree(a_kiosk_in_use, room / "data")


def the_next(*entries: Entry) -> Publisher:
    """The publication that follows, with every right signature."""
    publisher = a_publisher(*entries)
    publisher.version = 1
    return publisher


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_whole_in_a_sentence(
    name: str, data: Path, room: Path, nursery: Nursery
) -> None:
    make, code = REFUSED[name]
    publisher = the_next()
    make(publisher)
    before = looked(data)

    ended = nursery.run("visit", data=data, stick=a_wing_stick(room / "stick", publisher))

    assert (ended.status, ended.said["code"]) == (3, code), ended
    assert SENTENCES[code].partition("{")[0] in ended.said["sentence"]
    after = looked(data)
    assert (after.version, after.rows, after.waiting) == (1, before.rows, before.waiting)
    assert [kind for kind, _ in after.register[len(before.register) :]] == ["refused"]


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


@pytest.mark.parametrize(
    ("page", "form"),
    [
        *((PAGE + f"\nA {sign} sign.\n", "") for sign in "\x00\x1b\x85\u202b\u202e\u2067"),
        (PAGE + "\n" + "a" * 2_000_000 + "\n", ""),
        (PAGE + "\nA paragraph.\n" * 1_000, ""),
        (PAGE + "\n[](entry:nothing)\n", ""),
        (PAGE, FORM.replace('any_of = ["yes"]', 'any_of = ["perhaps"]')),
        (PAGE, FORM.replace('question = "first"', 'question = "second"')),
        (PAGE, FORM.replace('question = "first"', 'question = "third"')),
        (PAGE, FORM.replace('id = "second"', 'id = "first"')),
    ],
)
def test_the_authors_check_stops_it_too(page: str, form: str, tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    entry(root, "form/ask-us" if form else "guide/hurts", facts=FACTS, more=form, en=page)

    assert [one for one in checked(root).findings if one.severity.value == "must"]


def test_a_page_that_is_no_text_stops_at_the_authors_check(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    page = entry(root, "guide/hurts") / "en.md"
    page.write_bytes(PAGE.encode() + "\nA \ud800 sign.\n".encode(errors="surrogatepass"))

    assert "encoding" in {one.code for one in checked(root).findings}
