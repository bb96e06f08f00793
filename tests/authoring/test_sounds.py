"""Recordings beside a page."""

from pathlib import Path

import pytest

from admin_tools.authoring.markdown import read_page
from admin_tools.authoring.page import Page
from admin_tools.authoring.pictures import Album
from kiosk.exchange import media, sounds
from kiosk.exchange.blocks import Block, Recording
from tests.builders.pictures import a_png
from tests.builders.sounds import an_opus, remarks
from tests.builders.sources import PAGE, checked, entry, found, sources
from tests.builders.spoken import OPUS, VORBIS, spoken

WORDS = "A housing worker can help you keep your home."


def page_of(folder: Path, text: str) -> tuple[Page, Album]:
    album = Album(folder)
    return read_page(text, album), album


def read(folder: Path, data: bytes, *, name: str = "one.ogg", words: str = WORDS) -> Page:
    (folder / name).write_bytes(data)
    return page_of(folder, f"# Title\n\nSummary.\n\n{words}\n\n[](sound:{name})\n")[0]


def problem(page: Page) -> str:
    (one,) = page.problems
    return one.problem


@pytest.mark.parametrize("kind", [VORBIS, OPUS], ids=["vorbis", "opus"])
def test_a_recording_loses_every_remark_and_keeps_its_sound(kind: int, tmp_path: Path) -> None:
    (tmp_path / "one.ogg").write_bytes(spoken(WORDS, kind))

    page, album = page_of(tmp_path, f"# Title\n\nSummary.\n\n{WORDS}\n\n[](sound:one.ogg)\n")

    recording = page.blocks[1]
    assert isinstance(recording, Recording)
    assert recording.says == "block"
    media.must_be(recording.file, album.files[recording.sha256])
    assert sounds.milliseconds_of(album.files[recording.sha256]) > 1_000


def test_the_name_of_who_spoke_does_not_go_with_it(tmp_path: Path) -> None:
    (tmp_path / "one.ogg").write_bytes(an_opus(4.0, tags=remarks("ARTIST=Jane Example")))

    _, album = page_of(tmp_path, f"# Title\n\nSummary.\n\n{WORDS}\n\n[](sound:one.ogg)\n")

    (made,) = album.files.values()
    assert b"Jane" not in made


def test_it_says_the_title_the_summary_or_what_stands_before_it(tmp_path: Path) -> None:
    (tmp_path / "a.ogg").write_bytes(an_opus(2.0))
    said = "[](sound:a.ogg)"

    page, _ = page_of(
        tmp_path,
        f"# Help\n\n{said}\n\nSummary.\n\n{said}\n\n## More\n\n{said}\n\n- A point\n\n{said}\n",
    )

    assert page.problems == []
    assert page.summary == "Summary."
    assert [_says(block) for block in page.blocks] == [
        "title", "summary", "heading", "block", "point", "block",
    ]  # fmt: skip


def _says(block: Block) -> str:
    return block.says if isinstance(block, Recording) else block.block


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "cannot be played"),
        (an_opus()[:-9], "cannot be played"),
        (a_png(), "cannot be played"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40), "cannot be played"),
        (an_opus(0.5), "takes 0 seconds for 45 letters"),
        (an_opus(60.0), "takes 60 seconds for 45 letters"),
        (an_opus(181.0), "longer than three minutes"),
        (bytes(3_000_000), "too big"),
    ],
    ids=["empty", "cut", "a picture", "wav", "too short", "too long", "an hour", "big"],
)
def test_a_recording_that_cannot_be_this_text_is_a_finding(
    data: bytes, words: str, tmp_path: Path
) -> None:
    assert words in problem(read(tmp_path, data))


def test_a_recording_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    page, _ = page_of(tmp_path, f"# T\n\nSummary.\n\n{WORDS}\n\n[](sound:two.ogg)\n")

    assert problem(page) == "There is no recording 'two.ogg' beside this page."


@pytest.mark.parametrize("name", ["One.ogg", "../one.ogg", "one.mp3", ""])
def test_a_recording_of_an_odd_name_is_a_finding(name: str, tmp_path: Path) -> None:
    page, _ = page_of(tmp_path, f"# T\n\nSummary.\n\n{WORDS}\n\n[](sound:{name})\n")

    assert len(page.problems) == 1


def test_a_recording_below_a_picture_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "bell.png").write_bytes(a_png())
    (tmp_path / "one.ogg").write_bytes(an_opus())

    page, _ = page_of(tmp_path, "# T\n\nSummary.\n\n![A bell.](bell.png)\n\n[](sound:one.ogg)\n")

    assert "right after what it says" in problem(page)


def test_a_recording_that_no_page_names_is_found(tmp_path: Path) -> None:
    root = sources(tmp_path)
    (entry(root, en=PAGE) / "one.ogg").write_bytes(an_opus())

    assert ("national/guide/housing-help/one.ogg", 1, "unread") in found(root)


def test_a_recording_is_published_with_its_entry(tmp_path: Path) -> None:
    root = sources(tmp_path)
    folder = entry(root, en=f"{PAGE}\n[](sound:one.ogg)\n")
    (folder / "one.ogg").write_bytes(an_opus(3.0))

    written = next(one for one in checked(root).sources.written if one.entry.id == folder.name)
    assert [one.sha256 for one in written.entry.recordings] == list(written.media)
    assert not [one for one in found(root) if folder.name in one[0]]
