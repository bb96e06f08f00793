"""Runs the program that speaks, one child at a time."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ESPEAK = Path("/usr/bin/espeak-ng")
WITH_US = ("/usr/bin/setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--")
"""Whoever ends the screen ends its voice: the kernel sees to it. Asking for that from a fork of our
own would hold up the screen for 60 ms, since all its memory is listed anew; this takes 8."""
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
"""All that the child is told. Nothing of the screen's own environment reaches it."""
PLAY = (sys.executable, "-I", "-S", str(Path(__file__).with_name("play.py")))
PIPE = 32 * 1024
"""Bytes of a text: half of what a pipe holds, so that writing never waits."""
MOST_SAID_BACK = 64 * 1024
FAULT = "error:"
"""How the program begins the line on why it cannot be heard; its exit code is 0 all the same."""
FAST = 2.0
USUAL, LOUDEST = 150, 200
"""Words a minute at the usual pace; the loudness at which nothing is taken away."""


class CannotStart(Exception):
    """The program is not there, or may not be started."""


class Child:
    """One child that is running or has ended. Nobody ever waits for it: it is asked."""

    def __init__(self, command: tuple[str, ...], text: str = "", file: int = -1) -> None:
        """Start it with this text to read, or this open file; raises CannotStart."""
        self._output = os.memfd_create("said")
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own fixed command
                (*WITH_US, *command),
                stdin=subprocess.PIPE if file < 0 else file,
                stdout=self._output,
                stderr=self._output,
                env=ENVIRONMENT,
                cwd="/",
                start_new_session=True,
            )
        except OSError as error:
            os.close(self._output)
            raise CannotStart from error
        self._hand_over(text)
        self._said = ""

    @property
    def pid(self) -> int:
        """Which process it is."""
        return self._process.pid

    def has_ended(self) -> bool:
        """Look whether it has ended; then nothing of it is left."""
        if self._process.poll() is None:
            return False
        if self._output >= 0:
            self._said = os.pread(self._output, MOST_SAID_BACK, 0).decode(errors="replace")
            os.close(self._output)
            self._output = -1
        return True

    @property
    def did_well(self) -> bool:
        """Whether the ended child was heard."""
        lines = self._said.splitlines()
        return self._process.returncode == 0 and not any(x.startswith(FAULT) for x in lines)

    @property
    def said(self) -> str:
        """What the ended child wrote."""
        return self._said

    def end(self) -> None:
        """Silence it now."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)

    def end_for_good(self) -> None:
        """Silence it, and see it gone: for the moment when the screen itself ends."""
        self.end()
        self._process.wait(FAST)
        self.has_ended()

    def _hand_over(self, text: str) -> None:
        pipe = self._process.stdin
        if pipe is None:
            return
        try:
            pipe.write(text.encode(errors="ignore")[:PIPE])
            pipe.close()
        except OSError:
            pass  # it has ended already; `did_well` will tell


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: the voice, words a minute of 150, loudness of 200."""

    voice: str
    pace: int
    loudness: int


class Program:
    """espeak-ng, and what plays recordings. With a `folder` both write WAV files there instead."""

    def __init__(
        self,
        path: Path = ESPEAK,
        folder: Path | None = None,
        player: tuple[str, ...] = PLAY,
    ) -> None:
        self._path = path
        self._player = player
        self._folder = folder
        self._count = 0

    def say(self, text: str, manner: Manner) -> Child:
        """Begin to say this; the text goes through the pipe, never onto the command line."""
        return Child((*self.command(manner), *self._to_file()), text)

    def play(self, sound: bytes, manner: Manner) -> Child:
        """Begin to play this recording at that pace and loudness; the child sees nothing else."""
        file = os.memfd_create("sound")
        try:
            os.write(file, sound)
            os.lseek(file, 0, os.SEEK_SET)
            speed, loudness = manner.pace * 100 // USUAL, manner.loudness * 100 // LOUDEST
            to = self._to_file()[1:]
            return Child((*self._player, str(speed), str(loudness), *to), file=file)
        finally:
            os.close(file)

    def list_voices(self) -> Child:
        """Begin to ask which voices there are."""
        return Child((str(self._path), "--voices"))

    def try_sound(self) -> Child:
        """Begin to open the sound device, saying nothing."""
        return Child((str(self._path), "--stdin", *self._to_file()), "\n")

    def command(self, manner: Manner) -> tuple[str, ...]:
        """The command line, on which nothing of the text stands."""
        options = ("-b", "1", "-v", manner.voice, "-s", str(manner.pace), "-a")
        return (str(self._path), "--stdin", *options, str(manner.loudness))

    def _to_file(self) -> tuple[str, ...]:
        if self._folder is None:
            return ()
        self._count += 1
        return ("-w", str(self._folder / f"{self._count:03}.wav"))
