"""Reads a file of a publication as a kiosk will."""

from admin_tools.publishing.contents import WITHDRAWN_PATH
from kiosk.exchange.packs import read_pack, read_policy, read_withdrawn
from kiosk.exchange.policy import SiteProfile, TrustList
from kiosk.exchange.policy_files import POLICIES
from kiosk.exchange.refusals import Refusal, Refused

ENGLISH = "en"


def is_pack(path: str) -> bool:
    """Tell whether a target is a pack of entries."""
    return path.endswith(".jsonl") and path != WITHDRAWN_PATH


def must_be_readable(path: str, data: bytes) -> None:
    """Raise Refused unless a kiosk could use this file."""
    first, _, name = path.partition("/")
    if path == WITHDRAWN_PATH:
        read_withdrawn(data, path)
    elif is_pack(path):
        read_pack(data, path)
    elif first == "trust":
        read_policy(TrustList, data, path)
    elif path.endswith("/profile.json"):
        if ENGLISH not in read_policy(SiteProfile, data, path).help:
            raise Refused(Refusal.HELP_MISSING, name=path)
    elif first == "policy" and name.removesuffix(".json") in POLICIES:
        read_policy(POLICIES[name.removesuffix(".json")], data, path)
    else:
        raise Refused(Refusal.CONTENT_OUT_OF_PLACE, name=path)
