"""Reads what is particular to one kiosk from its TOML file, for everybody who starts here."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from kiosk.exchange.folder import Folder
from kiosk.exchange.model import Model, SiteId, WingId
from kiosk.exchange.refusals import Refusal, Refused

FILE = "kiosk.toml"


class KioskFile(Model):
    """kiosk.toml. What has a default is about the panel: the installer chooses it on the bench.

    A value there that makes no sense is read as its default, so that the kiosk runs all the same.
    """

    site: SiteId
    number: int = Field(ge=1, le=999)
    wing: WingId
    dpi: int = Field(default=0, ge=0, le=600)
    scale_percent: int = Field(default=100, ge=50, le=300)
    turned: Literal[0, 90, 180, 270] = 0
    """Degrees that the picture is turned, for a panel that stands upright."""
    low_reach: bool = False
    """Everything to touch stands in the lowest part of an upright panel."""
    switches: Literal[0, 1, 2, 5] = 0
    """Switches for hands that cannot touch, on an interface that calls itself a keyboard."""
    scan_tenths: int = Field(default=15, ge=5, le=100)
    """With one switch: tenths of a second that one thing stays lit."""
    earphones: Literal["socket", "always", "never"] = "socket"
    """Whether only one person hears: the socket says so, there is no loudspeaker, or never."""
    printer: str = Field(default="", pattern="^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$|^$")
    """What this machine's print service calls the printer in the staff office; empty: none."""


NEEDED = frozenset(name for name, field in KioskFile.model_fields.items() if field.is_required())


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie, and which kiosk this is. The wing of today is in `requests.standing`."""

    data: Path
    site: str
    number: int
    wing: str
    dpi: int
    scale: float
    turned: int = 0
    low_reach: bool = False
    switches: int = 0
    pace: float = 1.5
    """Seconds that one thing stays lit for who has one switch."""
    earphones: str = "socket"
    printer: str = ""
    """The printer of this screen, by the name of its queue; empty where there is none."""
    odd: tuple[str, ...] = ()
    """Lines of the file that made no sense: the kiosk runs without them."""

    @property
    def kiosk(self) -> str:
        """The kiosk's id: MVX-02."""
        return kiosk_id(self.site, self.number)

    @property
    def database(self) -> Path:
        """The kiosk's database."""
        return self.data / "kiosk.db"

    @property
    def root(self) -> Path:
        """The root of trust that enrolment brought."""
        return self.data / "root.json"

    @property
    def catalogue(self) -> Path:
        """The folder of catalogue files."""
        return self.data / "catalogue"

    @property
    def media(self) -> Path:
        """The folder of pictures and sounds."""
        return self.data / "media"

    @property
    def ballast(self) -> Path:
        """The piece of disk that is kept back."""
        return self.data / "ballast"

    def key(self, name: str) -> Path:
        """Give the file of one of the keys signing, opening, storage."""
        return self.data / "keys" / f"{name}.pem"


def run_folder(data: Path, environment: Mapping[str, str]) -> Path:
    """Where the screen looks for the progress: in memory on a kiosk, in DATA elsewhere."""
    named = environment.get("RUNTIME_DIRECTORY", "").partition(":")[0]
    return Path(named) if named else data / "run"


def read(data: Path) -> Settings:
    """Read the settings of an enrolled kiosk, or raise Refused (KIOSK_NOT_ENROLLED)."""
    file, odd = read_file(data)
    return Settings(
        data,
        file.site,
        file.number,
        file.wing,
        file.dpi,
        scale=file.scale_percent / 100,
        turned=file.turned,
        low_reach=file.low_reach,
        switches=file.switches,
        pace=file.scan_tenths / 10,
        earphones=file.earphones,
        printer=file.printer,
        odd=odd,
    )


def read_file(data: Path) -> tuple[KioskFile, tuple[str, ...]]:
    """Read kiosk.toml, with the names of lines that made no sense; raise Refused without one."""
    try:
        values = tomllib.loads((data / FILE).read_text(encoding="utf-8"))
        odd = _odd(values)
        file = KioskFile.model_validate({name: values[name] for name in values if name not in odd})
    except (OSError, ValueError) as error:
        raise Refused(Refusal.KIOSK_NOT_ENROLLED) from error
    return file, odd


def write_file(data: Path, file: KioskFile) -> None:
    """Put a new kiosk.toml in place of the old one, which stands until this one is on the disk."""
    Folder(data).write(FILE, written(file).encode())


def written(file: KioskFile) -> str:
    """Write kiosk.toml."""
    lines = (f"{name} = {_toml(value)}\n" for name, value in file.model_dump().items())
    return (
        "# Which kiosk this is. Site and number stay for ever; the rest is set on the bench by\n"
        "# signpost-kiosk commission. dpi 0 means: nobody has measured this panel.\n"
        f"{''.join(lines)}"
    )


def kiosk_id(site: str, number: int) -> str:
    """Name a kiosk: MVX-02."""
    return f"{site}-{number:02d}"


def _odd(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines that the kiosk can do without, and that are wrong or unknown."""
    try:
        KioskFile.model_validate(values)
    except ValidationError as error:
        names = {str(one["loc"][0]) for one in error.errors() if one["loc"]}
        return tuple(sorted(names - NEEDED))
    return ()


def _toml(value: object) -> str:
    """Text, numbers, yes and no are written alike in TOML and JSON."""
    return json.dumps(value)
