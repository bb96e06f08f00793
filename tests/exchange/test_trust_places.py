"""Where signed files may stand, which of them a kiosk takes."""

from pathlib import Path

import pytest

from kiosk.exchange.refusals import Refusal
from tests.builders.publisher import Publisher
from tests.builders.trusting import TrustingKiosk


@pytest.mark.parametrize("path", ["site/mvx/evil-en-0.jsonl", "help/evil.json", "withdrawn/x.json"])
def test_a_page_where_the_top_does_not_write_refuses_everything(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, path: str
) -> None:
    publisher.misplaced["targets"] = path

    refused = kiosk.refusal(publisher.publish(stick))

    assert refused.code is Refusal.CONTENT_OUT_OF_PLACE
    assert path in refused.sentence


@pytest.mark.parametrize(
    "path", ["national/service-en-0.jsonl", "trust/mvx.json", "site/bxi/profile.json"]
)
def test_a_site_key_on_a_page_that_is_not_its_own_refuses_everything(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, path: str
) -> None:
    publisher.misplaced["site-mvx"] = path

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OUT_OF_PLACE


@pytest.mark.parametrize("path", ["national/Évil.json", "national/../trust/mvx.json", "national/"])
def test_a_path_that_is_not_written_as_ours_are_refuses_everything(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, path: str
) -> None:
    publisher.misplaced["targets"] = path

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OUT_OF_PLACE


def test_content_without_the_keys_of_this_site_is_refused(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    del publisher.contents["trust/mvx.json"]

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_NOT_FOR_SITE


def test_content_without_a_role_for_this_site_is_refused(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    publisher.sites = ("bxi",)
    del publisher.contents["site/mvx/profile.json"]

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_NOT_FOR_SITE


def test_a_kiosk_takes_its_own_wing_only(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    for wing in "ab":
        publisher.contents[f"site/mvx/wing-{wing}/notice-en-0.jsonl"] = wing.encode()
    publisher.publish(stick)

    ours = {target.path for target in kiosk.check(stick).targets}
    kiosk.wing = None
    every = {target.path for target in kiosk.check(stick).targets}

    assert every - ours == {"site/mvx/wing-a/notice-en-0.jsonl"}
    assert "site/mvx/wing-b/notice-en-0.jsonl" in ours


def test_another_sites_keys_and_pages_are_left_alone(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    publisher.sites = ("bxi", "mvx")
    publisher.contents |= {"trust/bxi.json": b"{}", "site/bxi/profile.json": b"{}"}

    found = kiosk.check(publisher.publish(stick))

    assert not [target.path for target in found.targets if "bxi" in target.path]


def test_a_pack_that_is_signed_but_too_big_is_refused(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    publisher.contents["policy/topics.json"] = bytes(1024 * 1024 + 1)

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.PACK_TOO_BIG
