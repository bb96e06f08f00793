"""The storage key comes from the TPM where there is one."""

from pathlib import Path

from kiosk.assembly.storage_key import storage_key_file
from kiosk.settings import Settings

KIOSK = Settings(Path("/var/lib/signpost"), "MVX", 2, "B", dpi=0, scale=1.0)


def test_a_key_that_systemd_hands_over_is_used() -> None:
    handed_over = "/run/credentials/signpost-screen.service"

    assert storage_key_file(KIOSK, handed_over) == Path(handed_over) / "storage.pem"


def test_without_one_it_lies_beside_the_other_keys() -> None:
    assert storage_key_file(KIOSK, "") == Path("/var/lib/signpost/keys/storage.pem")
