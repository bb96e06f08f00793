"""Every catalogue says everything that it must, with the same facts, in all its forms."""

import re
from functools import cache
from gettext import c2py
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from kiosk.translation import DUTY, LOCALES, Words, languages
from locales import collect

OTHERS = tuple(language for language in languages() if language != "en")
OFFERED = ("cy", "pl", "ro", "sq", "lt", "pt", "pa", "ur", "ar", "ckb", "vi", "tr", "es")
PLACEHOLDER = re.compile(r"\{\w+\}")
NUMBERS = (*range(300), 1000, 1001, 1002, 1003, 1011)


@cache
def data(language: str) -> bytes:
    return (LOCALES / language / "LC_MESSAGES" / "kiosk.po").read_bytes()


@cache
def catalogue(language: str) -> Catalog:
    return read_po(BytesIO(data(language)), locale=language)


@cache
def source() -> Catalog:
    return collect.template()


def said(message: Message) -> tuple[str, ...]:
    """Every form of a translation; an untranslated message has none."""
    string = message.string or ""
    forms = tuple(string) if isinstance(string, (tuple, list)) else (string,)
    return forms if all(forms) else ()


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_every_language_that_is_promised_has_a_catalogue() -> None:
    assert set(OFFERED) <= set(OTHERS)


def test_the_template_is_as_new_as_the_source() -> None:
    with (LOCALES / "kiosk.pot").open("rb") as file:
        kept = read_po(file)

    assert {english(message) for message in kept if message.id} == {
        english(message) for message in source() if message.id
    }, "run `make messages`, then translate what is new"


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_is_missing(language: str) -> None:
    must = {
        english(message)
        for message in source()
        if message.id
        and collect.wanted(message, language, machine_made=collect.is_machine_made(data(language)))
    }
    has = {english(message) for message in catalogue(language) if said(message)}

    assert must - has == set()


def test_welsh_says_everything_that_english_says() -> None:
    has = {english(message) for message in catalogue("cy") if said(message)}

    assert {english(message) for message in source() if message.id} - has == set()


@pytest.mark.parametrize("language", OTHERS)
def test_the_facts_of_a_message_are_the_same(language: str) -> None:
    assert collect.other_facts(data(language), language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_with_a_number_has_all_its_forms(language: str) -> None:
    assert collect.too_few_forms(data(language), language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_form_of_a_number_is_that_of_the_unicode_rules(language: str) -> None:
    """Two numbers share a form in the file exactly when the rules put them together."""
    form_of, rule = c2py(catalogue(language).plural_expr), Words(language).locale.plural_form
    pairs = {(form_of(n), rule(n)) for n in NUMBERS}

    assert len(pairs) == len({form for form, _ in pairs}) == len({tag for _, tag in pairs})
    assert {form for form, _ in pairs} == set(range(catalogue(language).num_plurals))


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_names_who_checked_it(language: str) -> None:
    assert data(language).count(b'"X-Signpost-Checked: ') == 1


@pytest.mark.parametrize("language", sorted(set(OTHERS) - DUTY))
def test_no_machine_says_what_must_be_sure(language: str) -> None:
    if Words(language).checked:
        return
    guessed = [
        english(message)[0]
        for message in catalogue(language)
        if collect.NEVER_GUESSED in message.auto_comments and said(message)
    ]

    assert guessed == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_is_left_in_english(language: str) -> None:
    """A sentence of three words and more that equals the English was forgotten."""
    same = [
        text
        for message in catalogue(language)
        if message.id
        for text in said(message)
        if text in english(message) and len(PLACEHOLDER.sub("", text).split()) > 2
    ]

    assert same == []
