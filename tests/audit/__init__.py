"""Looks at every screen as a careful stranger would."""

import os

from kiosk import lockdown

lockdown.clean_environment()
os.environ["SDL_VIDEODRIVER"] = "offscreen"

from tests import stage as stage  # the text engine comes before the first widget
