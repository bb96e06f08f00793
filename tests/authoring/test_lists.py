"""The lists of codes, and where they lead."""

from pathlib import Path

import pytest

from admin_tools.authoring.findings import Severity
from kiosk.exchange.kinds.about import FIELDS
from kiosk.exchange.policy import VOCABULARIES, Crosswalks, Vocabulary
from kiosk.exchange.policy_files import POLICIES
from kiosk.screens.icons.shape import FOLDER
from tests.architecture.house import HOUSE
from tests.builders.sources import FACTS, checked, entry, found, sources
from tests.exchange.kinds.test_kinds import fields

NOT_PUBLISHED = ("wording", "travels")
"""What steers the authors' machine and never travels."""
DISTINCT = ("pathways-7", "pathways-8")


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sources(tmp_path_factory.mktemp("lists") / "content")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_list_is_there_with_its_own_name(policy: Path, name: str) -> None:
    found_list = checked(policy).sources.policy[name]

    assert isinstance(found_list, Vocabulary)
    assert found_list.name == name
    assert found_list.terms


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_list_has_a_picture_for_every_code(policy: Path, name: str) -> None:
    found_list = checked(policy).sources.policy[name]
    assert isinstance(found_list, Vocabulary)

    missing = {t.icon for t in found_list.terms if not list(FOLDER.rglob(f"{t.icon}.svg"))}

    assert missing == set()


@pytest.mark.parametrize("name", DISTINCT)
def test_every_pathway_of_others_is_one_of_ours(policy: Path, name: str) -> None:
    lists = checked(policy).sources.policy
    ours, others = lists["pathways"], lists["crosswalks"]
    assert isinstance(ours, Vocabulary)
    assert isinstance(others, Crosswalks)
    mapped = {lead for term in ours.terms for lead in term.maps_to}

    assert {code for code in others.codes if code.startswith(f"{name}/")} <= mapped


def test_two_pathways_fit_neither_list(policy: Path) -> None:
    ours = checked(policy).sources.policy["pathways"]
    assert isinstance(ours, Vocabulary)

    alone = {
        term.code
        for term in ours.terms
        if not [lead for lead in term.maps_to if lead.startswith("pathways-")]
    }

    assert alone == {"safety", "private"}


def test_a_code_that_leads_to_nothing_is_found(root: Path) -> None:
    file = root / "policy" / "pathways.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("pathways-7/1", "pathways-7/99"), encoding="utf-8")

    assert found(root) == [("policy/pathways.toml", 1, "unknown-code")]


def test_a_bank_that_nobody_describes_is_found(root: Path) -> None:
    file = root / "sites" / "mvx" / "profile.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("[establishment]\n", '[establishment]\npartner_bank = "nobody"\n'),
        encoding="utf-8",
    )

    assert [code for _, _, code in found(root)] == ["link-to-nothing"]


def test_a_pack_of_what_is_not_there_is_found(root: Path) -> None:
    entry(root, "guide/for-some", facts='audience = ["women"]\n' + FACTS)
    (root / "policy" / "print-packs.toml").write_text(
        """
        [[packs]]
        stages = ["release-day", "holiday"]
        first = ["housing-help", "nobody", "for-some"]
        most = 3

        [[packs]]
        stages = ["release-day"]
        kinds = ["guide"]
        most = 3
        """
    )

    assert sorted(code for _, _, code in found(root)) == ["twice", "unknown-code"]
    assert sorted(code for file, _, code in found(root, Severity.HINT) if "packs" in file) == [
        *("leads-nowhere", "not-for-all"),
    ]


@pytest.mark.parametrize("words", ["most = 3", "kinds = ['guide']\nmost = 41"])
def test_a_pack_of_nothing_or_too_much_is_found(root: Path, words: str) -> None:
    (root / "policy" / "print-packs.toml").write_text(f"[[packs]]\n{words}\n")

    assert [code for _, _, code in found(root)] == ["field"]


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_the_lists_that_a_kind_names_are_published(kind: str) -> None:
    named = {vocabulary for vocabulary, _ in fields(kind).codes}

    assert named <= set(VOCABULARIES)


def test_every_file_of_the_policy_is_read() -> None:
    files = {path.stem for path in (HOUSE / "content" / "policy").glob("*.toml")}

    assert files == {*POLICIES, *NOT_PUBLISHED}
