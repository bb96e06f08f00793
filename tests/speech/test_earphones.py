"""Earphones: what amixer says of the socket, in the files and words that Linux uses."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.speech.earphones import Earphones, Known, plugged

LISTING = """\
numid=1,iface=MIXER,name='Master Playback Volume'
  ; type=INTEGER,access=rw---R--,values=1,min=0,max=87,step=0
  : values=60
  | dBscale-min=-65.25dB,step=0.75dB,mute=0
numid=22,iface=CARD,name='{name}'
  ; type=BOOLEAN,access=r-------,values=1
  : values={value}
numid=23,iface=CARD,name='Speaker Phantom Jack'
  ; type=BOOLEAN,access=r-------,values=1
  : values=on
"""


@pytest.mark.parametrize(
    ("name", "value", "are_in"),
    [
        ("Headphone Jack", "on", True),
        ("Headphone Jack", "off", False),
        ("Front Headphone Jack", "on", True),
        ("Headset Mic Jack", "on", True),
        ("Headphone Phantom Jack", "on", None),
        ("HDMI/DP,pcm=3 Jack", "on", None),
        ("Line Out Jack", "on", None),
        ("Headphone Playback Switch", "on", None),
    ],
)
def test_only_a_socket_that_feels_something_counts(
    name: str, value: str, are_in: bool | None
) -> None:
    assert plugged(LISTING.format(name=name, value=value)) is are_in


@pytest.mark.parametrize("listing", ["", "amixer: Control default open error", "numid=\n\x00"])
def test_nonsense_is_not_taken_for_earphones(listing: str) -> None:
    assert plugged(listing) is None


class Socket:
    """Two cards of which the second has a socket, and a program that tells of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.program, self.cards = folder, folder / "amixer", folder / "asound"
        for card in ("card0", "card1", "cards"):
            (self.cards / card).mkdir(parents=True)
        self.program.write_text(f"#!/bin/sh\ncat {folder}/told$2 2>/dev/null || exit 1\n")
        self.program.chmod(0o755)
        (folder / "told0").write_text(LISTING.format(name="HDMI/DP,pcm=3 Jack", value="on"))
        self.now = 100.0
        self.earphones = Earphones(Known.SOCKET, self.program, self.cards)

    def says(self, value: str, name: str = "Headphone Jack") -> None:
        (self.folder / "told1").write_text(LISTING.format(name=name, value=value))

    def ask(self) -> bool:
        """Ask once, and give whether that was news."""
        self.now += 2
        news = self.earphones.poll(self.now)
        end = time.monotonic() + 5
        while self.earphones._child is not None or self.earphones._left:
            assert time.monotonic() < end, "it took too long"
            news = self.earphones.poll(self.now) or news
            time.sleep(0.005)
        return news


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Socket]:
    socket = Socket(tmp_path)
    yield socket
    socket.earphones.end()


def test_putting_them_in_and_pulling_them_out_is_noticed_once(socket: Socket) -> None:
    socket.says("off")
    assert not socket.ask()

    socket.says("on")
    assert socket.ask()
    assert socket.earphones.are_in
    assert not socket.ask()

    socket.says("off")
    assert socket.ask()
    assert not socket.earphones.are_in


def test_a_socket_that_feels_nothing_is_never_taken_for_earphones(socket: Socket) -> None:
    socket.says("on", "Headphone Phantom Jack")

    assert not socket.ask()

    assert not socket.earphones.are_in
    assert socket.earphones.is_unsure


def test_without_the_program_nobody_has_earphones(socket: Socket) -> None:
    socket.program.unlink()

    socket.ask()

    assert not socket.earphones.are_in
    assert socket.earphones.is_unsure


def test_a_card_that_is_pulled_out_takes_its_earphones_along(socket: Socket) -> None:
    socket.says("on")
    socket.ask()
    for card in socket.cards.iterdir():
        card.rmdir()

    assert socket.ask()

    assert not socket.earphones.are_in


def test_a_program_that_hangs_is_ended(socket: Socket) -> None:
    socket.program.write_text("#!/bin/sh\nexec sleep 60\n")
    socket.earphones.poll(200.0)
    socket.earphones.poll(200.0)
    child = socket.earphones._child
    assert child is not None

    socket.earphones.poll(300.0)

    end = time.monotonic() + 5
    while not child.has_ended():
        assert time.monotonic() < end
        time.sleep(0.005)
    assert not socket.earphones.are_in


def test_a_kiosk_without_a_loudspeaker_asks_nobody(tmp_path: Path) -> None:
    always, never = Earphones(Known.ALWAYS, tmp_path), Earphones(Known.NEVER, tmp_path)

    assert not always.poll(1.0)
    assert (always.are_in, always.is_unsure) == (True, False)
    assert (never.are_in, never.is_unsure) == (False, False)
