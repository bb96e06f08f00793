"""One entry drawn by the kiosk's own program."""

from pathlib import Path

import pytest
from PIL import Image

from admin_tools.publishing import preview
from admin_tools.publishing.errors import PublishingRefused
from tests.builders.sources import PAGE, checked, entry, sources

RED = (255, 0, 0)


def test_an_entry_of_the_sources_becomes_a_picture(tmp_path: Path) -> None:
    read = checked(sources(tmp_path / "content")).sources

    preview.draw(read, "housing-help", "en", tmp_path / "entry.png")

    assert (tmp_path / "entry.png").read_bytes().startswith(b"\x89PNG")


def test_an_entry_is_drawn_with_its_own_pictures(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    folder = entry(root, en=f"{PAGE}\n![A red wall.](wall.png)\n")
    Image.new("RGB", (300, 100), RED).save(folder / "wall.png")

    preview.draw(checked(root).sources, "housing-help", "en", tmp_path / "entry.png")

    assert red_in(tmp_path / "entry.png") > 10_000


def test_an_entry_that_nobody_wrote_is_refused(tmp_path: Path) -> None:
    read = checked(sources(tmp_path / "content")).sources

    with pytest.raises(PublishingRefused) as refused:
        preview.draw(read, "nothing", "en", tmp_path / "entry.png")

    assert refused.value.code == "no-such-entry"


def test_a_picture_that_could_not_be_written_is_refused(tmp_path: Path) -> None:
    read = checked(sources(tmp_path / "content")).sources

    with pytest.raises(PublishingRefused) as refused:
        preview.draw(read, "housing-help", "en", tmp_path / "nowhere" / "entry.png")

    assert refused.value.code == "not-drawn"


def test_an_author_sees_the_easy_page_too(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    folder = entry(root)
    Image.new("RGB", (300, 100), RED).save(folder / "wall.png")
    (folder / "en.easy.md").write_text("- ![A red wall.](wall.png) This is a wall.\n")
    read = checked(root).sources

    preview.draw(read, "housing-help", "en", tmp_path / "usual.png")
    preview.draw(read, "housing-help", "en", tmp_path / "easy.png", easy=True)

    assert red_in(tmp_path / "usual.png") == 0
    assert red_in(tmp_path / "easy.png") > 10_000


def red_in(picture: Path) -> int:
    """Pixels that are plainly red."""
    with Image.open(picture) as drawn:
        colours = drawn.convert("RGB").getcolors(drawn.width * drawn.height) or []
    return sum(count for count, colour in colours if colour == RED)
