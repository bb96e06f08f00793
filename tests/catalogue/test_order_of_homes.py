"""Which home stands first."""

from typing import get_args

import pytest

from kiosk.catalogue.traits import order_of
from kiosk.exchange.kinds.housing import Housing, Settled
from tests.builders.exchange import an_entry


@pytest.mark.parametrize("settled", get_args(Settled))
def test_every_home_has_its_place_in_the_order(settled: Settled) -> None:
    home = Housing(housing_type="shared", settled=settled)

    assert order_of(an_entry().model_copy(update={"about": home})).isdigit()


def test_a_settled_home_stands_before_a_bed_for_some_nights() -> None:
    orders = [
        order_of(
            an_entry().model_copy(update={"about": Housing(housing_type="shared", settled=one)})
        )
        for one in get_args(Settled)
    ]

    assert orders == sorted(orders)
    assert get_args(Settled) == ("settled", "supported", "short", "emergency")
