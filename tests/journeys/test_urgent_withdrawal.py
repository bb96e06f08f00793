"""A page is taken down at once: the real commands, from the source to the kiosk."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.assembly.rooms_of_screen import the_rooms, the_world
from kiosk.catalogue.catalogue import Catalogue
from kiosk.settings import read
from tests.builders.sources import entry, sources
from tests.journeys.circle import Circle, CommandFailed, run

GONE = '[[withdrawn]]\nid = "wrong-page"\nday = 2026-11-22\nreason = "wrong"\n'
FEW_KILOBYTES = 32 * 1024
"""Bytes; nearly all of them are the signed lists with the notes for staff."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    """A kiosk that has taken in two pages; only copies of it are changed."""
    circle = Circle(tmp_path_factory.mktemp("made"))
    entry(sources(circle.folder / "content"), "guide/wrong-page")
    circle.make_keys()
    circle.publish(circle.folder / "content")
    circle.enrol()
    circle.register()
    circle.write_stick()
    circle.first_stick()
    return circle


@pytest.fixture
def circle(made: Circle, tmp_path: Path) -> Circle:
    """The same kiosk, for one test."""
    return Circle(shutil.copytree(made.folder, tmp_path / "circle"))


def taken_down(circle: Circle) -> int:
    """Withdraw a page with the one key that may; the bytes that are new on the stick."""
    content = circle.folder / "content"
    (content / "withdrawn.toml").write_text(GONE, encoding="utf-8")
    only = ("--only", "withdrawals", "--key", circle.keys / "withdrawals.pem")
    circle.signpost("content", "propose", content, *only, "--to", circle.repository)
    builder = ("--builder", circle.keys / "builder.pem")
    circle.signpost("content", "approve", circle.repository, *builder, "--yes")
    written = circle.signpost(
        *("stick", "write", circle.stick, "--site", "MVX", "--json"),
        *("--repo", circle.repository, "--keys", circle.keys),
    )
    return int(json.loads(written)["content"]["bytes"])


def shown(circle: Circle) -> list[str]:
    """Which of the two pages the kiosk shows now."""
    rooms = the_rooms(read(circle.data), the_world())
    catalogue = rooms.catalogue()
    assert isinstance(catalogue, Catalogue)
    with closing(rooms.database), closing(catalogue):
        cards = catalogue.about(["housing-help", "wrong-page"], "en")
        return [card.id for card in cards]


def test_a_page_is_taken_down_by_a_few_kilobytes(circle: Circle) -> None:
    assert shown(circle) == ["housing-help", "wrong-page"]

    assert taken_down(circle) < FEW_KILOBYTES
    circle.first_stick()

    assert shown(circle) == ["housing-help"]


def test_a_page_is_taken_down_while_another_is_half_written(circle: Circle) -> None:
    half = circle.folder / "content/national/guide/housing-help/en.md"
    half.write_text("# TODO\n\nTODO\n", encoding="utf-8")

    taken_down(circle)
    circle.first_stick()

    assert shown(circle) == ["housing-help"]


def test_a_kiosk_that_is_up_to_date_needs_no_page_from_the_stick(circle: Circle) -> None:
    """The signed lists, the office's keys and the list of what is withdrawn are enough."""
    taken_down(circle)
    targets = circle.stick / "SIGNPOST/content/targets"
    for folder in targets.iterdir():
        if folder.name not in {"trust", "withdrawn"}:
            shutil.rmtree(folder)

    circle.first_stick()

    assert shown(circle) == ["housing-help"]


def test_a_kiosk_that_is_behind_turns_such_a_stick_away_whole(circle: Circle) -> None:
    content = circle.folder / "content"
    entry(content, "guide/later-page")
    circle.publish(content)
    taken_down(circle)
    shutil.rmtree(circle.stick / "SIGNPOST/content/targets/national")

    with pytest.raises(CommandFailed, match="ended with 3"):
        run("signpost-mailroom", "run", "--data", circle.data, "--stick", circle.stick, "--once")

    assert shown(circle) == ["housing-help", "wrong-page"]
