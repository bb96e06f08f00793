"""`signpost content print` as it is typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from admin_tools.commands import paper
from admin_tools.commands.telling import Exit
from admin_tools.publishing.paper import Content, Order, Paper, Progress
from tests.builders.sources import sources


@pytest.fixture
def ordered(monkeypatch: pytest.MonkeyPatch) -> list[Order]:
    """What was asked for; nothing is drawn."""
    orders: list[Order] = []

    def take(_content: Content, order: Order, _to: Path, progress: Progress) -> Paper:
        orders.append(order)
        progress(1, 2)
        return Paper(2, (("housing-help", "en"),), (("old", "past-review"),))

    monkeypatch.setattr(paper, "print_paper", take)
    return orders


def test_a_pack_says_what_it_left_out_and_what_is_in_english(
    tmp_path: Path, ordered: list[Order]
) -> None:
    root = sources(tmp_path / "content")
    words = ["pack", "--to", str(tmp_path / "p.pdf"), "--sources", str(root), "--language", "ar"]

    done = CliRunner().invoke(paper.app, [*words, "--area", "eastbrook", "--day", "2026-11-22"])

    assert done.exit_code == Exit.DONE
    assert "Left out: old (past-review)." in done.output
    assert "housing-help is not in 'ar' yet" in done.output
    assert (ordered[0].what, ordered[0].stage, ordered[0].area) == (
        *("pack", "release-day", "eastbrook"),
    )


def test_a_program_reads_the_same_as_json(tmp_path: Path, ordered: list[Order]) -> None:
    root = sources(tmp_path / "content")
    words = ["poster", "housing-help", "--size", "a3", "--to", "p.pdf", "--sources", str(root)]

    done = CliRunner().invoke(paper.app, [*words, "--json"])

    said = json.loads(done.stdout)
    assert (said["outcome"], said["pages"], said["left_out"]) == (
        *("done", 2, [["old", "past-review"]]),
    )
    assert ordered[0].size == "a3"


def test_a_day_that_is_none_is_wrong_use(tmp_path: Path) -> None:
    words = ["leaflet", "x", "--to", str(tmp_path / "x.pdf"), "--sources", str(tmp_path)]

    done = CliRunner().invoke(paper.app, [*words, "--day", "31 February"])

    assert done.exit_code == Exit.WRONG_USE
