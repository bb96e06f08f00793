"""What the check finds that a reader would miss: a way to ask, a day, a need that nobody serves."""

from pathlib import Path

import pytest

from admin_tools.authoring.findings import Finding, Severity
from tests.builders.sources import FACTS, PAGE, checked, entry, sources

SERVICE = '\n[service]\norganization.en = "Kinfolk"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def of(root: Path, code: str) -> list[Finding]:
    return [one for one in checked(root).findings if one.code == code]


def places(root: Path, code: str) -> list[tuple[str, int]]:
    return [(one.file, one.line) for one in of(root, code)]


def wish(root: Path, name: str, *codes: str) -> None:
    """Ask the check for one of the lists that the other tests leave empty."""
    file = root / "policy/wording.toml"
    wished = ", ".join(f'"{code}"' for code in codes)
    file.write_text(
        file.read_text("utf-8").replace(f"{name} = []", f"{name} = [{wished}]"), "utf-8"
    )


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("checked_on = 2026-11-18\n", "undated"),
        ("review_by = 2027-05-18\n", "undated"),
        ('checked_by = "Housing team leader"\n', "no-contact"),
        ('owner = "Head of resettlement"\n', "no-contact"),
    ],
)
def test_nobody_to_tell_and_no_day_are_found(root: Path, field: str, code: str) -> None:
    entry(root, facts=FACTS.replace(field, ""))

    (finding,) = of(root, code)

    assert finding.severity is Severity.MUST
    assert finding.mend.startswith("Write ")


def test_a_story_that_offers_a_talk_says_how_to_ask_for_it(root: Path) -> None:
    story = '\n[story]\npseudonym.en = "Sam"\ntalk = true\n'
    entry(root, "story/sam", more=story)
    line = len(FACTS.splitlines()) + 2

    assert places(root, "no-way-to-ask") == [("national/story/sam/facts.toml", line)]

    entry(root, "story/sam", more=story, en=f"{PAGE}\n> [!contact] Chaplain: any day\n")
    assert places(root, "no-way-to-ask") == []


def test_a_way_on_that_only_the_english_page_has_is_found(root: Path) -> None:
    entry(root, "guide/other")
    entry(root, en=f"{PAGE}\n[](entry:other)\n", cy=PAGE)

    assert places(root, "no-way-on") == [("national/guide/housing-help/cy.md", 1)]

    entry(root, en=f"{PAGE}\n[](entry:other)\n", cy=f"{PAGE}\n[](entry:other)\n")
    assert places(root, "no-way-on") == []


def test_a_service_that_nobody_can_ask_for_is_found(root: Path) -> None:
    entry(root, "service/talk", more=SERVICE)

    (finding,) = of(root, "no-way-to-ask")

    assert (finding.file, finding.line) == ("national/service/talk/en.md", 1)
    assert finding.severity is Severity.BEFORE_USE


@pytest.mark.parametrize(
    "more",
    [
        f'{SERVICE}application_process.en = "Fill in the form at www.kinfolk.example online."\n',
        f'{SERVICE}application_process.en = "Ring them before nine."\n',
        f'{SERVICE}referral = ["yourself"]\napplication_process.en = "Use their app."\n',
    ],
)
def test_a_way_that_nobody_in_a_cell_has_is_found(root: Path, more: str) -> None:
    entry(root, "service/talk", more=more)

    line = len((FACTS + more).splitlines())
    assert places(root, "only-outside") == [("national/service/talk/facts.toml", line)]


@pytest.mark.parametrize(
    "more",
    [
        f'{SERVICE}application_process.en = "An adviser rings them with you."\n',
        f'{SERVICE}referral = ["adviser"]\napplication_process.en = "They want a call."\n',
        f'{SERVICE}application_process.en = "Write to them, or ring 0800 555 0100."\n',
    ],
)
def test_a_way_through_somebody_in_here_is_right(root: Path, more: str) -> None:
    entry(root, "service/talk", more=more)

    assert of(root, "only-outside") == of(root, "no-way-to-ask") == []


def test_a_telephone_alone_is_found_however_it_is_written(root: Path) -> None:
    entry(root, "service/talk", more=SERVICE, en=f"{PAGE}\n> [!contact] Kinfolk: 0800 555 0100\n")

    assert len(of(root, "only-outside")) == 1


def test_a_contract_that_ended_is_found_on_its_line(root: Path) -> None:
    more = f'{SERVICE}referral = ["adviser"]\ncontract_ends = 2026-11-01\n'
    entry(root, "service/talk", more=more)

    line = len((FACTS + more).splitlines())
    assert places(root, "contract-ended") == [("national/service/talk/facts.toml", line)]


