"""Content with every right signature that none of our own programs would write."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.exchange import canonical
from kiosk.exchange.entries import Entry
from kiosk.settings import FILE, KioskFile, written
from tests.builders.exchange import SITE, a_form, a_publisher
from tests.builders.kiosks import an_enrolled_kiosk, ask
from tests.builders.publisher import Publisher
from tests.builders.sticks import a_wing_stick
from tests.faults.rig import Nursery

PACK = "national/service-en-0.jsonl"
FORMS = "national/form-en-0.jsonl"

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


def questions(*made: Mapping[str, Any]) -> Make:
    """A form with these questions."""

    def make(publisher: Publisher) -> None:
        form = json.loads(canonical.dump(a_form()))["form"]
        plain = form["questions"][0]
        form["questions"] = [{**plain, **one} for one in made]
        publisher.contents[FORMS] = lines("form", changed(a_form(), form=form))

    return make


def the_next(*entries: Entry) -> Publisher:
    """The publication that follows, with every right signature."""
    publisher = a_publisher(*entries)
    publisher.version = 1
    return publisher


def a_kiosk_that_shows(home: Path, nursery: Nursery) -> Path:
    """A kiosk with content of version 1 and a request that waits."""
    data = an_enrolled_kiosk(home / "data")
    (data / FILE).write_text(written(KioskFile(site=SITE, number=2, wing="B")))
    mount = a_wing_stick(home / "stick")
    assert nursery.run("visit", data=data, stick=mount).status == 0
    ask(data, "one")
    return data
