"""Reading aloud on a whole kiosk: Listen starts it, a touch ends it, nothing is left running."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen
from kiosk.exchange.blocks import Paragraph, Step
from kiosk.exchange.entries import Entry
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.part import Part
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from kiosk.speech.earphones import Earphones, Known
from kiosk.speech.program import Program
from kiosk.speech.survey import Silence
from kiosk.translation import Words
from tests.assembly.test_screen import Visitor, stick
from tests.builders.exchange import an_entry
from tests.builders.screens import World, a_kiosk_folder, some_entries, the_screen_rooms
from tests.builders.sounds import a_recording, an_opus

PROGRAM = """#!/bin/sh
case "$1" in
    --voices) exec /usr/bin/espeak-ng --voices ;;
    --play) [ -e {folder}/no-player ] && exit 3
        echo recording > {folder}/played; exec sleep 60 ;;
esac
[ "$#" = 1 ] && exit 0
n=$(ls {folder} | grep -c pid)
cat > {folder}/new
echo $$ > {folder}/pid$n
mv {folder}/new {folder}/text$n
[ -e {folder}/quick ] || exec sleep 60
"""
"""Lists the real voices; says nothing, but notes what it was given, then takes its time."""


SOCKET = """numid=22,iface=CARD,name='Headphone Jack'
  ; type=BOOLEAN,access=r-------,values=1
  : values={value}
