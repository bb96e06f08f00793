"""Paper drawn by the kiosk's own program, from sources and from what is published."""

from dataclasses import replace
from pathlib import Path

import pytest

from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.paper import Order, of_sources, print_paper
from tests.builders.sources import FACTS, TODAY, checked, entry, sources

LEAFLET = Order("leaflet", ("housing-help",), "MVX", "", "en", easy=False, day=TODAY)


def told(_done: int, _of: int) -> None:
    """Hear how far it is."""


def test_an_entry_of_the_sources_becomes_a_leaflet(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    content = of_sources(checked(sources(tmp_path / "content")), LEAFLET.entries)

    paper = print_paper(content, LEAFLET, tmp_path / "l.pdf", lambda *far: heard.append(far))

    assert (paper.pages, paper.entries) == (1, (("housing-help", "en"),))
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF")
    assert heard == [(1, 1)]


def test_what_the_program_refuses_leaves_the_older_file(tmp_path: Path) -> None:
    (tmp_path / "l.pdf").write_text("older")
    content = of_sources(checked(sources(tmp_path / "content")), ())

    with pytest.raises(PublishingRefused) as refused:
        print_paper(content, replace(LEAFLET, entries=("nothing",)), tmp_path / "l.pdf", told)

    assert refused.value.code == "no-such-entry"
    assert (tmp_path / "l.pdf").read_text() == "older"


def test_a_folder_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    content = of_sources(checked(sources(tmp_path / "content")), LEAFLET.entries)

    with pytest.raises(PublishingRefused) as refused:
        print_paper(content, LEAFLET, tmp_path / "nowhere" / "l.pdf", told)

    assert refused.value.code == "not-written"


def test_what_stops_publishing_an_entry_stops_printing_it(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    entry(root, "guide/broken", facts=FACTS.replace("keep-home", "no-such-topic"))
    read = checked(root)

    with pytest.raises(PublishingRefused) as refused:
        of_sources(read, ("broken",))

    assert refused.value.code == "must-be-mended"
    assert of_sources(read, ("housing-help",)).files
