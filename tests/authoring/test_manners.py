"""What the check holds each language to."""

import tomllib

import pytest

from admin_tools.authoring.manners import Manner, Say, Wording, remarks_on, remarks_on_page
from admin_tools.authoring.reading_age import measured
from admin_tools.authoring.texts import as_json
from tests.architecture.house import HOUSE

MANNER = Manner(
    reading_age=11,
    longest_sentence=8,
    never=(Say(word="please", say="it plainly"), Say(word="will be answered", say="We aim to")),
    rather=(Say(word="accommodation", say="a place to live"),),
)
LISTED = Wording.model_validate_json(
    as_json(tomllib.loads((HOUSE / "content/policy/wording.toml").read_text(encoding="utf-8")))
)


def codes(text: str, manner: Manner = MANNER) -> list[tuple[str, bool]]:
    return [(remark.code, remark.must) for remark in remarks_on(text, manner)]


def test_a_word_that_we_never_say_must_be_mended() -> None:
    assert codes("Please wait.") == [("never", True)]


def test_a_promise_must_be_mended() -> None:
    assert codes("It will be answered.") == [("never", True)]


def test_a_longer_word_that_begins_the_same_is_another_word() -> None:
    assert codes("We are pleased.") == []


def test_a_hard_word_is_only_a_hint() -> None:
    assert codes("Your accommodation.") == [("rather", False)]


def test_a_long_sentence_is_a_hint() -> None:
    assert codes("One two three four five six seven eight nine.") == [("long-sentence", False)]


def test_a_language_nobody_has_said_anything_of_is_held_to_lengths() -> None:
    assert Wording().manner("xx").never == ()
    assert Wording().manner("xx").longest_sentence > 0


def test_of_a_few_words_nothing_is_said() -> None:
    assert list(remarks_on_page(measured(["Notwithstanding accommodation."]), MANNER)) == []


def test_a_page_of_long_words_is_found_in_any_language() -> None:
    manner = Manner(usual_word=4.0, usual_sentence=30)
    page = measured(["alphabetical " * 30])

    assert [remark.code for remark in remarks_on_page(page, manner)] == ["long-words"]


@pytest.mark.parametrize("language", sorted({"en", *LISTED.languages}))
def test_every_language_has_its_own_list(language: str) -> None:
    manner = LISTED.manner(language)

    assert len(manner.never) >= 5
    assert [codes(f"a {say.word} b", manner)[0] for say in manner.never] == [("never", True)] * len(
        manner.never
    )


def test_every_language_of_the_screen_is_held_to_something() -> None:
    shown = {path.name for path in (HOUSE / "locales").iterdir() if path.is_dir()}

    assert {one for one in shown if len(one) <= 3 and one.isalpha()} <= set(LISTED.languages)
