"""Reads what is particular to one kiosk, once, from its TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from kiosk.exchange.model import Model, SiteId, WingId
from kiosk.exchange.refusals import Refusal, Refused

FILE = "kiosk.toml"


class KioskFile(Model):
    """kiosk.toml. `dpi` and `scale` are measured when the screen is put up; 0: ask the screen."""

    site: SiteId
    number: int = Field(ge=1, le=999)
    wing: WingId
    dpi: int = Field(default=0, ge=0, le=600)
    scale_percent: int = Field(default=100, ge=50, le=300)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things lie, and which kiosk this is. The wing of today is in `requests.standing`."""

    data: Path
    site: str
    number: int
    wing: str
    dpi: int
    scale: float

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
    try:
        values = tomllib.loads((data / FILE).read_text(encoding="utf-8"))
        file = KioskFile.model_validate(values)
    except (OSError, ValueError) as error:
        raise Refused(Refusal.KIOSK_NOT_ENROLLED) from error
    return Settings(
        data, file.site, file.number, file.wing, file.dpi, scale=file.scale_percent / 100
    )


def written(file: KioskFile) -> str:
    """Write kiosk.toml."""
    return (
        "# Which kiosk this is. Site and number stay for ever; dpi 0 means: ask the screen.\n"
        f'site = "{file.site}"\nnumber = {file.number}\nwing = "{file.wing}"\n'
        f"dpi = {file.dpi}\nscale_percent = {file.scale_percent}\n"
    )


def kiosk_id(site: str, number: int) -> str:
    """Name a kiosk: MVX-02."""
    return f"{site}-{number:02d}"
