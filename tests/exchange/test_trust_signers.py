"""Who signed the content, under which root."""

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.exchange.refusals import Refusal
from tests.builders.exchange import a_publisher
from tests.builders.publisher import Publisher
from tests.builders.trusting import TrustingKiosk

METADATA = "SIGNPOST/content/metadata"


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("targets", ("author",)),
        ("targets", ("approver",)),
        ("targets", ("author", "author")),
        ("targets", ("author", "builder")),
        ("targets", ("author", "site-mvx-1")),
        ("snapshot", ("author",)),
        ("timestamp", ("somebody",)),
        ("site-mvx", ("author", "approver")),
        ("withdrawals", ("site-mvx-1",)),
    ],
)
def test_too_few_of_the_right_people_are_refused(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk, role: str, names: tuple[str, ...]
) -> None:
    publisher.signed_by[role] = names

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_SIGNED_BY_TOO_FEW


def test_a_kiosk_enrolled_under_a_later_root_tells_too_few_from_others(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    with_new_builder(publisher)
    kiosk.root = publisher.roots[1]
    publisher.signed_by["targets"] = ("author",)

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_SIGNED_BY_TOO_FEW


def test_either_key_of_a_site_is_enough(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    publisher.signed_by["site-mvx"] = ("site-mvx-2",)

    assert kiosk.check(publisher.publish(stick)).version == 1


def test_content_of_other_people_is_refused(stick: Path, kiosk: TrustingKiosk) -> None:
    others = a_publisher(family="other ")

    assert kiosk.refusal(others.publish(stick)).code is Refusal.CONTENT_OF_OTHERS


@pytest.mark.parametrize(
    ("here", "there", "code"),
    [(False, True, Refusal.DEMO_ON_REAL), (True, False, Refusal.REAL_ON_DEMO)],
)
def test_demonstration_and_real_refuse_each_other(
    stick: Path, tmp_path: Path, here: bool, there: bool, code: Refusal
) -> None:
    ours = TrustingKiosk(tmp_path, a_publisher(demo=here, family="ours ").roots[0])
    theirs = a_publisher(demo=there, family="theirs ")

    assert ours.refusal(theirs.publish(stick)).code is code


def test_a_real_root_cannot_turn_into_a_demonstration(stick: Path, tmp_path: Path) -> None:
    publisher = a_publisher(demo=False)
    kiosk = TrustingKiosk(tmp_path, publisher.roots[0])
    publisher.demo = True
    publisher.roots.append(publisher.root(2))

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.DEMO_ON_REAL


def test_a_new_root_by_two_of_the_old_three_is_followed(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    publisher.roots += [publisher.root(2), publisher.root(3)]

    found = kiosk.take(publisher.publish(stick))

    assert found.state.files["root"] == publisher.roots[2]
    assert not found.renewed
    assert kiosk.check(stick).same


def test_a_root_by_one_of_three_is_refused(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    publisher.signed_by["root"] = ("root-1",)
    publisher.roots.append(publisher.root(2))

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_SIGNED_BY_TOO_FEW


def test_a_gap_in_the_roots_stops_at_the_last_one_that_can_be_proved(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    publisher.roots += [publisher.root(2), publisher.root(3)]
    (publisher.publish(stick) / METADATA / "2.root.json").unlink()

    assert kiosk.check(stick).state.files["root"] == publisher.roots[0]


def test_a_thief_who_counted_up_is_recovered_from_by_a_new_root(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    publisher.version = 999_999_999
    kiosk.take(publisher.publish(stick))
    publisher.version = 10
    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OLDER

    with_new_builder(publisher)
    found = kiosk.take(publisher.publish(stick))

    assert (found.version, found.renewed) == (12, True)
    assert not kiosk.check(stick).renewed


def test_after_a_new_root_what_two_people_signed_still_does_not_go_back(
    publisher: Publisher, stick: Path, kiosk: TrustingKiosk
) -> None:
    kiosk.take(publisher.publish(stick))
    with_new_builder(publisher)
    publisher.issued -= timedelta(days=1)

    assert kiosk.refusal(publisher.publish(stick)).code is Refusal.CONTENT_OLDER


def with_new_builder(publisher: Publisher) -> None:
    """Publish from now on under a root that gives the counting to another key."""
    publisher.counted_by = "builder-2"
    publisher.issued += timedelta(hours=1)
    publisher.roots.append(publisher.root(len(publisher.roots) + 1))
