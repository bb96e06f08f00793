"""Everything that is turned away says why."""

import pickle
import re
import string

import pytest

from kiosk.exchange.refusals import SENTENCES, Refusal, Refused

BANNED = {
    "offender", "inmate", "invalid", "please", "sorry", "oops", "error", "failed", "failure",
    "illegal", "fatal", "abort", "unable", "verify", "metadata", "signature", "payload", "hash",
    "json", "tuf", "threshold", "prisoner", "bundle", "epoch",
}  # fmt: skip
FACTS: dict[str, str | int] = {
    "site": "MVX", "other": "BXI", "kiosk": "MVX-02", "name": "national/service-en-0.jsonl",
    "version": 3, "active": 4, "line": 12, "seq": 5, "applied": 6, "after": 7,
    "clock": "1 January 1970", "day": "22 November 2026",
}  # fmt: skip


@pytest.mark.parametrize("code", Refusal)
def test_each_refusal_says_what_happened_what_still_works_and_who_can_help(code: Refusal) -> None:
    sentence = Refused(code, **FACTS).sentence

    parts = re.split(r"(?<=\.) (?=[A-Z])", sentence)
    assert 3 <= len(parts) <= 4
    assert all(part.endswith(".") and part[0].isupper() for part in parts)


@pytest.mark.parametrize("code", Refusal)
def test_each_refusal_is_short_and_plain(code: Refusal) -> None:
    sentence = Refused(code, **FACTS).sentence

    words = re.findall(r"[A-Za-z]+", sentence.replace(str(FACTS["name"]), ""))
    assert 12 <= len(words) <= 36
    assert not BANNED & {word.lower() for word in words}
    assert sum(map(len, words)) / len(words) < 5.2
    longest = max(len(part.split()) for part in re.split(r"[.:]", sentence))
    assert longest <= 18


@pytest.mark.parametrize("code", Refusal)
def test_each_refusal_uses_only_facts_that_are_known_by_name(code: Refusal) -> None:
    fields = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}

    assert fields <= set(FACTS)


def test_every_refusal_has_words_of_its_own() -> None:
    assert set(SENTENCES) == set(Refusal)
    assert len(set(SENTENCES.values())) == len(Refusal)


def test_a_refusal_without_its_facts_still_speaks() -> None:
    assert "- and -" in Refused(Refusal.CONTENT_OLDER).sentence


def test_a_fact_with_braces_stays_as_it_is() -> None:
    assert "{site}" in Refused(Refusal.FILE_MISSING, name="{site}").sentence


def test_a_refusal_comes_back_whole_from_a_child_process() -> None:
    refused = pickle.loads(pickle.dumps(Refused(Refusal.CONTENT_OLDER, version=3, active=4)))  # noqa: S301

    assert refused.code is Refusal.CONTENT_OLDER
    assert refused.facts == {"version": 3, "active": 4}


def test_codes_are_lower_case_words_that_fit_a_register() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+){1,5}", code) for code in Refusal)
