"""Pictures beside a page."""

import io
from pathlib import Path

import pytest
from PIL import Image

from admin_tools.authoring.findings import Severity
from admin_tools.authoring.markdown import read_page
from admin_tools.authoring.page import Page
from admin_tools.authoring.pictures import WIDEST, Album
from kiosk.exchange import media, pictures
from kiosk.exchange.blocks import Picture
from tests.builders.pictures import SVG, a_bomb, a_png, a_zip
from tests.builders.sources import PAGE, checked, entry, found, sources

NAMED = "![A hand presses the bell.](bell.png)"


def a_page(folder: Path, line: str = NAMED) -> tuple[Page, Album]:
    album = Album(folder)
    return read_page(f"# Title\n\nSummary.\n\n{line}\n", album), album


def a_photograph(width: int = 64, height: int = 48, *, exif: Image.Exif | None = None) -> bytes:
    made = io.BytesIO()
    image = Image.effect_noise((width, height), 60).convert("RGB")
    image.save(made, "JPEG", exif=exif or Image.Exif(), comment=b"taken in B wing")
    return made.getvalue()


def problems(folder: Path, data: bytes, name: str = "bell.png") -> list[str]:
    (folder / name).write_bytes(data)
    page, _ = a_page(folder, NAMED.replace("bell.png", name))
    return [problem.problem for problem in page.problems]


def test_a_picture_alone_on_a_line_is_a_block_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "bell.png").write_bytes(a_png(30, 20))

    page, album = a_page(tmp_path, '![A  bell.](bell.png "Press once.")')

    (block,) = page.blocks
    assert isinstance(block, Picture)
    assert (block.width, block.height, block.alt) == (30, 20, "A bell.")
    assert block.caption == "Press once."
    media.must_be(block.file, album.files[block.sha256])


def test_two_pictures_on_two_lines_are_two_blocks(tmp_path: Path) -> None:
    for name in ("bell.png", "door.png"):
        (tmp_path / name).write_bytes(a_png(grey=len(name) * 9))

    page, _ = a_page(tmp_path, f"{NAMED}\n![A door.](door.png)")

    assert [type(block) for block in page.blocks] == [Picture, Picture]
    assert page.lines == [5, 6]


def test_the_same_picture_always_becomes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("bell.png", "door.png"):
        (tmp_path / name).write_bytes(a_png(40, 40))

    _, album = a_page(tmp_path, f"{NAMED}\n![A bell again.](door.png)")

    assert len(album.named) == 2
    assert len(album.files) == 1


def test_a_photograph_loses_its_camera_its_place_and_its_comment(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "J. Harris, B wing"
    (tmp_path / "bell.jpg").write_bytes(a_photograph(exif=exif))

    _, album = a_page(tmp_path, "![A bell.](bell.jpg)")

    (data,) = album.files.values()
    assert b"Harris" not in data
    assert b"B wing" not in data
    assert pictures.size_of(data) == (64, 48)


def test_a_photograph_that_lies_on_its_side_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (tmp_path / "bell.jpg").write_bytes(a_photograph(exif=exif))

    _, album = a_page(tmp_path, "![A bell.](bell.jpg)")

    assert [pictures.size_of(data) for data in album.files.values()] == [(48, 64)]


def test_a_wide_picture_is_made_as_wide_as_a_screen_needs(tmp_path: Path) -> None:
    (tmp_path / "bell.png").write_bytes(a_png(WIDEST * 2, 400))

    _, album = a_page(tmp_path)

    assert [pictures.size_of(data) for data in album.files.values()] == [(WIDEST, 200)]


def test_what_could_be_seen_through_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(tmp_path / "bell.png")

    _, album = a_page(tmp_path)

    (data,) = album.files.values()
    with Image.open(io.BytesIO(data)) as image:
        assert image.convert("RGB").getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize("data", [a_zip(), SVG, a_photograph(), b""], ids=range(4))
def test_a_file_that_is_not_what_its_name_says_is_a_finding(tmp_path: Path, data: bytes) -> None:
    assert problems(tmp_path, data) == ["The picture 'bell.png' is not what its name says."]


@pytest.mark.parametrize("side", [5_000, 10_000, 30_000])
def test_a_bomb_is_too_big_before_it_is_decoded(tmp_path: Path, side: int) -> None:
    assert problems(tmp_path, a_bomb(side)) == ["The picture 'bell.png' is too big."]


def test_a_picture_cut_short_is_damaged(tmp_path: Path) -> None:
    whole = a_photograph(400, 400)
    said = problems(tmp_path, whole[: len(whole) // 2], "bell.jpg")

    assert said == ["The picture 'bell.jpg' is damaged."]


def test_a_picture_without_words_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "bell.png").write_bytes(a_png())

    page, _ = a_page(tmp_path, "![](bell.png)")

    assert "no words for who cannot see it" in page.problems[0].problem


@pytest.mark.parametrize("name", ["../secret.png", "/etc/secret.png", "http://a/b.png", "Bell.PNG"])
def test_a_picture_stands_beside_its_page_and_nowhere_else(tmp_path: Path, name: str) -> None:
    page, _ = a_page(tmp_path, f"![A bell.]({name})")

    assert page.problems
    assert not page.blocks


def test_a_picture_in_the_middle_of_words_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "bell.png").write_bytes(a_png())

    page, _ = a_page(tmp_path, f"Look: {NAMED}")

    assert page.problems[0].problem == "There is image inside a paragraph."


def test_the_check_says_file_line_and_mending_of_a_missing_picture(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    entry(root, en=f"{PAGE}\n{NAMED}\n")

    assert found(root) == [("national/guide/housing-help/en.md", 5, "page")]


def test_a_picture_that_no_page_names_is_a_finding(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    (entry(root) / "bell.png").write_bytes(a_png())

    assert found(root) == [("national/guide/housing-help/bell.png", 1, "unread")]


def test_each_language_has_its_own_words_for_one_file(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    welsh = f"{PAGE}\n![Llaw ar y gloch.](bell.png)\n"
    (entry(root, en=f"{PAGE}\n{NAMED}\n", cy=welsh) / "bell.png").write_bytes(a_png())

    written = checked(root).sources.written

    blocks = [block for one in written for block in one.entry.pictures]
    assert len({block.sha256 for block in blocks}) == 1
    assert len({block.alt for block in blocks}) == 2


def test_a_page_without_the_picture_of_the_english_one_is_a_hint(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    (entry(root, en=f"{PAGE}\n{NAMED}\n", cy=PAGE) / "bell.png").write_bytes(a_png())

    hints = [one for one in found(root, Severity.HINT) if one[2] == "no-picture"]

    assert hints == [("national/guide/housing-help/cy.md", 1, "no-picture")]


def test_hard_words_in_the_words_of_a_picture_are_found_too(tmp_path: Path) -> None:
    root = sources(tmp_path / "content")
    page = f"{PAGE}\n![An offender.](bell.png)\n"
    (entry(root, en=page) / "bell.png").write_bytes(a_png())

    assert found(root) == [("national/guide/housing-help/en.md", 5, "never")]
