"""Shows the screen of one kiosk until it is told to stop."""

import logging
import sys
from contextlib import suppress
from pathlib import Path

from kiosk.text.label import install

install()  # before Kivy's first widget is imported

from kiosk import lockdown
from kiosk.assembly.glass import Glass
from kiosk.assembly.listening import OFTEN
from kiosk.assembly.rooms_of_screen import ScreenRooms, the_rooms, the_world
from kiosk.assembly.screen import TICK, KioskScreen
from kiosk.assembly.switches import Switching
from kiosk.assembly.watchdog import Watchdog
from kiosk.database import StoreFault
from kiosk.exchange.refusals import Refused
from kiosk.screens.theme import Theme
from kiosk.screens.window import Faults, KioskWindow, catch_faults
from kiosk.settings import Settings, read
from kiosk.speech.earphones import Earphones, Known

LOG = logging.getLogger("signpost.screen")
DONE, REFUSED = 0, 3


def run(data: Path, size: tuple[int, int]) -> int:
    """Show the screen of the kiosk in this folder until SIGTERM; give the exit code."""
    try:
        settings = read(data)
        rooms = the_rooms(settings, the_world())
        rooms.mend()
    except (Refused, StoreFault) as trouble:
        sentence = trouble.sentence if isinstance(trouble, Refused) else str(trouble)
        sys.stderr.write(sentence + "\n")
        return REFUSED
    glass = Glass(settings, size)
    switching = Switching(settings.switches, settings.pace)
    earphones = Earphones(Known(settings.earphones))
    kiosk = KioskScreen(rooms, glass.theme, switching=switching, earphones=earphones)
    kiosk.panel_note = glass.note
    window = KioskWindow(
        kiosk.shell, kiosk.hands, lambda size: glass.fit(size, kiosk.wear), settings.turned
    )
    lockdown.check_doors()
    catch_faults(Faults(lambda fault: _note(rooms, fault), kiosk.end))
    window.every(TICK, kiosk.tick)
    window.drawn(lambda: Watchdog().start(window.every))
    window.drawn(kiosk.listening.begin)
    window.every(OFTEN, kiosk.listening.tick)
    window.every(OFTEN, kiosk.switches.tick)
    window.run()
    kiosk.listening.close()
    kiosk.printing.close()
    rooms.database.close()
    return DONE


def theme_of(settings: Settings, size: tuple[int, int]) -> Theme:
    """The theme of this panel, as it was measured when it was put up."""
    return Glass(settings, size).theme


def _note(rooms: ScreenRooms, fault: str) -> None:
    """A fault that nobody foresaw ends in the register, by the name of its kind alone."""
    LOG.error("fault %s", fault)
    with suppress(StoreFault), rooms.database.write() as session:
        rooms.register.note(session, "fault", type=fault)