"""
VOICE = an_opus(3.0)
RECORDED = an_entry(
    "home-help",
    title="Help with your home",
    topics=("keep-home",),
    blocks=(
        Paragraph(text="A housing worker can help you keep it. " * 9),
        a_recording(VOICE),
        Step(text="Ask for help."),
        a_recording(VOICE),
        Step(text="Come to your appointment."),
    ),
)


class Listener(Visitor):
    """Somebody who listens."""

    def __init__(self, stage: Stage, folder: Path, program: Path, *entries: Entry) -> None:
        self.folder = folder
        folder.mkdir()
        world = World()
        rooms = the_screen_rooms(a_kiosk_folder(folder.parent / "kiosk", *entries), world)
        super().__init__(stage, rooms, world)
        player = ("/bin/sh", str(program), "--play")
        self.socket = folder / "socket"
        (folder / "asound/card0").mkdir(parents=True)
        amixer = folder / "amixer"
        amixer.write_text(f"#!/bin/sh\ncat {self.socket}\n")
        amixer.chmod(0o755)
        earphones = Earphones(Known.SOCKET, amixer, folder / "asound")
        self.kiosk = KioskScreen(
            rooms, Theme(), Program(program, player=player), earphones=earphones
        )
        stage.show(self.kiosk.shell)
        self.kiosk.listening.begin()
        self.until(lambda: self.kiosk.listening.silence is not Silence.UNKNOWN)

    def until(self, is_so: Callable[[], bool]) -> None:
        end = time.monotonic() + 5
        while not is_so():
            assert time.monotonic() < end, "it took too long"
            self.kiosk.listening.tick()
            time.sleep(0.01)
        self.stage.wait()

    def plug(self, value: str) -> None:
        """Put the earphones in ("on"), or pull them out, and let the screen feel it."""
        self.socket.write_text(SOCKET.format(value=value))
        self.world.pass_by(2)
        felt = self.kiosk.listening._earphones
        self.until(lambda: felt.are_in == (value == "on"))

    def quickly(self) -> None:
        """Every piece is said in no time from now on."""
        (self.folder / "quick").touch()

    def heard(self) -> list[str]:
        files = sorted(self.folder.glob("text*"), key=lambda file: int(file.name[4:]))
        return [file.read_text() for file in files]

    def pid(self) -> int:
        which = len(self.heard()) - 1
        self.until((self.folder / f"pid{which}").exists)
        return int((self.folder / f"pid{which}").read_text())

    def is_gone(self, pid: int) -> bool:
        return not Path(f"/proc/{pid}").exists()

    def hears(self, count: int) -> None:
        self.until(lambda: len(self.heard()) >= count)

    def listen_to_the_end(self) -> list[str]:
        self.quickly()
        self.touch("Listen")
        self.until(lambda: not self.reads())
        return self.heard()

    def reads(self) -> bool:
        return bool(self.buttons())

    def buttons(self) -> list[str]:
        return [item.text for item in self.kiosk._around.state.reading]

    def lit(self) -> Part | None:
        return self.kiosk.listening._ring.around

    def offers(self) -> bool:
        return bool(self.kiosk._around.state.listen)


@pytest.fixture
def listener(stage: Stage, tmp_path: Path) -> Iterator[Listener]:
    folder = tmp_path / "heard"
    program = tmp_path / "program"
    program.write_text(PROGRAM.format(folder=folder))
    program.chmod(0o755)
    listener = Listener(stage, folder, program, *some_entries(), RECORDED)
    media = tmp_path / "kiosk/media"
    media.mkdir(exist_ok=True)
    for block in RECORDED.recordings:
        (media / block.sha256).write_bytes(VOICE)
    yield listener
    listener.kiosk.listening.close()
    listener.rooms.database.close()


def test_the_title_is_read_first_and_what_can_be_done_last(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("place-to-live")
    listener.row("housing-advice")

    heard = listener.listen_to_the_end()

    assert heard[0] == "Housing help"
    assert heard[-1] == "Back, button"
    assert "Close and hide, button" not in heard


def test_the_piece_that_is_read_is_lit(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)

    lit = listener.lit()
    assert lit is not None
    assert getattr(lit, "text", "") == listener.heard()[0]


@pytest.mark.parametrize("text", ["Help now", "Search", "Close and hide"])
def test_any_other_touch_ends_it_at_once(listener: Listener, text: str) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    pid = listener.pid()

    finger = listener.stage.press(listener.stage.find(PushButton, text=text))
    assert not listener.reads()
    assert listener.lit() is None
    listener.until(lambda: listener.is_gone(pid))
    finger.touch_up()


def test_a_touch_on_nothing_ends_it_too(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)

    listener.stage.touch(listener.stage.find(Part, plate="line"))

    assert not listener.reads()
    assert listener.at() is Place.HOME


def test_after_close_and_hide_nothing_is_left_running(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    pid = listener.pid()

    listener.kiosk.end()
    listener.until(lambda: listener.is_gone(pid))

    assert not listener.reads()
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_the_end_of_the_screen_is_the_end_of_its_voice(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    pid = listener.pid()

    listener.kiosk.listening.close()

    assert listener.is_gone(pid)


def test_pause_again_slower_and_louder_are_at_hand(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    assert listener.buttons() == ["Pause", "Again", "Slower", "Louder", "Stop"]

    listener.touch("Pause")
    assert listener.buttons()[0] == "Carry on"
    listener.until(lambda: not listener.kiosk.listening._reader._going)
    listener.touch("Carry on")
    listener.touch("Slower")
    listener.touch("Louder")
    listener.hears(2)

    assert listener.buttons() == ["Pause", "Again", "Faster", "Louder", "Stop"]
    assert set(listener.heard()) == {listener.heard()[0]}
    listener.touch("Stop")
    assert not listener.reads()


def test_the_page_does_not_move_while_it_is_read(listener: Listener) -> None:
    listener.touch("Touch to start")
    page = listener.kiosk._frame.ids.slot.children[0]
    before = (*page.pos, *page.size)

    listener.touch("Listen")
    listener.hears(1)

    assert (*page.pos, *page.size) == before


def test_nobodys_visit_ends_while_they_listen(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)

    for _ in range(30):
        listener.world.pass_by(10)
        listener.kiosk.listening._reader._until = float("inf")
        listener.kiosk.listening.tick()
        listener.kiosk.tick()

    assert listener.at() is Place.HOME
    assert listener.reads()
    listener.touch("Pause")
    listener.wait(160)
    assert listener.at() is Place.ATTRACT


def test_a_pause_that_nobody_ends_is_the_end(listener: Listener) -> None:
    listener.touch("Listen")
    listener.hears(1)
    listener.touch("Pause")
    listener.until(lambda: not listener.kiosk.listening._reader._going)
    assert listener.reads()

    listener.world.pass_by(61)
    listener.kiosk.listening.tick()

    assert not listener.reads()


def test_loudness_is_low_again_when_somebody_left_the_first_screen(listener: Listener) -> None:
    listener.touch("Listen")
    listener.hears(1)
    for _ in range(3):
        listener.touch("Louder")
    assert "Quieter" in listener.buttons()

    listener.touch("Stop")
    listener.until(lambda: not listener.kiosk.listening._reader.is_busy)
    listener.touch("Listen")

    assert "Louder" in listener.buttons()


def test_private_pages_are_read_only_after_a_warning_once_a_visit(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("my-requests")
    assert listener.at() is Place.SIGN_IN

    listener.touch("Listen")
    assert "Other people may hear this. Use earphones if you can." in listener.read()
    listener.touch("Not now")
    assert not listener.reads()

    listener.touch("Listen")
    listener.touch("Read it aloud")
    listener.hears(1)
    listener.touch("Stop")
    listener.touch("Listen")
    assert listener.reads()

    listener.touch("Close and hide")
    listener.touch("Touch to start")
    listener.tile("my-requests")
    listener.touch("Listen")
    assert not listener.reads()


def test_nothing_of_a_pin_is_said(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("my-requests")
    for sign in "A1234BC":
        listener.touch(sign)
    listener.touch("Continue")
    listener.keys("48")
    listener.quickly()
    listener.touch("Listen")
    listener.touch("Read it aloud")
    listener.until(lambda: not listener.reads())

    heard = " ".join(listener.heard())
    assert heard
    assert "4" not in heard
    assert "8" not in heard
    assert "●" not in heard


def test_a_language_says_its_own_name(listener: Listener) -> None:
    listener.quickly()
    listener.touch("Cymraeg")
    listener.hears(1)

    assert listener.heard() == ["Cymraeg"]
    assert not listener.reads()


def test_where_nothing_can_be_heard_listen_is_not_offered(stage: Stage, tmp_path: Path) -> None:
    listener = Listener(stage, tmp_path / "heard", tmp_path / "no-program")

    assert listener.kiosk.listening.silence is Silence.NO_PROGRAM
    assert not listener.offers()
    listener.rooms.database.close()


def test_staff_read_why_nothing_is_read_aloud(stage: Stage, tmp_path: Path) -> None:
    listener = Listener(stage, tmp_path / "heard", tmp_path / "no-program")

    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)

    assert listener.at() is Place.STAFF
    assert "Reading aloud is off: its program is missing." in listener.read()
    listener.rooms.database.close()


def test_staff_have_no_voice_to_start(listener: Listener, tmp_path: Path) -> None:
    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)

    assert listener.at() is Place.STAFF
    assert not listener.offers()


def test_a_language_without_a_voice_has_no_listen(listener: Listener) -> None:
    listener.touch("Touch to start")
    assert listener.offers()

    listener.kiosk._words = Words("ckb")
    listener.kiosk.listening.hush()

    assert not listener.offers()


def test_a_voice_that_breaks_off_takes_its_button_with_it(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    os.kill(listener.pid(), 9)
    listener.until(lambda: not listener.reads())

    assert not listener.offers()
    listener.touch("Close and hide")
    listener.until(listener.offers)


def open_recorded(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("place-to-live")
    listener.row("home-help")


def parts(listener: Listener, text: str) -> list[str]:
    return [one for one in listener.heard() if text in one]


def test_a_recording_is_played_where_there_is_one(listener: Listener) -> None:
    open_recorded(listener)
    listener.quickly()
    listener.touch("Listen")
    listener.until((listener.folder / "played").exists)

    assert not parts(listener, "housing worker")
    lit = listener.lit()
    assert getattr(lit, "text", "").startswith("A housing worker can help")
    listener.touch("Stop")
    listener.until(lambda: listener.kiosk.listening._reader._going is None)


def test_the_voice_reads_what_a_recording_cannot_and_staff_are_told(
    listener: Listener, tmp_path: Path
) -> None:
    for block in RECORDED.recordings:
        (tmp_path / "kiosk/media" / block.sha256).write_bytes(VOICE[:-1])
    open_recorded(listener)

    listener.listen_to_the_end()

    assert len(parts(listener, "housing worker")) > 1
    assert parts(listener, "Ask for help.")
    listener.touch("Close and hide")
    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)
    assert "A recording cannot be played." in listener.read()


def test_steps_keep_their_numbers_beside_a_recording(listener: Listener) -> None:
    open_recorded(listener)

    assert "2" in listener.read()


def test_with_earphones_a_private_page_is_read_without_a_warning(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.plug("on")
    listener.touch("Stop")
    listener.tile("my-requests")

    listener.touch("Listen")

    assert listener.reads()
    assert "Other people may hear this." not in listener.read()


def test_putting_earphones_in_begins_to_read(listener: Listener) -> None:
    listener.touch("Touch to start")
    assert not listener.reads()

    listener.plug("on")

    assert listener.reads()


def test_pulling_the_earphones_out_is_silence(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.plug("on")
    listener.hears(1)
    pid = listener.pid()

    listener.plug("off")

    assert not listener.reads()
    listener.until(lambda: listener.is_gone(pid))


def test_after_the_earphones_are_out_a_private_page_is_asked_about_again(
    listener: Listener,
) -> None:
    listener.touch("Touch to start")
    listener.plug("on")
    listener.touch("Stop")
    listener.tile("my-requests")
    listener.plug("off")

    listener.touch("Listen")

    assert not listener.reads()
    assert "Other people may hear this." in listener.read()


def test_staff_read_that_the_socket_feels_nothing(listener: Listener, tmp_path: Path) -> None:
    listener.socket.write_text("")
    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)
    listener.until(lambda: listener.kiosk.listening._earphones.is_unsure)
    stick(tmp_path / "kiosk", "installing")
    listener.wait(1)

    assert "This screen cannot feel its earphones." in listener.read()
