"""What stands first at a stage."""

from dataclasses import replace
from pathlib import Path

from kiosk.exchange import canonical
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.print_packs import PrintPack, PrintPacks
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication


def leaving(folder: Path, *entries: Entry, packs: tuple[PrintPack, ...]) -> list[str]:
    published = a_publication(*entries)
    said = {"policy/print-packs.json": canonical.dump(PrintPacks(packs=packs))}
    whole = replace(published, contents={**published.contents, **said})
    return [card.id for card in a_catalogue(folder, whole).timeline("leaving", "en")]


def a_page(name: str) -> Entry:
    return an_entry(name, title=name).model_copy(update={"stages": ("leaving",)})


def a_pack(*first: str, stages: tuple[str, ...] = ("leaving",)) -> PrintPack:
    return PrintPack(stages=stages, first=first, kinds=(Kind.GUIDE,), most=9)


PAGES = (a_page("a"), a_page("b"), a_page("c"), an_entry("other", title="other"))


def test_what_stands_first_in_the_pack_stands_first_here(tmp_path: Path) -> None:
    pack = a_pack("c", "other", "not-there")

    assert leaving(tmp_path, *PAGES, packs=(pack,)) == ["c", "other", "a", "b"]


def test_the_pack_of_every_other_stage_moves_nothing(tmp_path: Path) -> None:
    assert leaving(tmp_path, *PAGES, packs=(a_pack("c", stages=()),)) == ["a", "b", "c"]
