"""Sets up the panel of an enrolled kiosk, on the bench, with somebody who stands before it."""

import logging
import sys
from pathlib import Path

from kiosk.text.label import install

install()  # before Kivy's first widget is imported

from kiosk import lockdown
from kiosk.exchange.refusals import Refused
from kiosk.screens.commission.presenter import CommissionPresenter, Draft
from kiosk.screens.commission.screen import CommissionScreen
from kiosk.screens.frame.screen import Shell
from kiosk.screens.panel import panel_of
from kiosk.screens.theme import look
from kiosk.screens.window import Hands, KioskWindow, NoKeys
from kiosk.settings import NEEDED, KioskFile, read_file, write_file
from kiosk.translation import Words

LOG = logging.getLogger("signpost.commission")
DONE, REFUSED = 0, 3


class Bench:
    """The panel on the bench and the file its settings stand in."""

    def __init__(self, data: Path, file: KioskFile) -> None:
        self._data = data
        self._file = file
        self._shell = Shell()
        self._window = KioskWindow(
            self._shell, Hands(_nobody, _nobody, NoKeys()), turned=file.turned
        )
        self.saved = False

    def try_out(self, draft: Draft) -> tuple[tuple[int, int], float]:
        """Draw like this from now on; say how many dots there are, and dots per inch."""
        size = self._window.turn(int(draft.get("turned", 0)))
        panel = panel_of(
            size, float(draft.get("dpi", 0)), float(draft.get("scale_percent", 100)) / 100
        )
        look.wear(panel.theme())
        self._window.again()
        return size, panel.dpi

    def keep(self, draft: Draft) -> bool:
        """Write the settings in one step; False where the old ones still stand."""
        try:
            file = KioskFile.model_validate(self._file.model_dump() | dict(draft))
            write_file(self._data, file)
        except (Refused, OSError, ValueError) as trouble:
            LOG.error("settings not written: %s", type(trouble).__name__)  # noqa: TRY400
            return False
        self.saved = True
        return True

    def leave(self) -> None:
        """Go, and leave the settings as they are on the disk."""
        self._window.close()

    def run(self, words: Words) -> None:
        """Show the pages until the installer saves or cancels."""
        lockdown.check_doors()
        about_panel = {
            name: value for name, value in self._file.model_dump().items() if name not in NEEDED
        }
        screen = CommissionScreen()
        screen.attach(CommissionPresenter(words, about_panel, self))
        self._shell.add_widget(screen)
        self._window.again()
        self._window.run()


def run(data: Path, language: str) -> int:
    """Lead through the settings of the panel; give the exit code."""
    try:
        file, odd = read_file(data)
    except Refused as refused:
        sys.stderr.write(f"{refused.sentence}\n")
        return REFUSED
    if odd:
        sys.stdout.write(f"These settings make no sense and are left out: {', '.join(odd)}.\n")
    bench = Bench(data, file)
    bench.run(Words(language))
    said = "The new settings are saved." if bench.saved else "Nothing was changed."
    sys.stdout.write(f"{said}\n")
    return DONE


def _nobody() -> None:
    """No visit is kept alive by a finger on the bench."""
