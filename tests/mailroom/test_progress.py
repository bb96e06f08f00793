import json
from datetime import UTC, datetime
from pathlib import Path

from kiosk.mailroom.progress import Progress, ProgressFile, Step

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Watch:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def a_file(folder: Path, watch: Watch | None = None) -> ProgressFile:
    return ProgressFile(folder, lambda: NOON, watch or Watch())


def read(folder: Path) -> dict[str, object]:
    shown = json.loads((folder / "progress.json").read_text(encoding="utf-8"))
    assert isinstance(shown, dict)
    return shown


def test_the_file_says_step_stick_and_time(tmp_path: Path) -> None:
    a_file(tmp_path).show(Progress(Step.CHECKING, done=2, of=9, stick=7))

    assert read(tmp_path) == {
        "at": "2026-11-22T12:00:00Z",
        "step": "checking",
        "done": 2,
        "of": 9,
        "code": "",
        "facts": {},
        "stick": 7,
        "counts": {},
    }


def test_within_one_step_it_is_written_four_times_a_second_at_most(tmp_path: Path) -> None:
    watch = Watch()
    file = a_file(tmp_path, watch)
    written = set()

    for n in range(100):
        watch.seconds = n / 100
        file.show(Progress(Step.INSTALLING, done=n, of=100))
        written.add(read(tmp_path)["done"])

    assert written == {0, 25, 50, 75}


def test_a_new_step_is_written_at_once(tmp_path: Path) -> None:
    file = a_file(tmp_path)

    file.show(Progress(Step.INSTALLING))
    file.show(Progress(Step.DONE))

    assert read(tmp_path)["step"] == "done"


def test_a_progress_file_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    file = ProgressFile(tmp_path / "gone", lambda: NOON, Watch())

    file.show(Progress(Step.DONE))
    (tmp_path / "gone").mkdir()
    file.show(Progress(Step.DONE))

    assert read(tmp_path / "gone")["step"] == "done"


def test_no_part_is_left_beside(tmp_path: Path) -> None:
    a_file(tmp_path).show(Progress(Step.IDLE))

    assert [path.name for path in tmp_path.iterdir()] == ["progress.json"]
