"""How bytes stand inside JSON."""

import base64
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange.encoding import from_base64, to_base64

SIGNS = string.ascii_letters + string.digits + '+/=-_\n \\"'


@given(st.binary(max_size=200))
def test_bytes_survive_the_round_trip(data: bytes) -> None:
    assert from_base64(to_base64(data)) == data
    assert to_base64(data) == base64.b64encode(data).decode()


@given(st.text(SIGNS, max_size=12) | st.text(max_size=8))
def test_only_the_one_spelling_is_read(text: str) -> None:
    try:
        data = from_base64(text)
    except ValueError:
        return
    assert to_base64(data) == text


@pytest.mark.parametrize(
    "text",
    [
        "QR==",
        "QQ",
        "QQ=",
        "QQ===",
        "QQ==QQ==",
        "Q Q=",
        "QQ==\n",
        "_w==",
        "-w==",
        "QUJ=",
        "=",
        '"A"=',
    ],
)
def test_another_spelling_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"base64|validation") as caught:
        from_base64(text)
    assert f"'{text}'" not in str(caught.value)
