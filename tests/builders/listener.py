"""Somebody who listens to a whole kiosk, with a program that only notes what it should say."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen
from kiosk.exchange.blocks import Paragraph, Step
from kiosk.exchange.entries import Entry
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import Theme
from kiosk.speech.earphones import Earphones, Known
from kiosk.speech.program import Program
from kiosk.speech.survey import Silence
from tests.builders.exchange import an_entry
from tests.builders.screens import World, a_kiosk_folder, the_screen_rooms
from tests.builders.sounds import a_recording, an_opus
from tests.builders.visitor import Visitor

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
