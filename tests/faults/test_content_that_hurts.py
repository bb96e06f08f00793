"""Content with every right signature that would hurt: refused whole, in a sentence."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from kiosk.exchange import limits
from kiosk.exchange.refusals import SENTENCES, Refusal
from tests.builders.exchange import an_entry
from tests.builders.kiosks import looked
from tests.builders.publisher import Publisher
from tests.builders.sources import FACTS, FORM, PAGE, checked, entry, sources
from tests.builders.sticks import a_wing_stick
from tests.faults.hurtful import PACK, Make, a_kiosk_that_shows, changed, lines, questions, the_next
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults
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
def in_use(shared_room: Path, nursery: Nursery) -> Path:
    return a_kiosk_that_shows(shared_room, nursery)


@pytest.fixture
def data(in_use: Path, room: Path) -> Path:
    return shutil.copytree(in_use, room / "data")


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
