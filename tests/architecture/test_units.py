"""What the units of a real kiosk allow, read from the files and scored by systemd itself."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE

UNITS = HOUSE / "deploy" / "systemd"
PROGRAMS = ["signpost-screen.service", "signpost-mailroom.service"]
NEEDED = [
    "NoNewPrivileges=yes", "CapabilityBoundingSet=", "PrivateNetwork=yes",
    "RestrictAddressFamilies=AF_UNIX", "IPAddressDeny=any", "ProtectSystem=strict",
    "ProtectHome=yes", "PrivateTmp=yes", "ProtectKernelTunables=yes", "ProtectKernelModules=yes",
    "ProtectKernelLogs=yes", "ProtectControlGroups=yes", "ProtectClock=yes",
    "ProtectHostname=yes", "ProtectProc=invisible", "ProcSubset=pid", "LockPersonality=yes",
    "RestrictRealtime=yes", "RestrictSUIDSGID=yes", "RestrictNamespaces=yes", "RemoveIPC=yes",
    "UMask=0077", "SystemCallArchitectures=native", "SystemCallFilter=@system-service",
    "DevicePolicy=closed", "NoExecPaths=/", "KeyringMode=private", "TasksMax=128", "LimitCORE=0",
    "Restart=always",
]  # fmt: skip
WORST_SCORE = 1.0


def lines_of(unit: str) -> list[str]:
    return (UNITS / unit).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("unit", PROGRAMS)
@pytest.mark.parametrize("setting", NEEDED)
def test_a_unit_closes_what_its_program_does_not_need(unit: str, setting: str) -> None:
    assert setting in lines_of(unit)


@pytest.mark.parametrize("unit", PROGRAMS)
def test_no_unit_repeals_a_closed_door_further_down(unit: str) -> None:
    """systemd takes the last word, and an empty one takes everything back."""
    settings = [line.split("=", 1)[0] for line in lines_of(unit) if re.match(r"[A-Z]\w+=", line)]
    many = {"After", "DeviceAllow", "SystemCallFilter", "ConditionPathExists", "Conflicts"}
    assert not {s for s in settings if settings.count(s) > 1} - many


def test_the_voice_can_be_heard_and_tied_to_the_screen() -> None:
    screen = lines_of(PROGRAMS[0])
    denied = next(at for at, line in enumerate(screen) if line.startswith("SystemCallFilter=~"))
    assert screen.index("SystemCallFilter=capset") > denied
    assert "DeviceAllow=char-alsa rw" in screen
    assert "m signpost audio" in (HOUSE / "deploy/sysusers.d/signpost.conf").read_text()


def test_the_compositor_never_allows_another_console() -> None:
    start = next(line for line in lines_of(PROGRAMS[0]) if line.startswith("ExecStart="))
    options = start.partition(" -- ")[0].split()[1:]
    assert start.startswith("ExecStart=/usr/bin/cage ")
    assert options == ["-d"]


def test_neither_program_sees_what_only_the_other_may_hold() -> None:
    screen, mailroom = lines_of(PROGRAMS[0]), lines_of(PROGRAMS[1])
    assert "InaccessiblePaths=-/run/signpost-stick -/var/lib/signpost/keys" in screen
    assert "InaccessiblePaths=-/var/lib/signpost/keys/storage.pem" in mailroom


def test_a_stick_is_mounted_without_programs_devices_or_links() -> None:
    mount = next(line for line in lines_of("signpost-stick@.service") if "ExecStart=" in line)
    options = mount.split(" -o ")[1].split()[0].split(",")
    assert {"nosuid", "nodev", "noexec", "nosymfollow", "umask=0077"} <= set(options)
    assert " -t vfat " in mount


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed here")
@pytest.mark.parametrize("unit", PROGRAMS)
def test_systemd_finds_the_unit_closed(unit: str, tmp_path: Path) -> None:
    copy = tmp_path / unit
    copy.write_bytes((UNITS / unit).read_bytes())
    answer = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--no-pager", str(copy)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    score = re.search(r"Overall exposure level.*: ([\d.]+) ", answer.stdout)
    assert score, answer.stderr
    assert float(score.group(1)) <= WORST_SCORE
