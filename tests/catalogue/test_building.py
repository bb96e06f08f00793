"""The next catalogue file grows out of the one before and holds exactly what was published."""

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.catalogue.building import Built, build, files_of
from kiosk.catalogue.catalogue import Catalogue
from kiosk.exchange import canonical
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.packs import write_withdrawn
from kiosk.exchange.policy import Withdrawn
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.exchange import (
    SUNDAY,
    an_entry,
)
from tests.builders.policies import a_profile
from tests.builders.stores import SmallPublication, a_publication


def built(folder: Path, publication: SmallPublication, base: Path | None = None) -> Built:
    file = folder / f"{publication.version}.sqlite"
    return build(file, base, publication, publication.read)


def ids_in(folder: Path, version: int) -> list[str]:
    catalogue = Catalogue(folder / f"{version}.sqlite", SUNDAY, "MVX", "B")
    return [card.id for card in catalogue.of_kind(Kind.SERVICE, "en")]


def rows_of(folder: Path, version: int) -> dict[str, int]:
    with closing(sqlite3.connect(folder / f"{version}.sqlite")) as db:
        return dict(db.execute("SELECT id, n FROM entries"))


def titled(entry_id: str, title: str) -> Entry:
    return an_entry(entry_id).model_copy(update={"title": title})


def test_a_first_catalogue_is_built_from_nothing(tmp_path: Path) -> None:
    assert built(tmp_path, a_publication(an_entry())).entries == 1
    assert ids_in(tmp_path, 1) == ["housing-advice"]


def test_a_catalogue_knows_what_it_was_made_of(tmp_path: Path) -> None:
    publication = a_publication(an_entry())
    built(tmp_path, publication)

    wanted = {target.path: target.sha256 for target in publication.targets}

    assert files_of(tmp_path / "1.sqlite") == wanted


def test_a_catalogue_of_another_program_counts_as_made_of_nothing(tmp_path: Path) -> None:
    built(tmp_path, a_publication(an_entry()))
    with closing(sqlite3.connect(tmp_path / "1.sqlite")) as db, db:
        db.execute("UPDATE about SET format = format - 1")

    assert files_of(tmp_path / "1.sqlite") == {}


def test_only_entries_that_are_new_are_counted(tmp_path: Path) -> None:
    built(tmp_path, a_publication(an_entry("one")))
    second = a_publication(an_entry("one"), an_entry("two"), version=2)

    result = built(tmp_path, second, tmp_path / "1.sqlite")

    assert (result.entries, result.changed) == (2, 1)


@pytest.mark.parametrize("growing", [True, False])
def test_growing_and_building_anew_show_the_same(tmp_path: Path, growing: bool) -> None:
    built(tmp_path, a_publication(titled("one", "Old"), an_entry("gone")))
    second = a_publication(titled("one", "New"), an_entry("three"), version=2)

    built(tmp_path, second, tmp_path / "1.sqlite" if growing else None)

    assert ids_in(tmp_path, 2) == ["three", "one"]


def test_in_a_changed_pack_only_the_changed_entry_is_written_again(tmp_path: Path) -> None:
    built(tmp_path, a_publication(an_entry("one"), titled("two", "Old")))
    second = a_publication(an_entry("one"), titled("two", "New"), version=2)
    built(tmp_path, second, tmp_path / "1.sqlite")

    before, after = rows_of(tmp_path, 1), rows_of(tmp_path, 2)
    assert after["one"] == before["one"]
    assert after["two"] != before["two"]


def test_the_file_before_stays_as_it_was(tmp_path: Path) -> None:
    built(tmp_path, a_publication(an_entry("one")))
    before = (tmp_path / "1.sqlite").read_bytes()

    built(tmp_path, a_publication(an_entry("two"), version=2), tmp_path / "1.sqlite")

    assert (tmp_path / "1.sqlite").read_bytes() == before


def test_words_of_an_old_version_find_nothing_any_more(tmp_path: Path) -> None:
    built(tmp_path, a_publication(titled("one", "Kangaroo")))
    built(tmp_path, a_publication(titled("one", "Housing"), version=2), tmp_path / "1.sqlite")

    catalogue = Catalogue(tmp_path / "2.sqlite", SUNDAY, "MVX", "B")

    assert catalogue.ids_with('"kangaroo"*', 10) == []
    assert catalogue.ids_with('"housing"*', 10) == ["one"]


def test_after_many_changes_the_index_is_made_anew(tmp_path: Path) -> None:
    kept = titled("kept", "Kept")
    built(tmp_path, a_publication(kept, titled("one", "Housing")))
    built(tmp_path, a_publication(kept, titled("one", "Money"), version=2), tmp_path / "1.sqlite")

    fourth = [kept, titled("one", "Work")]
    third = built(tmp_path, a_publication(*fourth, version=3), tmp_path / "2.sqlite")

    assert third.changed == len(fourth), "the one that stayed as it was is read again too"


def test_a_new_list_of_withdrawn_entries_replaces_the_old_one(tmp_path: Path) -> None:
    gone = write_withdrawn([Withdrawn(id="one", day=SUNDAY, reason="wrong")])
    first = a_publication(an_entry("one"), an_entry("two"), withdrawn__list_dot_jsonl=gone)
    built(tmp_path, first)
    again = write_withdrawn([Withdrawn(id="two", day=SUNDAY, reason="wrong")])
    second = replace(first, version=2, contents={**first.contents, "withdrawn/list.jsonl": again})

    result = built(tmp_path, second, tmp_path / "1.sqlite")

    assert (result.entries, result.changed) == (2, 0)
    assert ids_in(tmp_path, 2) == ["one"]


