"""Says whose stick this is, once the office's paper on it is vouched for."""

import json
import re
from contextlib import suppress

from kiosk.exchange import stick
from kiosk.exchange.encoding import from_base64
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.stick import StickIdentity


def identify(paper: bytes, office: str, site: str, *, demo: bool) -> StickIdentity:
    """Give the stick's identity, or raise Refused.

    1. The paper is signed by the office that this site's trust list names.
    2. It is for this site, real or demonstration as this kiosk is, for a wing.
    """
    try:
        identity = stick.read(paper, (office,), site)
    except Refused as refused:
        raise better_words(refused, paper, site) from refused
    stick.must_serve(identity, site, demo=demo)
    return identity


def better_words(refused: Refused, paper: bytes, site: str) -> Refused:
    """Choose what staff read about a stick that is turned away in any case.

    A stick that calls itself another prison's gets the sentence about that. Nothing read here is
    believed; it only chooses between refusals.
    """
    other = _claimed_site(paper)
    if other is None or other == site:
        return refused
    return Refused(Refusal.STICK_OF_ANOTHER_SITE, other=other, site=site)


def _claimed_site(paper: bytes) -> str | None:
    with suppress(ValueError, TypeError, KeyError, RecursionError):
        claimed = str(json.loads(from_base64(json.loads(paper)["payload"]))["site"])
        return claimed if re.fullmatch("[A-Z]{3}", claimed) else None
    return None
