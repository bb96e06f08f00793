"""What a second person reads before signing."""

from pathlib import Path

import pytest

from admin_tools.publishing.approve import look
from admin_tools.publishing.differing import LONGEST, differences
from tests.builders.publishing import House, a_house
from tests.builders.sources import FACTS, PAGE, entry

POLICY = "policy/stages.toml"


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = a_house(tmp_path / "house")
    house.publish()
    return house


def drafted(house: House) -> list[str]:
    house.propose()
    return list(look(house.repository, house.keys, house.now).changes.words())


def test_a_changed_word_is_shown_with_what_stood_there(house: House) -> None:
    entry(house.sources, en=PAGE.replace("can help you", "may help you"))

    title, line = drafted(house)

    assert title == "national/guide/housing-help (en): Housing help:"
    assert line == "  summary: A housing worker can help you. -> A housing worker may help you."


def test_a_changed_day_is_shown(house: House) -> None:
    entry(house.sources, facts=FACTS.replace("2027-05-18", "2027-04-01"))

    assert drafted(house)[1:] == ["  review_by: 2027-05-18 -> 2027-04-01"]


def test_a_new_paragraph_is_shown_and_those_around_it_are_not(house: House) -> None:
    entry(house.sources, en=f"{PAGE}\nOne.\n\nThree.\n")
    house.publish()
    entry(house.sources, en=f"{PAGE}\nOne.\n\nTwo.\n\nThree.\n")

    (line,) = drafted(house)[1:]

    assert line.startswith("  blocks: + ")
    assert "Two." in line


def test_a_new_page_is_shown_whole(house: House) -> None:
    entry(house.sources, "guide/gym-times", en="# Gym times\n\nWhen you can go.\n")

    words = "\n".join(drafted(house))

    assert "national/guide/gym-times (en): Gym times:" in words
    assert "summary: nothing -> When you can go." in words
    assert "owner: nothing -> Head of resettlement" in words


def test_a_changed_list_is_shown(house: House) -> None:
    file = house.sources / POLICY
    file.write_text(file.read_text("utf-8").replace('"First night"', '"Night one"'), "utf-8")

    words = drafted(house)

    assert words[0] == "policy/stages.json:"
    assert any(line.endswith("First night -> Night one") for line in words[1:])


def test_without_a_change_there_is_nothing_to_read(house: House) -> None:
    assert drafted(house) == []


def test_what_went_from_a_list_is_told_apart_from_what_came() -> None:
    assert differences({"a": ["x", "y"]}, {"a": ["y", "z", "w"]}) == ("a: - x", "a: + z", "a: + w")


def test_a_long_text_is_shown_by_its_beginning() -> None:
    (line,) = differences({"a": "x" * 2000}, {"a": ""})

    assert line == f"a: {'x' * LONGEST}… -> nothing"
