"""What the policy says in every language, and what it must not say in a machine's words."""

import re

import pytest

from admin_tools.authoring.check import check
from kiosk.exchange.policy import Template, Templates, TopicGroup, Topics, Vocabulary
from kiosk.translation import DUTY, languages
from tests.architecture.house import HOUSE
from tests.builders.sources import TODAY

POLICY = check(HOUSE / "content", TODAY).sources.policy
EVERY = set(languages())
SLOT = re.compile(r"\{(\w+)\}")


def templates() -> tuple[Template, ...]:
    found = POLICY["templates"]
    assert isinstance(found, Templates)
    return found.templates


def groups() -> tuple[TopicGroup, ...]:
    found = POLICY["topics"]
    assert isinstance(found, Topics)
    return tuple(group for topic in found.topics for group in topic.groups)


PROPER_NAMES = {"areas", "councils"}
"""Places have one name in every language."""
FOR_STAFF = {"outputs"}


def lists() -> tuple[Vocabulary, ...]:
    found = (one for one in POLICY.values() if isinstance(one, Vocabulary))
    return tuple(one for one in found if one.name not in PROPER_NAMES | FOR_STAFF)


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
def test_an_answer_is_there_in_every_language(template: Template) -> None:
    assert EVERY - set(template.texts) == set()


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
def test_an_answer_has_the_same_facts_in_every_language(template: Template) -> None:
    wanted = sorted(slot.name for slot in template.slots)

    assert {
        language: sorted(SLOT.findall(text)) for language, text in template.texts.items()
    } == dict.fromkeys(template.texts, wanted)


@pytest.mark.parametrize("group", groups(), ids=lambda one: one.code)
def test_a_group_has_a_name_in_every_language(group: TopicGroup) -> None:
    assert EVERY - set(group.names) == set()


@pytest.mark.parametrize("vocabulary", lists(), ids=lambda one: one.name)
def test_a_list_has_a_name_for_each_code_in_every_language(vocabulary: Vocabulary) -> None:
    assert {term.code: EVERY - set(term.names) for term in vocabulary.terms} == {
        term.code: set() for term in vocabulary.terms
    }


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
def test_no_answer_is_left_in_english(template: Template) -> None:
    others = EVERY - {"en"}

    assert [one for one in others if template.texts[one] == template.texts["en"]] == []


def test_no_form_asks_for_consent_in_a_machines_words() -> None:
    written = check(HOUSE / "content", TODAY).sources.written
    forms = [one.entry for one in written if one.entry.form is not None]

    assert {entry.language for entry in forms} <= DUTY