@pytest.mark.parametrize(
    "words", ["Ask Mrs Jones.", "Write to j.jones@example.", "See Dr. A. Ali."]
)
def test_a_name_of_a_person_is_found(root: Path, words: str) -> None:
    entry(root, en=f"{PAGE}\n{words}\n")

    assert places(root, "personal-name") == [("national/guide/housing-help/en.md", 5)]


@pytest.mark.parametrize("words", ["Ask Monday.", "Officer on duty.", "Ask the housing worker."])
def test_a_role_is_no_name(root: Path, words: str) -> None:
    entry(root, en=f"{PAGE}\n{words}\n")

    assert of(root, "personal-name") == []


def test_a_name_where_a_role_belongs_is_found(root: Path) -> None:
    entry(root, facts=FACTS.replace("Head of resettlement", "Jane Doe"))

    assert places(root, "personal-name") == [("national/guide/housing-help/facts.toml", 5)]


def test_a_number_of_one_person_is_found(root: Path) -> None:
    entry(root, en=f"{PAGE}\nRing 07700 900123.\n")

    assert places(root, "mobile-number") == [("national/guide/housing-help/en.md", 5)]


def test_a_word_for_an_offence_is_found(root: Path) -> None:
    entry(root, en=f"{PAGE}\nNot for a violent offence.\n")

    assert places(root, "offence") == [("national/guide/housing-help/en.md", 5)]


def test_two_entries_of_one_title_overlap(root: Path) -> None:
    entry(root, "guide/help-with-housing", en="# Help, housing\n\nAnother page.\n")

    (finding,) = of(root, "overlap")

    assert "guide/help-with-housing/en.md" in finding.problem


def test_the_same_help_of_the_same_people_overlaps(root: Path) -> None:
    for name, title in (("talk", "A talk"), ("advice", "Advice")):
        entry(root, f"service/{name}", more=SERVICE, en=f"# {title}\n\nThey help.\n")

    assert len(of(root, "overlap")) == 1


@pytest.mark.parametrize(
    ("layer", "areas"), [("sites/mvx", '["northgate"]'), ("national", '["northgate"]')]
)
def test_pages_that_no_reader_has_both_of_do_not_overlap(
    root: Path, layer: str, areas: str
) -> None:
    entry(root, facts='areas = ["westholt"]\n' + FACTS)
    entry(root, "guide/another", facts=f"areas = {areas}\n" + FACTS, layer=layer)

    assert of(root, "overlap") == []


def test_an_output_that_is_owed_and_has_no_entry_is_found(root: Path) -> None:
    wish(root, "core_outputs", "o9", "o10")
    entry(root, facts='outputs = ["o10"]\n' + FACTS)

    (finding,) = of(root, "no-entry")

    assert "o9" in finding.problem
    assert finding.file == "policy/wording.toml"


def test_an_entry_past_its_review_serves_no_output(root: Path) -> None:
    wish(root, "core_outputs", "o10")
    entry(root, facts='outputs = ["o10"]\n' + FACTS.replace("2027-05-18", "2026-11-20"))

    assert len(of(root, "no-entry")) == 1


def test_a_pathway_without_an_entry_for_one_side_of_the_gate_is_found(root: Path) -> None:
    wish(root, "after_release", "after-release")
    entry(root, facts='pathways = ["home"]\nstages = ["remand"]\n' + FACTS)

    (home,) = [one for one in of(root, "no-entry") if "A place to live" in one.problem]

    assert "after the gate" in home.problem


def test_a_pathway_with_both_sides_is_right(root: Path) -> None:
    wish(root, "after_release", "after-release")
    entry(root, facts='pathways = ["home"]\nstages = ["remand", "after-release"]\n' + FACTS)

    assert not [one for one in of(root, "no-entry") if "A place to live" in one.problem]


def test_welsh_is_missed_where_there_is_a_right_to_it(root: Path) -> None:
    entry(root, facts="removable = false\n" + FACTS)

    assert places(root, "no-welsh") == [("national/guide/housing-help/en.md", 1)]


def test_with_welsh_nothing_is_missed(root: Path) -> None:
    welsh = "# Cymorth tai\n\nGall gweithiwr tai eich helpu.\n"
    entry(root, facts="removable = false\n" + FACTS, en=PAGE, cy=welsh)

    assert of(root, "no-welsh") == []
