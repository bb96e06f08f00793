"""From a draft to a publication that a kiosk believes."""

from contextlib import suppress
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Targets

from admin_tools.publishing import metadata
from admin_tools.publishing.approve import look
from admin_tools.publishing.propose import propose, propose_part
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import write_content
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.publishing import AUTHOR, House, a_house, refused
from tests.builders.sources import FACTS, PAGE, entry


def stored(house: House) -> set[str]:
    targets = house.repository.path / "targets"
    return {p.relative_to(targets).as_posix() for p in targets.rglob("*") if p.is_file()}


def test_a_kiosk_believes_what_two_people_published(house: House, tmp_path: Path) -> None:
    house.publish()
    write_content(tmp_path, house.repository, lambda _done, _of: None)

    found = house.believed(tmp_path)

    assert found.version == 1
    assert found.demo
    assert "national/guide-en-0.jsonl" in {target.path for target in found.targets}
    assert "trust/mvx.json" in {target.path for target in found.targets}


def test_each_publication_is_one_version_more(house: House) -> None:
    assert [house.publish(), house.publish(), house.publish()] == [1, 2, 3]


def test_an_unchanged_pack_keeps_its_file(house: House) -> None:
    house.publish()
    before = stored(house)
    entry(house.sources, "place/library")

    house.publish()

    assert before < stored(house)
    assert {name.rpartition(".place-")[2] for name in stored(house) - before} == {"en-0.jsonl"}


def test_a_file_that_nothing_names_any_more_is_taken_away(house: House) -> None:
    house.publish()
    old = stored(house)
    entry(house.sources, en=f"{PAGE}\nMore words.\n")

    house.publish()

    assert len(stored(house)) == len(old)
    assert len(old - stored(house)) == 1


@pytest.mark.parametrize("keys", [(), ("author",), ("builder",), ("root-1", "root-2")])
def test_without_the_approver_nothing_is_published(house: House, keys: tuple[str, ...]) -> None:
    house.propose()

    assert refused(lambda: house.approve(*(keys or ("site-mvx-2",)))) == "too-few-keys"
    assert house.version() == 0


def test_without_an_author_there_is_no_draft(house: House) -> None:
    assert refused(lambda: house.propose("site-mvx-1")) == "not-an-author"
    assert not (house.repository.path / "draft").exists()


@pytest.mark.parametrize("missing", ["site-mvx-1", "withdrawals"])
def test_each_role_needs_its_own_key(house: House, missing: str) -> None:
    keys = [name for name in ("author", "site-mvx-1", "withdrawals") if name != missing]
    house.propose(*keys)

    assert refused(house.approve) == "too-few-keys"


def test_only_the_builder_counts_publications(house: House) -> None:
    house.propose()

    assert refused(lambda: house.approve(builder="author")) == "not-a-builder"
    assert house.version() == 0


def test_one_site_key_publishes_the_pages_of_its_site(house: House) -> None:
    house.publish()
    entry(house.sources, "notice/gym-closed", layer="sites/mvx")
    site = house.contents()["site-mvx"]

    propose_part(house.repository, "site-mvx", site, house.signers("site-mvx-2"), house.now)
    house.approve("site-mvx-2")

    published = house.repository.published()
    assert published is not None
    assert published.roles["targets"].signed.version == 1
    assert published.roles["site-mvx"].signed.version == 2
    assert "site/mvx/notice-en-0.jsonl" in published.files()


def test_a_site_cannot_begin_by_itself(house: House) -> None:
    def alone() -> None:
        propose_part(house.repository, "site-mvx", {}, house.signers("site-mvx-1"), house.now)

    assert refused(alone) == "nothing-published"


def test_an_approver_sees_what_is_added_changed_and_taken_away(house: House) -> None:
    entry(house.sources, "place/gym")
    house.publish()
    entry(house.sources, "place/library")
    entry(house.sources, en=f"{PAGE}\nMore words.\n")
    for name in ("facts.toml", "en.md"):
        (house.sources / "national/place/gym" / name).unlink()
    (house.sources / "national/place/gym").rmdir()

    house.propose()
    changes = look(house.repository, house.keys, house.now).changes

    assert changes.added == ("national/place/library (en): Housing help",)
    assert changes.changed == ("national/guide/housing-help (en): Housing help",)
    assert changes.removed == ("national/place/gym (en): Housing help",)
    assert changes.trusted == ()


def test_an_approver_sees_what_is_withdrawn(house: House) -> None:
    house.publish()
    (house.sources / "withdrawn.toml").write_text(
        '[[withdrawn]]\nid = "housing-help"\nday = 2026-11-20\nreason = "unsafe"\n'
    )

    house.propose()

    changes = look(house.repository, house.keys, house.now).changes
    assert changes.withdrawn == ("housing-help (unsafe)",)


