"""What the policy says in every language, and what it must not say in a machine's words."""

import re

from kiosk.exchange.policy import Template, Templates, TopicGroup, Topics, Vocabulary
from kiosk.translation import DUTY, languages
from tests.builders.house_content import the_house

EVERY = set(languages())
SLOT = re.compile(r"\{(\w+)\}")


def templates() -> tuple[Template, ...]:
    found = the_house().sources.policy["templates"]
    assert isinstance(found, Templates)
    return found.templates


def groups() -> tuple[TopicGroup, ...]:
    found = the_house().sources.policy["topics"]
    assert isinstance(found, Topics)
    return tuple(group for topic in found.topics for group in topic.groups)


PROPER_NAMES = {"areas", "councils"}
"""Places have one name in every language."""
FOR_STAFF = {"outputs"}


def lists() -> tuple[Vocabulary, ...]:
    policy = the_house().sources.policy
    found = (one for one in policy.values() if isinstance(one, Vocabulary))
    return tuple(one for one in found if one.name not in PROPER_NAMES | FOR_STAFF)


def test_an_answer_is_there_in_every_language() -> None:
    assert templates()
    assert [
        (one.code, EVERY - set(one.texts)) for one in templates() if EVERY - set(one.texts)
    ] == []


def test_an_answer_has_the_same_facts_in_every_language() -> None:
    assert [
        (template.code, language)
        for template in templates()
        for language, text in template.texts.items()
        if sorted(SLOT.findall(text)) != sorted(slot.name for slot in template.slots)
    ] == []


def test_a_group_has_a_name_in_every_language() -> None:
    assert groups()
    assert [(one.code, EVERY - set(one.names)) for one in groups() if EVERY - set(one.names)] == []


def test_a_list_has_a_name_for_each_code_in_every_language() -> None:
    assert lists()
    assert [
        (vocabulary.name, term.code, EVERY - set(term.names))
        for vocabulary in lists()
        for term in vocabulary.terms
        if EVERY - set(term.names)
    ] == []


def test_no_answer_is_left_in_english() -> None:
    assert [
        (template.code, language)
        for template in templates()
        for language in EVERY - {"en"}
        if template.texts[language] == template.texts["en"]
    ] == []


def test_no_form_asks_for_consent_in_a_machines_words() -> None:
    """What only a machine translated says so: the catalogue then asks for consent in English."""
    written = the_house().sources.written
    forms = [one.entry for one in written if one.entry.form is not None]

    others = [entry for entry in forms if entry.language not in DUTY]

    assert forms
    assert [(one.id, one.language) for one in others if not one.machine_made] == []
