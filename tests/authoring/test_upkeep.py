"""What keeps content true: what is due, confirming it, where nothing is written, new entries."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from admin_tools.authoring.confirming import confirm
from admin_tools.authoring.coverage import ANY, Coverage, coverage, table
from admin_tools.authoring.coverage_picture import NOTHING, drawn
from admin_tools.authoring.due import Due, due
from admin_tools.authoring.errors import AuthoringRefused
from admin_tools.authoring.findings import Severity
from admin_tools.authoring.skeleton import TODO, Beginning, write
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.about import FIELDS
from tests.builders.sources import FACTS, TODAY, checked, entry, found, sources

BY = "Housing team leader"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def due_in(content: Path, within: int) -> list[Due]:
    return list(due(checked(content).sources.written, TODAY, timedelta(days=within)))


def counted(content: Path) -> Coverage:
    return coverage(checked(content).sources, TODAY, "MVX")


def test_what_is_due_first_comes_first(content: Path) -> None:
    entry(content, "guide/later", facts=FACTS.replace("2027-05-18", "2027-01-30"))
    entry(content, "guide/sooner", facts=FACTS.replace("2027-05-18", "2026-12-30"))

    assert [one.id for one in due_in(content, 100)] == ["sooner", "later"]


def test_what_is_late_is_due_however_short_the_time(content: Path) -> None:
    entry(content, "guide/late", facts=FACTS.replace("2027-05-18", "2026-11-20"))

    (one,) = due_in(content, 0)

    assert (one.id, one.days(TODAY)) == ("late", -2)


def test_what_ends_before_its_review_is_due_when_it_ends(content: Path) -> None:
    entry(content, "guide/ends", facts="valid_to = 2026-12-01\n" + FACTS)

    (one,) = due_in(content, 30)

    assert (one.day, one.why) == (date(2026, 12, 1), "it ends")


def test_it_says_that_law_and_money_leave_the_screens_by_themselves(content: Path) -> None:
    entry(content, "guide/law", facts='ages = "vanish"\n' + FACTS)

    (one,) = (one for one in due_in(content, 400) if one.id == "law")

    assert one.afterwards == "leaves the screens"


def test_a_job_is_due_six_weeks_after_its_check_whatever_its_review(content: Path) -> None:
    entry(content, "vacancy/job", more="\n[vacancy]\n")

    (one,) = due_in(content, 60)

    assert (one.id, one.day, one.afterwards) == ("job", date(2026, 12, 30), "leaves the screens")


def test_a_job_that_is_past_its_age_is_found_before_its_review(content: Path) -> None:
    facts = FACTS.replace("checked_on = 2026-11-18", "checked_on = 2026-10-01")
    entry(content, "vacancy/job", facts=facts, more="\n[vacancy]\n")

    assert found(content, Severity.HINT) == [
        ("national/vacancy/job/facts.toml", 2, "past-review"),
    ]


def test_a_review_that_comes_after_the_age_of_its_kind_is_found(content: Path) -> None:
    folder = entry(content, "vacancy/job", more="\n[vacancy]\n")

    assert found(content, Severity.HINT) == [("national/vacancy/job/facts.toml", 4, "review-later")]

    confirm(folder, TODAY, BY)
    assert found(content, Severity.HINT) == []


def test_a_job_cannot_be_confirmed_for_longer_than_its_kind_is_believed(content: Path) -> None:
    folder = entry(content, "vacancy/job", more="\n[vacancy]\n")

    assert confirm(folder, TODAY, BY).review_by == TODAY + timedelta(42)
    with pytest.raises(AuthoringRefused, match="by 2027-01-03"):
        confirm(folder, TODAY, BY, date(2027, 3, 1))


def test_an_entry_in_two_languages_is_due_once(content: Path) -> None:
    entry(content, "guide/both", en="# Help\n\nHere it is.\n", cy="# Cymorth\n\nDyma fo.\n")

    assert [one.id for one in due_in(content, 400)].count("both") == 1


def test_confirming_writes_the_day_the_role_and_the_next_day(content: Path) -> None:
    folder = content / "national/guide/housing-help"

    done = confirm(folder, TODAY, BY)

    assert done.review_by == TODAY + (date(2027, 5, 18) - date(2026, 11, 18))
    (one,) = checked(content).sources.written
    assert (one.entry.checked_on, one.entry.checked_by) == (TODAY, BY)
    assert one.entry.review_by == done.review_by


def test_confirming_changes_no_other_sign_of_the_file(content: Path) -> None:
    remark = "# about this page\r\n"
    folder = entry(content, "guide/remarked", facts=remark + FACTS.replace("\n", "\r\n"))
    before = (folder / "facts.toml").read_bytes().split(b"\r\n")

    confirm(folder, TODAY, BY, date(2027, 2, 1))

    after = (folder / "facts.toml").read_bytes().split(b"\r\n")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [b"checked_on = 2026-11-22", b"review_by = 2027-02-01"]


def test_confirming_writes_a_line_that_was_missing(content: Path) -> None:
    facts = FACTS.replace('checked_by = "Housing team leader"\n', "")
    folder = entry(content, "guide/nobody", facts=facts)

    confirm(folder, TODAY, 'The "duty" manager')

    assert not found(content)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        pytest.param("checked_on = tomorrow\n", "not-readable", id="not TOML"),
        pytest.param("valid_to = 2026-11-01\n" + FACTS, "ended", id="ended"),
        pytest.param(
            FACTS.replace("checked_on = 2026-11-18", '"checked_on" = 2026-11-18'),
            "not-understood",
            id="quoted key",
        ),
    ],
)
def test_what_cannot_be_confirmed_stays_as_it_was(content: Path, facts: str, code: str) -> None:
    folder = entry(content, "guide/odd", facts=facts)

    with pytest.raises(AuthoringRefused) as refused:
        confirm(folder, TODAY, BY)

    assert refused.value.code == code
    assert (folder / "facts.toml").read_text(encoding="utf-8") == facts
    assert {path.name for path in folder.iterdir()} == {"facts.toml", "en.md"}


@pytest.mark.parametrize("days", [0, 400])
def test_nothing_is_believed_for_longer_than_a_year(content: Path, days: int) -> None:
    with pytest.raises(AuthoringRefused, match="Nothing was changed"):
        confirm(content / "national/guide/housing-help", TODAY, BY, TODAY + timedelta(days=days))


def test_an_entry_counts_at_each_of_its_stages(content: Path) -> None:
    entry(content, facts='pathways = ["home"]\nstages = ["remand", "last-week"]\n' + FACTS)

    at = counted(content)

    assert [at.at("home", stage) for stage in ("remand", "last-week", "sentence")] == [1, 1, 0]


def test_an_entry_without_a_stage_closes_every_gap_of_its_pathway(content: Path) -> None:
    assert ("home", "remand") in counted(content).gaps()

    entry(content, facts='pathways = ["home"]\n' + FACTS)

    at = counted(content)
    assert at.at("home", ANY) == 1
    assert not [stage for pathway, stage in at.gaps() if pathway == "home"]


def test_areas_are_counted_apart(content: Path) -> None:
    entry(content, facts='pathways = ["home"]\nareas = ["northgate"]\n' + FACTS)

    at = counted(content)

    assert (at.at("home", ANY, "northgate"), at.at("home", ANY, "southmere")) == (1, 0)


def test_what_is_out_of_date_covers_nothing(content: Path) -> None:
    late = FACTS.replace("2027-05-18", "2026-11-20")
    entry(content, facts='pathways = ["home"]\n' + late)

    assert counted(content).at("home", ANY) == 0


def test_the_table_has_a_dot_where_nothing_is_written(content: Path) -> None:
    entry(content, facts='pathways = ["home"]\nstages = ["remand"]\n' + FACTS)

    head, rows = table(counted(content), None)

    home = dict(zip(head, rows[0], strict=True))
    columns = {code: str(number) for number, (code, _) in enumerate(counted(content).stages.terms)}
    assert (home[columns["remand"]], home[columns["recalled"]]) == ("1", "·")


def test_the_picture_shows_a_gap_in_its_own_colour(content: Path) -> None:
    bare = Image.open(BytesIO(drawn(counted(content)))).convert("RGB")
    entry(content, facts='pathways = ["home"]\n' + FACTS)
    less = Image.open(BytesIO(drawn(counted(content)))).convert("RGB").crop((0, 0, *bare.size))

    assert dots(less, NOTHING) < dots(bare, NOTHING)


@pytest.mark.parametrize("kind", sorted(set(FIELDS) | {"guide"}))
def test_a_new_entry_lacks_only_what_a_person_must_write(content: Path, kind: str) -> None:
    write(content / "sites/mvx", beginning(Kind(kind)))

    mine = [code for file, _, code in found(content) if f"{kind}/new-one" in file]

    assert {"never", "field"} & set(mine), "an unfinished page must not be published"
    assert not {"toml", "unread", "no-facts"} & set(mine), mine


@pytest.mark.parametrize("kind", list(Kind))
def test_a_new_entry_passes_the_check_once_it_is_filled_in(content: Path, kind: Kind) -> None:
    for file in write(content / "national", beginning(kind)):
        file.write_text(file.read_text("utf-8").replace(TODO, "Words"), "utf-8")

    assert [code for file, _, code in found(content) if f"{kind}/new-one" in file] == []


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_each_field_of_a_new_entry_is_a_field_of_its_kind(content: Path, kind: str) -> None:
    facts, _ = write(content / "sites/mvx", beginning(Kind(kind)))

    own = facts.read_text(encoding="utf-8").partition(f"[{kind}]")[2]
    named = {line.removeprefix("# ").partition(" =")[0] for line in own.splitlines()[1:]}

    assert named == set(FIELDS[kind].model_fields) - {"kind"}


def test_a_new_entry_never_takes_the_place_of_another(content: Path) -> None:
    write(content / "national", beginning(Kind.GUIDE))
    page = content / "national/guide/new-one/en.md"
    page.write_text("# Mine\n\nWritten.\n", encoding="utf-8")

    with pytest.raises(FileExistsError):
        write(content / "national", beginning(Kind.GUIDE))

    assert page.read_text(encoding="utf-8") == "# Mine\n\nWritten.\n"


def dots(image: Image.Image, colour: str) -> int:
    every = image.getcolors(image.width * image.height) or []
    return {rgb: count for count, rgb in every}[tuple(bytes.fromhex(colour[1:]))]


def test_an_owner_with_quotation_marks_is_written_as_it_is(content: Path) -> None:
    quoted = replace(beginning(Kind.GUIDE), owner='The "Hub" lead')

    facts, _ = write(content / "national", quoted)

    assert tomllib.loads(facts.read_text(encoding="utf-8"))["owner"] == 'The "Hub" lead'


def beginning(kind: Kind) -> Beginning:
    return Beginning(kind, "new-one", TODO, "keep-home", BY, TODAY)
