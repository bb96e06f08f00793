from kiosk.mailroom.slot import NOTHING, Presence, Seen
from kiosk.mailroom.watch import Doing, watch

ONE = Seen(Presence.OURS, (1, 1))
TWO = Seen(Presence.OURS, (1, 2))
PHOTOS = Seen(Presence.OTHER, (1, 3))


def what_happens(*looks: Seen) -> list[str]:
    """Look once for each of these; say what was done."""
    left = list(looks)
    done: list[str] = []
    doing = Doing(lambda: done.append("in"), lambda: done.append("out"), lambda: None)

    watch(lambda: left.pop(0), doing, lambda _seconds: not left)

    return done


def test_a_stick_is_worked_on_once_however_long_it_stays() -> None:
    assert what_happens(NOTHING, ONE, ONE, ONE, ONE) == ["in"]


def test_a_stick_that_comes_again_is_worked_on_again() -> None:
    assert what_happens(ONE, ONE, NOTHING, ONE, ONE) == ["in", "out", "in"]


def test_a_stick_swapped_between_two_looks_counts_as_out_and_in() -> None:
    assert what_happens(ONE, ONE, TWO, TWO) == ["in", "out", "in"]


def test_a_stick_that_was_only_seen_once_is_not_read_yet() -> None:
    assert what_happens(ONE, NOTHING, ONE) == []


def test_a_stick_with_photos_is_worked_on_too_so_that_staff_read_why() -> None:
    assert what_happens(PHOTOS, PHOTOS, PHOTOS, NOTHING) == ["in", "out"]


def test_chores_are_looked_after_whether_a_stick_is_in_or_not() -> None:
    looks, chores = [ONE, ONE, NOTHING], []

    watch(
        lambda: looks.pop(0),
        Doing(lambda: None, lambda: None, lambda: chores.append(1)),
        lambda _seconds: not looks,
    )

    assert len(chores) == 3
