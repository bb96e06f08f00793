"""One writing for every value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange import canonical
from kiosk.exchange.blocks import Heading
from kiosk.exchange.canonical import NotCanonical

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_reads_back_and_writes_the_same(value: object) -> None:
    try:
        data = canonical.dump(value)
    except NotCanonical:
        return  # two keys that NFC makes one

    assert canonical.dump(canonical.load(data, len(data))) == data


def test_keys_are_sorted_without_spaces() -> None:
    assert (
        canonical.dump({"b": [1, True, None], "a": "ŵ"}) == '{"a":"ŵ","b":[1,true,null]}'.encode()
    )


def test_text_is_brought_to_nfc() -> None:
    assert canonical.dump("w\u0302") == '"ŵ"'.encode()


def test_a_model_is_written_as_its_fields() -> None:
    assert canonical.dump(Heading(text="Home")) == b'{"block":"heading","text":"Home"}'


@pytest.mark.parametrize(
    "value",
    [1.5, float("nan"), {1: "a"}, {"a": b""}, "\ud800", {"e\u0301": 1, "é": 2}, {1, 2}],
    ids=["float", "nan", "number-as-key", "bytes", "surrogate", "keys-equal-in-nfc", "set"],
)
def test_what_has_no_single_writing_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical.dump(value)


def test_an_accent_right_after_a_line_break_is_no_other_spelling() -> None:
    """JSON writes the break with a letter, which alone would take the accent."""
    data = canonical.dump({"a": "\n\u0303", "b": "\t\u0323"})

    assert canonical.load(data, 100) == {"a": "\n\u0303", "b": "\t\u0323"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}\n",
        b" {}",
        b'{"a":1, "b":2}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":-0}',
        b'"\\u0041"',
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b'"w\xcc\x82"',
        b'["\\n\xcc\x83","w\xcc\x82"]',
        b'{"w\xcc\x82":1}',
        b"1.5",
        b"Infinity",
        b'{"a":[1,{"c":1,"b":2}]}',
        b'"a\\/b"',
        b"[" * 30_000,
        b"9" * 6_000 + b".5",
        b'{"a":1}{"a":1}',
        b"\xef\xbb\xbf{}",
    ],
)
def test_another_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        canonical.load(data, 100_000)


def test_a_byte_too_many_is_refused_before_it_is_read() -> None:
    assert canonical.load(b"[]", 2) == []
    with pytest.raises(NotCanonical):
        canonical.load(b"[]", 1)


def test_the_words_of_an_error_never_quote_the_bytes() -> None:
    with pytest.raises(NotCanonical) as caught:
        canonical.load(b'{"pin":"1234", }', 100)

    assert "1234" not in str(caught.value)
