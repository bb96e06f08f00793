"""What a person typed or chose is found nowhere, except sealed."""

import base64
import zlib
from pathlib import Path

import pytest

from kiosk.exchange import canonical
from kiosk.exchange.return_bundle import People, Person, ReturnBundle, SealedPeople
from kiosk.exchange.sealing import Context, Purpose, seal
from tests.audit.secrets import found_in, writings
from tests.builders.exchange import KIOSK, PIN_HASH, SITE, a_reply
from tests.builders.kiosks import an_enrolled_kiosk, looked
from tests.builders.publisher import opening
from tests.builders.small_office import SmallOffice, bundles_on
from tests.builders.sticks import a_wing_stick, put_return
from tests.builders.stores import a_sealed_reply
from tests.faults.rig import COUNT, Breaking, Ended, Nursery

NUMBER = "Z7351QX"
WORDS = "Kanarienvogel siebentausend"
SECRETS = [NUMBER, WORDS]


@pytest.mark.parametrize("way", writings(WORDS))
def test_the_search_finds_what_was_not_sealed(way: str, tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"before " + writings(WORDS)[way] + b" after")

    assert found_in(tmp_path, SECRETS)


def test_the_search_looks_inside_base64_and_compressed_text(tmp_path: Path) -> None:
    inner = base64.b64encode(b"x" * 60 + WORDS.encode() + b"x" * 60)
    (tmp_path / "twice").write_bytes(b'{"payload":"' + base64.b64encode(inner) + b'"}')
    (tmp_path / "small").write_bytes(b"row" + zlib.compress(WORDS.encode(), 1) + b"row")

    assert {line.partition(":")[0] for line in found_in(tmp_path, SECRETS)} == {"twice", "small"}


def test_nothing_that_was_typed_is_found_after_a_whole_circle(tmp_path: Path) -> None:
    room, log = tmp_path / "room", tmp_path / "room/log"
    data, mount = an_enrolled_kiosk(room / "data"), a_wing_stick(room / "stick")
    with log.open("wb") as said:
        nursery = Nursery(said)
        try:
            circle(nursery, data, mount)
        finally:
            nursery.close()

    assert looked(data).stand.last_return == 1
    assert sum(len(bundle.items) for bundle in bundles_on(mount)) > 0
    assert found_in(room, SECRETS) == []


def circle(nursery: Nursery, data: Path, mount: Path) -> None:
    """Asked, broken off, signed in, carried, answered, tidied; searched by the caller."""

    def ask(name: str, broken: Breaking | None = None) -> Ended:
        return nursery.run("ask_aloud", broken, data=data, number=NUMBER, words=WORDS, name=name)

    assert ask("first").acknowledged
    calls = ask("second", COUNT).calls
    for n, name in enumerate(("third", "fourth", "fifth"), 1):
        ask(name, COUNT.killed_at(calls, len(calls) * n // 5))
        assert found_in(data, SECRETS) == []
    ask("sixth", COUNT.full_from(calls, len(calls) // 2))
    assert nursery.run("visit", data=data, stick=mount).status == 0
    put_return(mount, an_answer(mount))
    assert nursery.run("visit", data=data, stick=mount).said["counts"]["replies"] == 1
    assert nursery.run("sign_in", data=data, number=NUMBER).acknowledged == ("known",)


def an_answer(mount: Path) -> ReturnBundle:
    """The office knows the number; a desk answers with the words."""
    office = SmallOffice()
    office.collect(mount)
    bundle = office.answer(mount)
    people = People(people=(Person(number=NUMBER, pin=PIN_HASH),))
    context = Context(Purpose.PEOPLE, SITE, KIOSK, "2")
    sealed = seal(canonical.dump(people), opening(f"storage-{KIOSK}").public, context)
    reply = a_reply().model_copy(update={"person": NUMBER, "note": WORDS, "title": WORDS})
    return bundle.model_copy(
        update={
            "people": SealedPeople(version=2, sealed=sealed),
            "replies": (a_sealed_reply(reply),),
        }
    )
