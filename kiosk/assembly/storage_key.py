"""Finds the storage key of this screen."""

from pathlib import Path

from kiosk.settings import Settings


def storage_key_file(settings: Settings, handed_over: str) -> Path:
    """Give the file of the storage key.

    On a real kiosk systemd unseals it with the machine's TPM into a folder in memory, which it
    names in CREDENTIALS_DIRECTORY (`handed_over`); the data folder then holds none. Elsewhere it
    lies beside the other keys.
    """
    if handed_over:
        return Path(handed_over) / "storage.pem"
    return settings.key("storage")
