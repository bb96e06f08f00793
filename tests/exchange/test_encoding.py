"""Base64 has one spelling here; the strict and slow way of Python is the judge."""

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.encoding import from_base64, to_base64

SIGNS = string.ascii_letters + string.digits + '+/=-_ \n\\"é\ud800'


def judged(text: str) -> bytes | None:
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def read(text: str) -> bytes | None:
    try:
        return from_base64(text)
    except ValueError:
        return None


@given(st.binary(max_size=200))
def test_what_was_written_is_read_again(data: bytes) -> None:
    assert from_base64(to_base64(data)) == data


@given(st.text(SIGNS, max_size=12))
def test_any_text_is_judged_as_the_strict_way_judges_it(text: str) -> None:
    assert read(text) == judged(text)


@given(st.binary(min_size=1, max_size=12), st.integers(0, 15), st.sampled_from(SIGNS))
def test_one_other_sign_is_judged_as_the_strict_way_judges_it(
    data: bytes, place: int, sign: str
) -> None:
    text = to_base64(data)
    at = place % len(text)
    changed = text[:at] + sign + text[at + 1 :]

    assert read(changed) == judged(changed)


@pytest.mark.parametrize("text", ["QQ", "QQ=", "QR==", "QQ==\n", "Q-_=", "\\u0051Q==", "QQ==QQ=="])
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError is a refusal to its callers
        from_base64(text)
