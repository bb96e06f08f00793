"""The commands of the authoring side, as they are typed."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from admin_tools.__main__ import the_app
from tests.builders.sources import FACTS, PAGE, entry, sources


def signpost(*words: str | Path) -> Result:
    return CliRunner().invoke(the_app(()), [str(word) for word in words])


def said(result: Result) -> dict[str, object]:
    value = json.loads(result.stdout)
    assert isinstance(value, dict)
    return value


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    assert signpost("keys", "create", "--out", tmp_path / "keys", "--demo").exit_code == 0
    return tmp_path / "keys"


def test_checking_right_sources_ends_with_0(content: Path) -> None:
    assert signpost("content", "check", content).exit_code == 0


def test_checking_wrong_sources_ends_with_1_and_names_the_place(content: Path) -> None:
    entry(content, en=f"{PAGE}\n[](entry:nothing)\n")

    result = signpost("content", "check", content)

    assert result.exit_code == 1
    assert "national/guide/housing-help/en.md:5:" in result.stdout


def test_a_program_hears_findings_as_json(content: Path) -> None:
    entry(content, en=f"{PAGE}\n[](entry:nothing)\n")

    result = signpost("content", "check", content, "--json")

    findings = said(result)["findings"]
    assert isinstance(findings, list)
    assert findings[0]["code"] == "link-to-nothing"


def test_wrong_use_ends_with_2(tmp_path: Path) -> None:
    assert signpost("content", "check", tmp_path / "nowhere").exit_code == 2


def test_keys_are_never_written_over_and_the_command_ends_with_3(keys: Path) -> None:
    result = signpost("keys", "create", "--out", keys, "--demo", "--json")

    assert result.exit_code == 3
    assert said(result)["code"] == "keys-exist"


def test_demonstration_keys_publish_at_once(content: Path, keys: Path, tmp_path: Path) -> None:
    result = signpost(
        "content", "publish", content, "--keys", keys, "--to", tmp_path / "repo", "--json"
    )

    assert result.exit_code == 0
    assert said(result)["version"] == 1


def test_nothing_wrong_is_published(content: Path, keys: Path, tmp_path: Path) -> None:
    entry(content, en=f"{PAGE}\n[](entry:nothing)\n")

    result = signpost("content", "publish", content, "--keys", keys, "--to", tmp_path / "repo")

    assert result.exit_code == 1
    assert not (tmp_path / "repo/metadata").exists()


@pytest.fixture
def real_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    words = tmp_path / "words"
    words.write_text("a long passphrase\n")
    monkeypatch.setenv("SIGNPOST_PASSPHRASE_FILE", str(words))
    assert signpost("keys", "create", "--out", tmp_path / "real").exit_code == 0
    return tmp_path / "real"


def test_real_keys_need_two_people(content: Path, real_keys: Path, tmp_path: Path) -> None:
    result = signpost(
        "content", "publish", content, "--keys", real_keys, "--to", tmp_path / "repo", "--json"
    )

    assert result.exit_code == 3
    assert said(result)["code"] == "two-people"


@pytest.mark.parametrize("name", ["fictional", "Somebody said so"])
def test_facts_that_nobody_checked_are_never_published_for_real(
    content: Path, real_keys: Path, tmp_path: Path, name: str
) -> None:
    facts = FACTS.replace("verified = true", "verified = false").replace("A document", name)
    entry(content, facts=facts)

    result = signpost(
        *("content", "propose", content, "--to", tmp_path / "repo"),
        *("--key", real_keys / "author.pem"),
    )

    assert result.exit_code == 1


def test_two_people_publish_with_their_passphrases(
    content: Path, real_keys: Path, tmp_path: Path
) -> None:
    repo = tmp_path / "repo"
    author = [f"--key={real_keys / name}.pem" for name in ("author", "site-mvx-1", "withdrawals")]

    assert signpost("content", "propose", content, "--to", repo, *author).exit_code == 0
    result = signpost(
        *("content", "approve", repo, "--key", real_keys / "approver.pem"),
        *("--builder", real_keys / "builder.pem", "--yes"),
    )

    assert result.exit_code == 0
    assert (repo / "metadata/timestamp.json").is_file()


def test_a_draft_that_is_not_approved_is_thrown_away(
    content: Path, keys: Path, tmp_path: Path
) -> None:
    repo = tmp_path / "repo"
    signpost("content", "propose", content, "--to", repo, "--key", keys / "author.pem")

    result = signpost(
        *("content", "approve", repo, "--key", keys / "approver.pem"),
        *("--builder", keys / "builder.pem", "--json"),
    )

    assert result.exit_code == 3
    assert not (repo / "draft").exists()
    assert not (repo / "metadata/timestamp.json").exists()


def test_a_stick_is_written_and_shown(content: Path, keys: Path, tmp_path: Path) -> None:
    repo, stick = tmp_path / "repo", tmp_path / "stick"
    stick.mkdir()
    signpost("content", "publish", content, "--keys", keys, "--to", repo)

    write = signpost(
        "stick", "write", stick, "--site", "mvx", "--repo", repo, "--keys", keys, "--json"
    )
    show = signpost("stick", "show", stick, "--keys", keys, "--json")

    assert (write.exit_code, show.exit_code) == (0, 0)
    assert said(write)["number"] == 1
    assert said(show)["signature"] == "right"
    assert str(said(show)["content"]).startswith("version 1,")


def test_a_stick_without_a_number_needs_the_office(
    content: Path, keys: Path, tmp_path: Path
) -> None:
    repo, stick = tmp_path / "repo", tmp_path / "stick"
    stick.mkdir()
    signpost("content", "publish", content, "--keys", keys, "--to", repo)

    result = signpost("stick", "write", stick, "--site", "MVX", "--repo", repo, "--json")

    assert result.exit_code == 3
    assert said(result)["code"] == "not-our-stick"
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "code"),
    [(("--kind", "odd"), 2), (("--db", "office.db"), 2)],
)
def test_stick_options_that_make_no_sense_end_with_2(
    tmp_path: Path, options: tuple[str, ...], code: int
) -> None:
    assert signpost("stick", "write", tmp_path, "--site", "MVX", *options).exit_code == code


def test_a_carrier_never_carries_answers(keys: Path, tmp_path: Path) -> None:
    result = signpost(
        *("stick", "write", tmp_path, "--site", "MVX", "--kind", "carrier"),
        *("--db", tmp_path / "office.db", "--keys", keys, "--json"),
    )

    assert said(result)["code"] == "carrier-carries-no-answers"
    assert not (tmp_path / "SIGNPOST").exists()


def test_content_comes_in_at_the_office(content: Path, keys: Path, tmp_path: Path) -> None:
    repo, stick, inside = tmp_path / "repo", tmp_path / "stick", tmp_path / "inside"
    stick.mkdir()
    signpost("content", "publish", content, "--keys", keys, "--to", repo)
    signpost("stick", "write", stick, "--site", "MVX", "--repo", repo, "--keys", keys)

    result = signpost(
        "content", "receive", stick, "--to", inside, "--root", keys / "root.json", "--json"
    )

    assert said(result)["version"] == 1
    assert (inside / "metadata/timestamp.json").is_file()


def test_a_stick_with_nothing_on_it_brings_no_content(keys: Path, tmp_path: Path) -> None:
    (tmp_path / "stick/SIGNPOST").mkdir(parents=True)

    result = signpost(
        *("content", "receive", tmp_path / "stick", "--to", tmp_path / "inside"),
        *("--root", keys / "root.json"),
    )

    assert result.exit_code == 3


def test_the_difference_to_what_is_published_is_shown(
    content: Path, keys: Path, tmp_path: Path
) -> None:
    repo = tmp_path / "repo"
    signpost("content", "publish", content, "--keys", keys, "--to", repo)
    same = said(signpost("content", "diff", content, "--repo", repo, "--json"))
    entry(content, "place/library")

    changes = said(signpost("content", "diff", content, "--repo", repo, "--json"))["changes"]

    names = ("added", "changed", "removed", "withdrawn", "other", "trusted", "older")
    assert same["changes"] == {name: [] for name in names}
    assert isinstance(changes, dict)
    assert changes["added"] == ["national/place/library (en): Housing help"]


def test_a_second_person_reads_every_difference_before_signing(
    content: Path, keys: Path, tmp_path: Path
) -> None:
    repo, words = tmp_path / "repo", tmp_path / "words.txt"
    signpost("content", "publish", content, "--keys", keys, "--to", repo)
    entry(content, facts=FACTS.replace("2027-05-18", "2027-04-01"))
    names = ("author", "site-mvx-1", "withdrawals")
    author = [part for one in names for part in ("--key", keys / f"{one}.pem")]
    signpost("content", "propose", content, "--to", repo, *author)

    signpost(
        *("content", "approve", repo, "--key", keys / "approver.pem"),
        *("--builder", keys / "builder.pem", "--yes", "--differences", words),
    )

    assert "  review_by: 2027-05-18 -> 2027-04-01" in words.read_text().splitlines()


def test_a_key_is_replaced_with_two_root_keys(keys: Path) -> None:
    result = signpost(
        *("keys", "rotate", "author", "--keys", keys, "--json"),
        *("--root-key", keys / "root-1.pem", "--root-key", keys / "root-2.pem"),
    )

    assert (result.exit_code, said(result)["root"]) == (0, 2)


def test_a_key_is_not_replaced_by_one_person(keys: Path) -> None:
    result = signpost(
        *("keys", "rotate", "author", "--keys", keys, "--json"),
        *("--root-key", keys / "root-1.pem"),
    )

    assert (result.exit_code, said(result)["code"]) == (3, "key-not-replaced")
