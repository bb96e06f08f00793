"""What may stand in the repository, in the lock, in the list of system packages."""

import re
import tomllib

from tests.architecture.house import HOUSE, committed

LOCK = (HOUSE / "requirements.lock").read_text(encoding="utf-8")
PINS = [block for block in re.split(r"(?m)^(?=\w)", LOCK) if block.strip()]
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT_PACKAGES_OF_A_KIOSK = 14

# Written with a class of one letter each, so that this file does not name what it forbids.
HOSTS = r"p[y]pi\.org|python[h]osted\.|deb[i]an\.org|ubunt[u]\.com/ubuntu|npm[j]s\.|crates\.i[o]"
MACHINE_PATHS = r"(?<![\w.])/(?:w[o]rk|ro[o]t|h[o]me/\w+|Us[e]rs/\w+)/"


def test_no_file_names_a_package_host_or_a_path_of_one_machine() -> None:
    forbidden = re.compile(f"{HOSTS}|{MACHINE_PATHS}".encode())
    assert not [path for path in committed() if forbidden.search(path.read_bytes())]


def test_no_private_key_is_committed() -> None:
    key = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{40}")
    assert not [path for path in committed() if key.search(path.read_bytes())]


def test_every_package_of_the_lock_is_pinned_with_a_hash() -> None:
    assert PINS
    for pin in PINS:
        first = pin.splitlines()[0]
        assert re.match(r"[\w.-]+==[\w.!+-]+( ;[^\\\n]+)?( \\)?\n", pin), first
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}(?![0-9a-f])", pin), first


def test_the_lock_has_no_address() -> None:
    assert not re.search(r"://|--index|--extra|--find-links|@ ", LOCK)


def test_everything_the_project_asks_for_is_in_the_lock() -> None:
    extras = PROJECT["optional-dependencies"].values()
    asked = [*PROJECT["dependencies"], *(line for extra in extras for line in extra)]
    names = {re.split(r"[<>=\[ ]", line)[0] for line in asked}
    assert names <= {pin.split("==")[0] for pin in PINS}


def test_a_kiosk_stands_on_at_most_fourteen_packages() -> None:
    direct = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["screen"]
    assert len(direct) <= DIRECT_PACKAGES_OF_A_KIOSK


def test_every_system_package_says_what_it_is_for() -> None:
    lines = (HOUSE / "packages.apt").read_text(encoding="utf-8").splitlines()
    for line in [line for line in lines if line and not line.startswith("#")]:
        assert re.match(r"[a-z0-9][a-z0-9+.-]+ +(run|test|kiosk) +\S", line), line
