"""What a person sees when the program itself fails."""

import subprocess
import sys

FAILS = """
import sys
from admin_tools.__main__ import _fault
sys.excepthook = _fault
{}["A1234BC"]
"""


def test_a_fault_ends_with_4_and_never_says_what_was_in_hand() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILS], capture_output=True, text=True, check=False
    )

    assert done.returncode == 4
    assert "KeyError" in done.stderr
    assert "A1234BC" not in done.stderr
    assert "still there" in done.stderr
