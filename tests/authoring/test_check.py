"""What the check finds in the sources."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.findings import Severity, stopping
from tests.builders.sources import FACTS, FORM, PAGE, checked, entry, found, sources

ENTRY = "national/guide/housing-help"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def test_right_sources_have_no_findings(root: Path) -> None:
    assert checked(root).findings == ()


def test_an_entry_carries_what_its_folder_and_files_say(root: Path) -> None:
    entry(
        root, "vacancy/warehouse", more='\n[[facts]]\nlabel = "pay"\npence = 1250\neach = "hour"\n'
    )

    (written,) = [w for w in checked(root).sources.written if w.entry.id == "warehouse"]

    assert written.entry.kind == "vacancy"
    assert written.entry.ages == "vanish"
    assert written.entry.blocks[0].model_dump()["value"]["pence"] == 1250


def test_words_are_picked_by_language(root: Path) -> None:
    more = '\n[[facts]]\nlabel = "who"\ntext.en = "Anyone."\ntext.cy = "Unrhyw un."\n'
    entry(root, more=more, en=PAGE, cy="# Cymorth\n\nGall gweithiwr helpu.\n")

    said = {
        w.entry.language: w.entry.blocks[0].model_dump()["value"]["text"]
        for w in checked(root).sources.written
    }

    assert said == {"en": "Anyone.", "cy": "Unrhyw un."}


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("checked_on = 2026-11-18\n", "", 1, "undated"),
        ("checked_on = 2026-11-18", "checked_on = 2026-02-31", 2, "toml"),
        ("checked_on = 2026-11-18", "checked_on = 2026-11-30", 2, "checked-later"),
        ("review_by = 2027-05-18", "review_by = 2026-05-18", 1, "field"),
        ('topics = ["keep-home"]\n', "", 1, "unclassified"),
        ('["keep-home"]', '["no-such-topic"]', 1, "unknown-code"),
        ("owner =", 'stages = ["nowhere"]\nowner =', 5, "unknown-code"),
        ("owner =", 'also = ["nothing"]\nowner =', 5, "link-to-nothing"),
        ("owner =", 'colour = "blue"\nowner =', 5, "field"),
        ("owner =", 'title = "Mine"\nowner =', 5, "field"),
        ("day = 2026-11-16\n", "", 7, "undated"),
    ],
)
def test_facts_that_are_wrong_are_found_on_their_line(
    root: Path, old: str, new: str, line: int, code: str
) -> None:
    entry(root, facts=FACTS.replace(old, new))

    assert found(root) == [(f"{ENTRY}/facts.toml", line, code)]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("[](entry:nothing)", "link-to-nothing"),
        ("[](ask:nothing)", "ask-to-nothing"),
        ("[](ask:housing-help)", "ask-to-nothing"),
        ("Every offender can ask.", "never"),
        ("An *odd* word.", "page"),
        ("A hidden\u202e sign.", "hidden-sign"),
    ],
)
def test_pages_that_are_wrong_are_found_on_their_line(root: Path, line: str, code: str) -> None:
    entry(root, en=f"{PAGE}\n{line}\n")

    assert (f"{ENTRY}/en.md", 5, code) in found(root)


def test_a_page_in_another_encoding_is_found_on_its_line(root: Path) -> None:
    (root / ENTRY / "en.md").write_bytes(b"# Caf\n\nCaf\xe9 bar.\n")

    assert found(root) == [(f"{ENTRY}/en.md", 3, "encoding")]


CLASH = "<<<<<<< mine\n{}\n=======\n{}\n>>>>>>> theirs\n"


@pytest.mark.parametrize("file", ["en.md", "facts.toml"])
def test_a_page_that_two_authors_changed_is_found_once_on_its_line(root: Path, file: str) -> None:
    path = root / ENTRY / file
    text = path.read_text(encoding="utf-8").splitlines()
    clash = CLASH.format(text[2], text[2])
    path.write_text("\n".join([*text[:2], clash, *text[3:]]), encoding="utf-8")

    assert found(root) == [(f"{ENTRY}/{file}", 3, "two-authors")]


def test_english_must_be_there(root: Path) -> None:
    (root / ENTRY / "en.md").rename(root / ENTRY / "cy.md")

    assert [code for _, _, code in found(root)] == ["no-english"]


def test_words_missing_in_a_language_that_has_a_page_are_found(root: Path) -> None:
    more = '\n[[facts]]\nlabel = "who"\ntext.en = "Anyone."\n'
    entry(root, more=more, en=PAGE, cy=PAGE)

    assert found(root) == [(f"{ENTRY}/facts.toml", 14, "untranslated")]


@pytest.mark.parametrize(
    "fact",
    [
        'label = "who"',
        'label = "who"\nday = 2026-11-01\ntext.en = "x"',
        'label = "odd"\ntext.en = "x"',
    ],
)
def test_a_fact_that_does_not_fit_is_found(root: Path, fact: str) -> None:
    entry(root, more=f"\n[[facts]]\n{fact}\n")

    assert {name for name, _, _ in found(root)} == {f"{ENTRY}/facts.toml"}


@pytest.mark.parametrize(
    "stray", ["notes.txt", "national/odd/x", "national/guide/x.md", f"{ENTRY}/picture.png"]
)
def test_a_file_that_nothing_reads_is_found(root: Path, stray: str) -> None:
    (root / stray).parent.mkdir(parents=True, exist_ok=True)
    (root / stray).write_text("x")

    assert "unread" in {code for _, _, code in found(root)}


def test_a_national_page_cannot_link_to_what_one_prison_has(root: Path) -> None:
    entry(root, "guide/local", layer="sites/mvx")
    entry(root, en=f"{PAGE}\n[](entry:local)\n")

    assert found(root) == [(f"{ENTRY}/en.md", 5, "link-to-nothing")]


def test_a_page_of_a_prison_may_link_to_national_ones(root: Path) -> None:
    entry(root, "guide/local", layer="sites/mvx", en=f"{PAGE}\n[](entry:housing-help)\n")

    assert found(root) == []


def test_a_prison_cannot_replace_what_every_prison_must_show(root: Path) -> None:
    entry(root, facts="removable = false\n" + FACTS)
    entry(root, layer="sites/mvx")

    assert [code for _, _, code in found(root)] == ["kept"]


def test_what_every_prison_must_show_cannot_be_withdrawn(root: Path) -> None:
    entry(root, facts="removable = false\n" + FACTS)
    listed = '[[withdrawn]]\nid = "housing-help"\nday = 2026-11-20\nreason = "wrong"\n'
    (root / "withdrawn.toml").write_text(listed)

    assert found(root) == [("withdrawn.toml", 1, "kept")]


@pytest.mark.parametrize("field", ["listener_night", "phone"])
def test_a_prison_without_its_routes_to_help_is_found(root: Path, field: str) -> None:
    profile = root / "sites/mvx/profile.toml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace(f"{field} =", "# "), encoding="utf-8")

    assert {code for _, _, code in found(root)} == {"field"}


def test_a_prison_without_help_in_english_is_found(root: Path) -> None:
    profile = root / "sites/mvx/profile.toml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("[help.en]", "[help.pl]"), encoding="utf-8")

    assert [code for _, _, code in found(root)] == ["no-help-route"]


def test_a_wing_that_the_prison_does_not_have_is_found(root: Path) -> None:
    entry(root, layer="sites/mvx/wing-z")

    assert [code for _, _, code in found(root)] == ["wing"]


def test_a_missing_policy_is_found(root: Path) -> None:
    (root / "policy/calendar.toml").unlink()

    assert found(root) == [("policy/calendar.toml", 1, "missing")]


def test_a_template_that_forgets_a_fact_is_found(root: Path) -> None:
    path = root / "policy/templates.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("{room}", ""), encoding="utf-8")

    assert {code for _, _, code in found(root)} == {"slots"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('any_of = ["yes"]', 'any_of = ["perhaps"]', "never-asked"),
        ('desk = "housing"', 'desk = "kitchen"', "unknown-code"),
        ('clock = "standard"', 'clock = "never"', "unknown-code"),
    ],
)
def test_a_form_that_is_wrong_is_found(root: Path, old: str, new: str, code: str) -> None:
    entry(root, "form/ask-us", more=FORM.replace(old, new))

    assert {one for _, _, one in found(root)} == {code}


def test_a_form_that_is_right_has_no_findings(root: Path) -> None:
    entry(root, "form/ask-us", more=FORM)
    entry(root, en=f"{PAGE}\n[](ask:ask-us)\n")

    assert found(root) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Call 07700 900123 today.", "mobile-number"),
        ("No. Yes. Go. " * 9 + "It is " + "so " * 20 + "far.", "long-sentence"),
        ("Good accommodation.", "rather"),
    ],
)
def test_what_somebody_should_look_at_is_a_hint(root: Path, text: str, code: str) -> None:
    entry(root, en=f"{PAGE}\n{text}\n")

    assert found(root, Severity.HINT) == [(f"{ENTRY}/en.md", 5, code)]


@pytest.mark.parametrize("name", ["fictional", "A document"])
def test_facts_that_nobody_checked_stop_real_publishing_only(root: Path, name: str) -> None:
    facts = FACTS.replace("verified = true", "verified = false")
    entry(root, facts=facts.replace("A document", name))

    findings = checked(root).findings

    assert stopping(findings, demo=True) == ()
    assert [f.severity for f in stopping(findings, demo=False)] == [Severity.BEFORE_USE]


def test_a_notice_of_one_prison_ends_by_itself_after_seven_days(root: Path) -> None:
    entry(root, "notice/gym-closed", layer="sites/mvx")

    (notice,) = [w.entry for w in checked(root).sources.written if w.entry.id == "gym-closed"]

    assert notice.valid_to == date(2026, 11, 25)


def test_a_notice_of_one_prison_cannot_last_longer(root: Path) -> None:
    entry(root, "notice/gym-closed", layer="sites/mvx", facts="valid_to = 2026-11-26\n" + FACTS)

    assert found(root) == [("sites/mvx/notice/gym-closed/facts.toml", 1, "too-long")]


def test_a_national_notice_may_last(root: Path) -> None:
    entry(root, "notice/new-law", facts="valid_to = 2027-02-01\n" + FACTS)

    assert found(root) == []
