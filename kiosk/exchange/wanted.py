"""Which of the signed files a place installs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tuf.api.metadata import TargetFile, Targets

from kiosk.exchange import limits
from kiosk.exchange.refusals import Refusal, Refused

PATH = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}(/[a-z0-9][a-z0-9_.-]{0,60}){0,4}")
WITHDRAWN = "withdrawn/list.jsonl"
_TOP = ("national/", "policy/", "trust/")


@dataclass(frozen=True, slots=True)
class Target:
    """One signed file: where it stands, which bytes it holds."""

    path: str
    sha256: str
    length: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one wing of one site installs; `wing` None means every wing."""

    site: str
    wing: str | None

    @property
    def roles(self) -> tuple[str, str]:
        """The delegated roles whose files are wanted."""
        return (f"site-{self.site.lower()}", "withdrawals")

    def of(self, top: Targets, roles: Mapping[str, Targets]) -> tuple[Target, ...]:
        """List what is wanted, sorted by path, or raise Refused.

        Every path that any role lists is looked at, wanted or not: a page that stands with a role
        which may not sign it refuses the whole publication.
        """
        home = f"site/{self.site.lower()}/"
        places = {self.roles[0]: (home,), self.roles[1]: (WITHDRAWN,)}
        found = [*_allowed(top, _TOP)]
        for name, targets in roles.items():
            if targets.delegations is not None:
                raise Refused(Refusal.CONTENT_OUT_OF_PLACE, name=name)
            found += _allowed(targets, places[name])
        wanted = sorted((one for one in found if self._wants(one.path)), key=lambda one: one.path)
        if f"trust/{self.site.lower()}.json" not in {one.path for one in wanted}:
            raise Refused(Refusal.CONTENT_NOT_FOR_SITE, site=self.site)
        if sum(one.length for one in wanted) > limits.CONTENT_BYTES:
            raise Refused(Refusal.CONTENT_TOO_BIG)
        return tuple(wanted)

    def _wants(self, path: str) -> bool:
        first, *rest = path.split("/")
        if first == "trust":
            return path == f"trust/{self.site.lower()}.json"
        deep = first == "site" and len(rest) > 2  # noqa: PLR2004 - site, its name, a file
        return not deep or self.wing is None or rest[1] == f"wing-{self.wing.lower()}"


def _allowed(targets: Targets, places: tuple[str, ...]) -> Iterator[Target]:
    for path, file in targets.targets.items():
        if not PATH.fullmatch(path):
            raise Refused(Refusal.CONTENT_OUT_OF_PLACE, name="-")
        if not path.startswith(places):
            raise Refused(Refusal.CONTENT_OUT_OF_PLACE, name=path)
        yield _target(path, file)


def _target(path: str, file: TargetFile) -> Target:
    if set(file.hashes) != {"sha256"} or not re.fullmatch("[0-9a-f]{64}", file.hashes["sha256"]):
        raise Refused(Refusal.CONTENT_DAMAGED, name=path)
    most = limits.PACK_BYTES if path.endswith(".jsonl") else limits.POLICY_BYTES
    if path == WITHDRAWN:
        most = limits.WITHDRAWN_BYTES
    if file.length > most:
        raise Refused(Refusal.PACK_TOO_BIG, name=path)
    return Target(path, file.hashes["sha256"], file.length)
