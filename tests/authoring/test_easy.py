"""Easy pages beside the usual ones."""

from pathlib import Path

import pytest

from admin_tools.authoring.findings import Severity
from tests.builders.pictures import a_png
from tests.builders.sources import PAGE, checked, entry, found, sources

ENTRY = "national/guide/housing-help"
EASY = "- house: You can keep your home.\n- user-circle: Ask a housing worker.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path)


def easy(root: Path, text: str, language: str = "en") -> None:
    (root / ENTRY / f"{language}.easy.md").write_text(text, encoding="utf-8")


def test_each_line_is_an_idea_with_its_picture(root: Path) -> None:
    easy(root, EASY)
    (one,) = [w.entry for w in checked(root).sources.written if w.entry.id == "housing-help"]

    assert [(line.icon, line.text) for line in one.easy] == [
        ("house", "You can keep your home."),
        ("user-circle", "Ask a housing worker."),
    ]
    assert found(root) == []


def test_a_line_may_name_a_drawing_beside_the_page(root: Path) -> None:
    (root / ENTRY / "bell.png").write_bytes(a_png())
    easy(root, "- ![A red button.](bell.png) Press it once.\n")
    (one,) = [w for w in checked(root).sources.written if w.entry.id == "housing-help"]
    (line,) = one.entry.easy

    assert found(root) == []
    assert line.picture is not None
    assert line.picture.alt == "A red button."
    assert line.picture.sha256 in one.media


@pytest.mark.parametrize(
    "line",
    [
        "You can keep your home.",
        "- You can keep your home.",
        "- hous: You can keep your home.",
        "- house: You can **keep** your home.",
        "- house: Look at [](entry:other).",
        "- house: " + "very " * 50,
        "- ![A bell](bell.png) There is no such file.",
        "- ![A bell](../../bell.png) It is elsewhere.",
    ],
)
def test_a_line_that_cannot_be_shown_is_found(root: Path, line: str) -> None:
    easy(root, f"- house: Good.\n{line}\n")

    assert found(root) == [(f"{ENTRY}/en.easy.md", 2, "easy")]


def test_an_empty_easy_page_is_found(root: Path) -> None:
    easy(root, "\n")

    assert found(root) == [(f"{ENTRY}/en.easy.md", 1, "easy")]


def test_an_easy_page_without_its_page_is_found(root: Path) -> None:
    easy(root, EASY, "cy")

    assert found(root) == [(f"{ENTRY}/cy.easy.md", 1, "unread")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("One two three four five six seven eight nine ten eleven twelve more.", "long-easy"),
        ("Go. Ask. Come back.", "two-ideas"),
        ("Your accommodation.", "rather"),
    ],
)
def test_a_hard_easy_line_is_a_hint(root: Path, line: str, code: str) -> None:
    easy(root, f"- house: {line}\n")

    assert found(root, Severity.HINT) == [(f"{ENTRY}/en.easy.md", 1, code)]


def test_a_word_that_we_never_say_stops_an_easy_page_too(root: Path) -> None:
    easy(root, "- house: Please wait.\n")

    assert found(root) == [(f"{ENTRY}/en.easy.md", 1, "never")]


def test_an_entry_that_most_people_open_needs_easy_read(root: Path) -> None:
    wished(root, "housing-help")

    assert (f"{ENTRY}/en.md", 1, "no-easy-read") in found(root, Severity.HINT)


def test_with_easy_read_nothing_is_missing(root: Path) -> None:
    wished(root, "housing-help")
    easy(root, EASY)

    assert "no-easy-read" not in {code for _, _, code in found(root, Severity.HINT)}


def test_a_wish_for_an_entry_that_is_not_there_is_found(root: Path) -> None:
    wished(root, "no-such-page")

    assert found(root) == [("policy/wording.toml", 1, "unknown-code")]


def test_easy_english_alone_is_not_enough_for_a_welsh_page(root: Path) -> None:
    entry(root, en=PAGE, cy="# Help tai\n\nGall gweithiwr tai eich helpu.\n")
    easy(root, EASY)

    assert (f"{ENTRY}/cy.md", 1, "no-easy-read") in found(root, Severity.HINT)


def wished(root: Path, name: str) -> None:
    wording = root / "policy" / "wording.toml"
    text = wording.read_text(encoding="utf-8").replace("easy_read = []", f'easy_read = ["{name}"]')
    wording.write_text(text, encoding="utf-8")
