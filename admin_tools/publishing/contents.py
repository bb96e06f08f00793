"""Turns checked sources into the files that are published, by the role that signs them."""

from collections.abc import Iterable, Mapping

from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import Written
from admin_tools.keyring import roles
from admin_tools.keyring.folder import KeysFolder
from kiosk.exchange import canonical, packs
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import TrustList

TARGETS = "targets"
WITHDRAWALS = "withdrawals"
WITHDRAWN_PATH = "withdrawn/list.jsonl"
NATIONAL = "national"
Files = dict[str, bytes]
ByRole = Mapping[str, Mapping[str, bytes]]
"""Bytes by target path, by the role that signs them: targets, site-<site>, withdrawals."""


def contents(sources: Sources, keys: KeysFolder | None) -> dict[str, Files]:
    """Make every file of a publication; without keys, all but the lists of trusted keys."""
    by_role: dict[str, Files] = {TARGETS: {}, WITHDRAWALS: {}}
    for name, value in sources.policy.items():
        by_role[TARGETS][f"policy/{name}.json"] = canonical.dump(value)
    for site, profile in sources.profiles.items():
        if keys:
            by_role[TARGETS][f"trust/{site}.json"] = canonical.dump(trust_list(keys, site))
        by_role[f"site-{site}"] = {f"site/{site}/profile.json": canonical.dump(profile)}
    for layer, entries in _by_layer(sources.written).items():
        by_role[role_of(layer)] |= packs.write_packs(entries, layer)
    by_role[WITHDRAWALS][WITHDRAWN_PATH] = packs.write_withdrawn(sources.withdrawn)
    return by_role


def role_of(path: str) -> str:
    """Name the role that signs a layer or a target path."""
    first, *rest = path.split("/")
    if first == "site":
        return f"site-{rest[0]}"
    return WITHDRAWALS if path == WITHDRAWN_PATH else TARGETS


def trust_list(keys: KeysFolder, site: str) -> TrustList:
    """Put together which keys of a site a kiosk trusts."""
    return TrustList(
        site=site.upper(),
        office=keys.public(roles.office(site)),
        collecting=keys.public(roles.collecting(site)),
        recovery=keys.public(roles.RECOVERY),
        desks={code: keys.public(roles.desk(code)) for code in keys.desks()},
    )


def _by_layer(written: Iterable[Written]) -> dict[str, list[Entry]]:
    layers: dict[str, list[Entry]] = {}
    for one in written:
        layers.setdefault(one.layer, []).append(one.entry.published)
    return layers
