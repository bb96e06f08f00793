"""Opens the ZIP that office documents are, without believing what it says of itself."""

import zipfile
import zlib
from pathlib import Path

from admin_tools.authoring.interchange.rows import NotReadable

MOST = 64 * 1024 * 1024
"""Bytes of one part when unpacked, whatever the archive says of it: a bigger table is a CSV."""
PARTS = 10_000
CHUNK = 64 * 1024
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {
    b"%PDF": "It is a PDF. Ask for the document that it was made of.",
    b"{\\rt": "It is an RTF document. Open it and save it as .docx.",
    b"<htm": "It is a web page under another name. Open it and save it as .xlsx or .csv.",
    b"<!DO": "It is a web page under another name. Open it and save it as .xlsx or .csv.",
}
_MACROS = ("vbaproject.bin", "basic/script-lc.xml")


class Archive:
    """One ZIP file. `names` are its parts; nothing of it is ever written to the disk."""

    def __init__(self, path: Path) -> None:
        _must_be_zip(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise NotReadable("It is damaged. Ask for it again.") from error
        self.names = frozenset(self._zip.namelist()[:PARTS])
        if any(one.flag_bits & 1 for one in self._zip.infolist()):
            raise _locked()
        if any(name.lower().endswith(_MACROS) for name in self.names):
            raise NotReadable("It carries a program (macros). Save it without, then try again.")

    def read(self, name: str, most: int = MOST) -> bytes:
        """Unpack one part; raise NotReadable when it is longer than `most` bytes."""
        if name not in self.names:
            raise NotReadable(f"It is damaged: there is no {name} in it. Ask for it again.")
        parts, length = [], 0
        try:
            with self._zip.open(name) as part:
                while data := part.read(CHUNK):
                    parts.append(data)
                    length += len(data)
                    if length > most:
                        raise NotReadable(
                            f"Unpacked, it is bigger than {most // 1024 // 1024} MB."
                            " Save it as CSV, or take something away."
                        )
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError) as error:
            raise NotReadable("It is damaged. Ask for it again.") from error
        return b"".join(parts)


def _must_be_zip(path: Path) -> None:
    """Say what a file really is that only has the ending of an office document."""
    with path.open("rb") as file:
        head = file.read(MOST)
    if head.startswith(_OLE):
        raise (
            _locked()
            if _LOCKED in head
            else NotReadable(
                "It is in the old Office format under a new name. Open it and save it again as"
                " .docx or .xlsx."
            )
        )
    for begins, said in _OTHERS.items():
        if head[:4].lower() == begins.lower():
            raise NotReadable(said)
    if not head.startswith(b"PK"):
        raise NotReadable("It is no office document. Open it and save it again.")


def _locked() -> NotReadable:
    return NotReadable("It is locked with a password. Take the password away and save it again.")
