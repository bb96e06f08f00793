"""An account, a loan, savings: something with money that somebody can have."""

from collections.abc import Iterator
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Codes, Fields, one, said, several
from kiosk.exchange.model import Code, Line, Passage


class MoneyProduct(Fields):
    """One product. `product` is a code of policy/money-products.

    `partner`: the prison has an agreement with this bank. `training`: what is learned with it.
    """

    needed = True
    kind: Literal["money-product"] = "money-product"
    product: Code | None = None
    provider: Line = ""
    run_by: Code | None = None
    partner: bool = False
    who: Passage = ""
    not_for: Passage = ""
    what_you_get: Passage = ""
    fees_description: Passage = ""
    interest: Passage = ""
    required_documents: Passage = ""
    referral: Codes = ()
    how_to_ask: Passage = ""
    wait: Passage = ""
    training: Passage = ""
    warning: Passage = ""

    @property
    def organisation_id(self) -> str | None:
        """The entry of the bank."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """What it is, what it costs, how to get it."""
        yield from one(Label.KIND, "money-products", self.product)
        yield from said(Label.WHO, self.who)
        yield from said(Label.DOES_NOT_TAKE, self.not_for)
        yield from said(Label.WHAT_YOU_GET, self.what_you_get)
        yield from said(Label.COST, self.fees_description)
        yield from said(Label.COST, self.interest)
        yield from said(Label.BRING, self.required_documents)
        yield from several(Label.HOW_TO_ASK, "ways", self.referral)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.WAIT, self.wait)
        yield from said(Label.WHO_RUNS_IT, self.provider)
        yield from said(Label.SUPPORT, self.training)
        yield from said(Label.THINK_ABOUT, self.warning)
        yield from self.remarks("partner")
