"""Reads many files of requests on all cores, and hands them over in their order."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from admin_tools.desks.bundles import Life, ReadBundle, read_bundle
from admin_tools.records.database import Records
from admin_tools.records.items import Held, held
from kiosk.exchange import limits
from kiosk.exchange.envelope import OVERHEAD_BYTES
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import OpeningKey
from kiosk.exchange.refusals import Refusal, Refused

FEW_FILES = 3
"""Up to so many files, starting helpers would take longer than reading."""
FILE_BYTES = limits.BUNDLE_BYTES * 4 // 3 + OVERHEAD_BYTES
"""Bytes of the longest file of requests: its payload in base64, with the signatures."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read. It carries all that a helper process needs; the keys never show."""

    folder: Path
    name: str
    url: str
    lives: tuple[Life, ...]
    keys: tuple[bytes, ...] = field(repr=False)

    def run(self, records: Records) -> ReadBundle | Refused:
        """Read the file; a refusal is an outcome like another."""

        def holding(ids: Iterable[str]) -> Mapping[str, Held]:
            with records.read() as session:
                return held(session, ids)

        try:
            data = Folder(self.folder).read(self.name, FILE_BYTES)
            keys = tuple(OpeningKey.from_seed(key) for key in self.keys)
            return read_bundle(data, self.name, self.lives, keys, holding)
        except FileNotFoundError:
            return Refused(Refusal.STICK_TAKEN_OUT)
        except Refused as refused:
            return refused


def read_all(records: Records, jobs: Sequence[Job]) -> Iterator[tuple[Job, ReadBundle | Refused]]:
    """Read every file; each outcome comes in its file's place."""
    helpers = min(os.cpu_count() or 1, len(jobs))
    if len(jobs) <= FEW_FILES or helpers == 1:
        yield from ((job, job.run(records)) for job in jobs)
        return
    with ProcessPoolExecutor(helpers, mp_context=get_context("spawn")) as pool:
        yield from _in_order(pool, jobs, ahead=helpers + 2)


def _in_order(
    pool: ProcessPoolExecutor, jobs: Sequence[Job], ahead: int
) -> Iterator[tuple[Job, ReadBundle | Refused]]:
    """Keep a few files ahead of the writer, so that memory stays small."""
    running: deque[tuple[Job, Future[ReadBundle | Refused]]] = deque()
    for job in jobs:
        running.append((job, pool.submit(_run, job)))
        if len(running) >= ahead:
            first, outcome = running.popleft()
            yield first, outcome.result()
    while running:
        first, outcome = running.popleft()
        yield first, outcome.result()


def _run(job: Job) -> ReadBundle | Refused:
    """Do one job in a helper process, with the helper's own door to the records."""
    records = Records(job.url)
    try:
        return job.run(records)
    finally:
        records.close()
