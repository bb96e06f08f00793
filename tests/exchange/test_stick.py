"""Whose stick this is."""

from typing import Literal

import pytest

from kiosk.exchange import stick
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.exchange import a_stick
from tests.builders.publisher import signing

OFFICE = signing("office-mvx")


def test_a_stick_reads_back() -> None:
    assert stick.read(stick.write(a_stick(), OFFICE), [OFFICE.public]) == a_stick()


def test_a_stick_by_another_office_is_forged() -> None:
    with pytest.raises(Refused) as caught:
        stick.read(stick.write(a_stick(), signing("office-bxi")), [OFFICE.public], "MVX")
    assert caught.value.code is Refusal.STICK_FORGED
    assert "The office of MVX did not make this stick." in caught.value.sentence


@pytest.mark.parametrize("data", [b"", b"{}", b"7 MVX", b"x" * 100_000])
def test_a_stick_without_its_paper_is_not_signed(data: bytes) -> None:
    with pytest.raises(Refused) as caught:
        stick.read(data, [OFFICE.public])
    assert caught.value.code is Refusal.STICK_NOT_SIGNED


@pytest.mark.parametrize(
    ("kind", "site", "stick_demo", "here_demo", "wanted", "code"),
    [
        ("wing", "BXI", True, True, "wing", Refusal.STICK_OF_ANOTHER_SITE),
        ("carrier", "MVX", True, True, "wing", Refusal.CARRIER_STICK),
        ("wing", "MVX", True, True, "carrier", Refusal.WING_STICK),
        ("wing", "MVX", True, False, "wing", Refusal.DEMO_ON_REAL),
        ("wing", "MVX", False, True, "wing", Refusal.REAL_ON_DEMO),
    ],
)
def test_a_stick_that_does_not_belong_here_is_refused(  # noqa: PLR0913, PLR0917
    kind: str,
    site: str,
    stick_demo: bool,
    here_demo: bool,
    wanted: Literal["wing", "carrier"],
    code: Refusal,
) -> None:
    with pytest.raises(Refused) as caught:
        stick.must_serve(a_stick(kind, site, demo=stick_demo), "MVX", demo=here_demo, kind=wanted)
    assert caught.value.code is code


def test_a_wing_stick_of_this_site_serves_a_kiosk() -> None:
    stick.must_serve(a_stick(), "MVX", demo=True)