def test_an_approver_sees_which_keys_will_be_trusted(house: House) -> None:
    house.propose()

    trusted = look(house.repository, house.keys, house.now).changes.trusted

    assert any(line.startswith("MVX: office ") for line in trusted)


def test_a_file_changed_after_the_author_signed_is_found(house: House) -> None:
    house.propose()
    (pack,) = (house.repository.path / "draft/targets/national").iterdir()
    pack.write_bytes(pack.read_bytes().replace(b"can help", b"can hurt"))

    assert refused(house.approve) == "repository-damaged"
    assert house.version() == 0


def test_a_page_in_a_role_that_may_not_sign_it_is_found(house: House) -> None:
    house.publish()
    entry(house.sources, "notice/gym-closed", layer="sites/mvx")
    stray = {"national/guide-en-0.jsonl": b"{}\n"}

    propose_part(house.repository, "site-mvx", stray, house.signers("site-mvx-1"), house.now)

    assert refused(lambda: house.approve("site-mvx-1")) == "draft-wrong"


def test_a_draft_made_before_the_last_publication_is_refused(house: House) -> None:
    house.propose()
    draft = house.repository.path / "draft"
    kept = draft.rename(draft.with_name("kept"))
    house.publish()
    kept.rename(draft)

    assert refused(house.approve) == "draft-old"


def test_a_clock_behind_the_last_publication_is_refused(house: House) -> None:
    house.publish()
    house.now = house.now.replace(year=2025)

    assert refused(house.propose) == "clock-behind"


def test_keys_of_another_house_are_refused(house: House, tmp_path: Path) -> None:
    house.publish()
    other = a_house(tmp_path / "other", family="other")
    other.repository = house.repository
    other.now = house.now

    assert refused(other.propose) == "keys-of-others"


@pytest.mark.parametrize(
    "name",
    ["1.root.json", "timestamp.json", "1.snapshot.json", "1.targets.json", "1.site-mvx.json"],
)
def test_a_repository_that_somebody_changed_is_found(house: House, name: str) -> None:
    house.publish()
    path = house.repository.path / "metadata" / name
    path.write_bytes(path.read_bytes().replace(b'"version":1', b'"version":2', 1))

    assert refused(house.propose) == "repository-damaged"


def test_a_list_that_ends_soon_is_signed_again(house: House) -> None:
    house.publish()
    assert "site-mvx" not in house.propose()

    house.now = house.now.replace(year=2028, month=8)

    assert "site-mvx" in house.propose()


def test_the_day_of_issue_is_in_the_top_list(house: House) -> None:
    house.publish()

    published = house.repository.published()

    assert published is not None
    top: Metadata[Targets] = published.roles["targets"]
    assert metadata.issued(top) == house.now


class PowerCut(Exception):
    """The plug was pulled."""


def cut_after(writes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so many files be written, then pull the plug."""
    left = iter(range(writes))
    write = Folder.write

    def until_then(self: Folder, relative: str, data: bytes) -> None:
        if next(left, None) is None:
            raise PowerCut
        write(self, relative, data)

    monkeypatch.setattr(Folder, "write", until_then)


@pytest.mark.faults
def test_a_power_cut_at_any_file_leaves_the_old_publication_or_the_new(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.publish()
    for number in range(12):
        entry(house.sources, "place/library", facts=FACTS, en=f"{PAGE}\nTry {number}.\n")
        with monkeypatch.context() as broken, suppress(PowerCut):
            cut_after(number, broken)
            house.publish()

        again = Repository(house.repository.path).published()

        assert again is not None
        for path, file in again.files().items():
            house.repository.read(path, file)
    assert house.publish() > 1


def test_a_pack_that_no_kiosk_could_read_is_refused(house: House) -> None:
    contents = house.contents()
    pack = contents["targets"]["national/guide-en-0.jsonl"]
    contents["targets"]["national/guide-en-0.jsonl"] = pack.replace(b'"title"', b'"tilte"')

    propose(house.repository, contents, house.keys, house.signers(*AUTHOR), house.now)

    with pytest.raises(Refused) as error:
        house.approve()
    assert error.value.code is Refusal.PACK_BROKEN


def test_a_policy_that_no_kiosk_could_read_is_refused(house: House) -> None:
    contents = house.contents()
    contents["targets"]["policy/clocks.json"] = b"{}"

    propose(house.repository, contents, house.keys, house.signers(*AUTHOR), house.now)

    with pytest.raises(Refused) as error:
        house.approve()
    assert error.value.code is Refusal.POLICY_BROKEN


def test_a_prison_without_its_routes_to_help_is_refused_at_approval_too(house: House) -> None:
    contents = house.contents()
    path = "site/mvx/profile.json"
    contents["site-mvx"][path] = contents["site-mvx"][path].replace(b'"en":{"chap', b'"pl":{"chap')

    propose(house.repository, contents, house.keys, house.signers(*AUTHOR), house.now)

    with pytest.raises(Refused):
        house.approve()
    assert house.version() == 0