def test_a_damaged_file_before_is_not_built_upon(tmp_path: Path) -> None:
    (tmp_path / "0.sqlite").write_bytes(b"rubbish" * 1_000)

    built(tmp_path, a_publication(an_entry()), tmp_path / "0.sqlite")

    assert ids_in(tmp_path, 1) == ["housing-advice"]


def test_a_file_of_another_format_is_not_built_upon(tmp_path: Path) -> None:
    built(tmp_path, a_publication(an_entry("one")))
    with closing(sqlite3.connect(tmp_path / "1.sqlite")) as raw, raw:
        raw.execute("UPDATE about SET format = 999")

    result = built(tmp_path, a_publication(an_entry("one"), version=2), tmp_path / "1.sqlite")

    assert result.changed > 0


def test_a_broken_pack_is_refused_and_leaves_no_finished_file(tmp_path: Path) -> None:
    broken = a_publication(national__service_2den=b"")
    broken = replace(broken, contents={**broken.contents, "national/service-en-0.jsonl": b"{}\n"})

    with pytest.raises(Refused) as refused:
        built(tmp_path, broken)

    assert refused.value.code is Refusal.PACK_BROKEN
    assert not (tmp_path / "1.sqlite").exists()


def test_a_broken_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        built(tmp_path, a_publication(policy__clocks_dot_json=b'{"format":1}'))
    assert refused.value.code is Refusal.POLICY_BROKEN


def test_a_site_without_the_way_to_help_is_refused(tmp_path: Path) -> None:
    without = canonical.dump(a_profile().model_copy(update={"help": {}}))
    with pytest.raises(Refused) as refused:
        built(tmp_path, a_publication(site__mvx__profile_dot_json=without))
    assert refused.value.code is Refusal.HELP_MISSING


def test_a_policy_of_an_unknown_name_is_kept_unread(tmp_path: Path) -> None:
    assert built(tmp_path, a_publication(policy__weather_dot_json=b"later")).entries == 0


def test_an_unfinished_build_is_started_again(tmp_path: Path) -> None:
    (tmp_path / "1.part").write_bytes(b"half a file")

    built(tmp_path, a_publication(an_entry()))

    assert ids_in(tmp_path, 1) == ["housing-advice"]


def test_the_file_is_named_by_its_bytes(tmp_path: Path) -> None:
    publication = a_publication(an_entry())
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert len({built(one, publication).sha256, built(two, publication).sha256}) == 1


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_several_processes_write_the_same_file(tmp_path: Path) -> None:
    languages = ("ar", "ckb", "cy", "en", "es", "lt", "pl", "pt", "ro", "sq", "tr", "ur")
    first = a_publication(*(an_entry(language=language) for language in languages))
    second = a_publication(
        *(an_entry(language=language, title="Another") for language in languages), version=2
    )
    made: list[tuple[str, str]] = []

    for processes in (1, 3):
        files = [tmp_path / f"{version}-{processes}.sqlite" for version in (1, 2)]
        one = build(files[0], None, first, first.read, processes=processes)
        two = build(files[1], files[0], second, second.read, processes=processes)
        made.append((one.sha256, two.sha256))

    assert made[0] == made[1]


@pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
def test_a_pack_that_another_process_refuses_is_refused_here(tmp_path: Path) -> None:
    whole = a_publication(*(an_entry(language=language) for language in ("cy", "en", "pl", "ro")))
    packs = [path for path in whole.contents if path.startswith("national/")]
    more = {f"national/service-{code}-0.jsonl": b"{}\n" for code in ("aa", "bb", "cc", "dd")}
    broken = replace(whole, contents={**whole.contents, **more})

    with pytest.raises(Refused) as refused:
        build(tmp_path / "1.sqlite", None, broken, broken.read, processes=2)

    assert len(packs) == 4
    assert refused.value.code is Refusal.PACK_BROKEN


def test_progress_counts_the_packs(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    publication = a_publication(an_entry())

    build(
        tmp_path / "1.sqlite",
        None,
        publication,
        publication.read,
        lambda done, of: seen.append((done, of)),
    )

    assert seen[0] == (0, len(publication.targets))
    assert seen[-1] == (len(publication.targets), len(publication.targets))


def test_the_file_is_for_the_kiosk_alone(tmp_path: Path) -> None:
    built(tmp_path, a_publication(an_entry("one")))
    built(tmp_path, a_publication(an_entry("two"), version=2), tmp_path / "1.sqlite")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {0o600}


def test_an_entry_that_changed_leaves_no_mark_behind(tmp_path: Path) -> None:
    before = an_entry("one").model_copy(update={"areas": ("northgate",), "pathways": ("home",)})
    after = before.model_copy(update={"title": "Another title", "areas": ("eastbrook",)})
    published = a_publication(before), a_publication(after, version=2)
    files = tmp_path / "1.sqlite", tmp_path / "2.sqlite"
    build(files[0], None, published[0], published[0].read)
    build(files[1], files[0], published[1], published[1].read)

    with closing(sqlite3.connect(files[1])) as db:
        places = db.execute("SELECT code FROM marks WHERE list = 'place'").fetchall()
        numbers = db.execute("SELECT count(DISTINCT n) FROM marks").fetchone()

    assert sorted(places) == [("eastbrook",), ("help@eastbrook",)]
    assert numbers == (1,)
