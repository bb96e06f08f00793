"""An author who changes a draft by hand and signs it again."""

from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Targets

from admin_tools.publishing import metadata
from tests.builders.publishing import House, refused


def drafted(house: House, role: str) -> tuple[Path, Metadata[Targets]]:
    path = house.repository.path / "draft/metadata" / f"{role}.json"
    return path, Metadata[Targets].from_bytes(path.read_bytes())


def resigned(house: House, path: Path, changed: Metadata[Targets]) -> None:
    """What an author could do by hand: change the draft, then sign it again."""
    changed.signatures.clear()
    changed.sign(house.signers("author")[0])
    path.write_bytes(metadata.to_bytes(changed))


@pytest.mark.parametrize("paths", [["national/*"], ["site/mvx/*", "site/mvx/*/*", "trust/*"]])
def test_an_author_cannot_give_a_site_more_than_its_own_pages(
    house: House, paths: list[str]
) -> None:
    house.propose()
    path, top = drafted(house, "targets")
    assert top.signed.delegations is not None
    assert top.signed.delegations.roles is not None
    top.signed.delegations.roles["site-mvx"].paths = paths
    resigned(house, path, top)

    assert refused(house.approve) == "draft-wrong"


def test_an_author_cannot_issue_in_the_future(house: House) -> None:
    house.propose()
    path, top = drafted(house, "targets")
    top.signed.unrecognized_fields["x-issued"] = "2028-01-01T00:00:00Z"
    resigned(house, path, top)

    assert refused(house.approve) == "draft-wrong"


def test_an_author_cannot_add_a_list_of_another_name(house: House) -> None:
    house.propose()
    path, top = drafted(house, "targets")
    resigned(house, path.with_name("root.json"), top)

    assert refused(house.approve) == "draft-wrong"


def test_an_author_cannot_skip_versions(house: House) -> None:
    house.propose()
    path, top = drafted(house, "targets")
    top.signed.version = 1_000_000
    resigned(house, path, top)

    assert refused(house.approve) == "draft-old"
