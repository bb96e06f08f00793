"""One real kiosk and one real office, with sticks between them."""

import random
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from admin_tools.desks.kiosks import register
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.returns import write_returns
from admin_tools.records.database import Records
from admin_tools.records.tables import Item, Quarantined
from kiosk.assembly.mailroom import a_mailroom
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.mailroom.answers import Answers, Opened
from kiosk.mailroom.departures import Carrying, Departures
from kiosk.mailroom.medium import Medium
from tests.builders.exchange import EPOCH, KIOSK, SITE, SUNDAY, a_pick
from tests.builders.kiosks import an_enrolled_kiosk, ask
from tests.builders.office import MONDAY, a_keys_folder, an_office, collected, office_keys
from tests.builders.publisher import opening, signing
from tests.builders.sticks import a_bare_stick

STICKS = 3
TODAY = MONDAY.date()


class _OldReturn(Exception):
    """The kiosk knows better already."""


@dataclass
class Prison:
    """One kiosk, one office, a few sticks; `asked` is what people were told is saved."""

    folder: Path
    chance: random.Random
    records: Records = field(init=False)
    keys: OfficeKeys = field(init=False)
    asked: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.data = an_enrolled_kiosk(self.folder / "kiosk")
        self.rooms = a_mailroom(self.data)
        self.records = an_office(self.folder)
        self.keys = office_keys(a_keys_folder(self.folder))
        register(self.records, self._enrolment(), TODAY, replace=False)
        for number in range(STICKS):
            a_bare_stick(self.stick(number))

    def stick(self, number: int) -> Path:
        return self.folder / f"stick-{number}"

    def any_stick(self) -> Path:
        return self.stick(self.chance.randrange(STICKS))

    def ask(self) -> None:
        name = f"request-{len(self.asked)}"
        (item,) = ask(self.data, name)
        self.asked[item.id] = item.sha256

    def visit(self, stick: Path | None = None) -> None:
        """Put a stick into the kiosk: answers in, requests out."""
        medium = Medium(stick or self.any_stick())
        answers = Answers(self.rooms)
        with suppress(_OldReturn):
            if opened := self._read(answers, medium):
                answers.apply(opened, stick=1)
        key = signing(f"signing-{KIOSK}")
        carrying = Carrying(stick=1, day=SUNDAY, program="0.1.0", content=0, key=key, pick=a_pick())
        Departures(self.rooms).carry_out(medium, carrying, lambda _done, _of: None)

    def _read(self, answers: Answers, medium: Medium) -> Opened | None:
        """Read what came; an older return than the last is the one thing that may be refused."""
        try:
            return answers.read(medium, signing("office-mvx").public)
        except Refused as refused:
            raise (_OldReturn if refused.code is Refusal.RETURN_OLD else refused) from refused

    def collect(self, stick: Path | None = None) -> None:
        for one in collected(self.records, stick or self.any_stick()):
            assert one.refused is None
            self.told += [finding.code for finding in one.findings]

    def write(self, stick: Path | None = None) -> None:
        write_returns(stick or self.any_stick(), self.records, self.keys, SITE, TODAY)

    def lose(self) -> None:
        """A stick is lost; another with its number takes its place, empty."""
        stick = self.any_stick()
        shutil.rmtree(stick)
        a_bare_stick(stick)

    def copy(self) -> None:
        """Somebody copies one stick onto another."""
        one, other = self.chance.sample(range(STICKS), 2)
        shutil.rmtree(self.stick(other))
        shutil.copytree(self.stick(one), self.stick(other))

    def back_up(self) -> None:
        self.records.close()
        shutil.copy(self.folder / "office.sqlite", self.folder / "backup")

    def restore(self) -> None:
        """The office goes back to its last backup."""
        if (self.folder / "backup").exists():
            self.records.close()
            for file in self.folder.glob("office.sqlite*"):
                file.unlink()
            shutil.copy(self.folder / "backup", self.folder / "office.sqlite")
            self.records = an_office(self.folder)

    def calm_days(self) -> None:
        """At last one stick goes round without trouble: enough for a request to come home."""
        for _ in range(3):
            self.visit(self.stick(0))
            self.collect(self.stick(0))
            self.write(self.stick(0))
        self.visit(self.stick(0))

    def at_the_office(self) -> dict[str, str]:
        with self.records.read() as session:
            assert not session.scalars(select(Quarantined)).all()
            rows = session.execute(select(Item.id, Item.sha256)).all()
            return {name: sha for name, sha in rows}  # noqa: C416 - rows are no pairs to mypy

    def _enrolment(self) -> Enrolment:
        return Enrolment(
            site=SITE,
            kiosk=KIOSK,
            wing="B",
            epoch=EPOCH,
            signing=signing(f"signing-{KIOSK}").public,
            opening=opening(f"opening-{KIOSK}").public,
            storage=opening(f"storage-{KIOSK}").public,
            day=SUNDAY,
            root_sha256="0" * 64,
            demo=True,
        )
