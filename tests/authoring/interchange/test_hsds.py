"""Services from and to Open Referral, in every form that people have."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.hsds_in import from_service
from admin_tools.authoring.interchange.hsds_out import to_service
from admin_tools.authoring.interchange.judging import Outcome
from admin_tools.authoring.interchange.rows import NotReadable
from kiosk.exchange.kinds.service import Service
from tests.builders.brought import as_json, brought, entry, names, told
from tests.builders.sources import found, sources

ID = "ac148810-d857-441c-9679-408f346de14b"
OWN: Mapping[str, object] = {
    "id": ID,
    "name": "Debt talks",
    "description": "Somebody goes through your debts with you.\nBring letters.",
    "status": "active",
    "assured_date": "2026-11-20",
    "eligibility_description": "Anyone",
    "fees_description": "Free",
}
SERVICE: Mapping[str, object] = {
    **OWN,
    "organization": {"id": "x", "name": "Harbour Support", "description": "A charity"},
    "schedules": [
        {"byday": "MO,TU", "opens_at": "10:00:00", "closes_at": "12:00", "freq": "WEEKLY"},
        {"id": "y", "description": "The first Friday, by letter"},
    ],
    "phones": [{"id": "z", "number": "0800 000 0000", "description": "reception"}],
    "required_documents": [{"document": "Any letter"}],
    "service_at_locations": [
        {
            "location": {
                "name": "The hall",
                "addresses": [{"address_1": "1 Quay", "city": "Northgate"}],
            }
        }
    ],
}
NAME = "debt-talks-harbour-support"
TABLES: Mapping[str, list[Mapping[str, object]]] = {
    "organization": [{"id": "x", "name": "Harbour Support"}],
    "service": [{**OWN, "organization_id": "x"}],
    "schedule": [
        {"service_id": ID, "byday": "MO,TU", "opens_at": "10:00", "closes_at": "12:00"},
        {"service_id": ID, "description": "The first Friday, by letter"},
    ],
    "phone": [{"service_id": ID, "number": "0800 000 0000", "description": "reception"}],
    "required_document": [{"service_id": ID, "document": "Any letter"}],
    "service_at_location": [{"service_id": ID, "location_id": "l"}],
    "location": [{"id": "l", "name": "The hall"}],
    "address": [{"location_id": "l", "address_1": "1 Quay", "city": "Northgate"}],
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def served(content: Path, *services: Mapping[str, object]) -> Path:
    return as_json(content.parent / "services.json", {"contents": list(services)})


def zipped(path: Path) -> Path:
    """The same as a Tabular Data Package: one CSV file for each kind of thing."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, rows in TABLES.items():
            heads = list(dict.fromkeys(key for row in rows for key in row))
            text = io.StringIO()
            writer = csv.DictWriter(text, heads)
            writer.writeheader()
            writer.writerows(rows)
            plural = "addresses" if name == "address" else f"{name}s"
            archive.writestr(f"package/{plural}.csv", text.getvalue())
    return path


@pytest.mark.parametrize("form", ["list", "one", "old", "lines", "tables", "package"])
def test_a_service_is_the_same_in_every_form(content: Path, form: str) -> None:
    path = content.parent / "services.json"
    if form == "package":
        file = zipped(content.parent / "services.zip")
    elif form == "lines":
        file = content.parent / "services.ndjson"
        file.write_text(json.dumps(SERVICE), encoding="utf-8")
    else:
        old = {**SERVICE, "regular_schedules": SERVICE["schedules"], "schedules": []}
        forms = {
            "list": {"total_items": 1, "contents": [SERVICE]},
            "old": {"totalElements": 1, "content": [old]},
            "tables": TABLES,
        }
        file = as_json(path, forms.get(form, SERVICE))

    assert told(brought(content, file, "services")) == []

    about = entry(content, NAME).about
    assert isinstance(about, Service)
    assert [(s.byday, s.opens_at, s.closes_at) for s in about.schedules] == [
        (("MO", "TU"), "10:00", "12:00")
    ]
    assert about.schedule_note == "The first Friday, by letter"
    assert [(p.number, p.description) for p in about.phones] == [("0800 000 0000", "reception")]
    assert (about.organization, about.required_documents) == ("Harbour Support", "Any letter")
    assert (about.location, about.address) == ("The hall", "1 Quay, Northgate")
    assert found(content) == []


def test_a_service_that_came_in_goes_out_the_same(content: Path) -> None:
    brought(content, served(content, SERVICE), "services")

    out = to_service(entry(content, NAME))

    same = set(OWN) - {"id"}
    assert {name: out[name] for name in same} == {name: OWN[name] for name in same}
    assert json.dumps(out["organization"]).count("Harbour Support") == 2
    assert to_service(entry(content, NAME))["id"] == out["id"]


@pytest.mark.parametrize(
    ("changes", "field", "problem"),
    [
        ({"name": ""}, "name", "It is empty."),
        ({"description": None}, "summary", "It is empty."),
        ({"minimum_age": "ten"}, "minimum_age", "“ten” is no number of them."),
        ({"assured_date": "2026-02-31"}, "checked_on", "There is no day “2026-02-31”."),
        ({"assured_date": "2027-02-01"}, "checked_on", "This day has not come yet."),
        ({"description": "For any offender."}, "page", "We never say 'offender'."),
    ],
)
def test_what_is_wrong_with_a_service_is_told_and_nothing_is_put_in(
    content: Path, changes: dict[str, object], field: str, problem: str
) -> None:
    file = served(content, {**SERVICE, "name": "Other"}, {**SERVICE, **changes})

    assert (2, field, problem) in told(brought(content, file, "services"))
    assert names(content, "service") == []


def test_a_service_that_is_not_active_does_not_come_in(content: Path) -> None:
    result = brought(content, served(content, {**SERVICE, "status": "defunct"}), "services")

    assert (result.outside, result.written) == (1, 0)


def test_a_service_that_says_otherwise_is_held(content: Path) -> None:
    brought(content, served(content, SERVICE), "services")

    again = brought(content, served(content, {**SERVICE, "fees_description": "£5"}), "services")

    assert again.rows[0].held.endswith("says otherwise: fees_description")


def test_the_same_name_under_another_id_is_held(content: Path) -> None:
    brought(content, served(content, {**SERVICE, "organization": None}), "services")

    again = brought(content, served(content, SERVICE), "services")

    assert again.count(Outcome.HELD) == 1
    assert again.rows[0].held == "debt-talks has the same name"


def test_another_thing_of_the_same_name_comes_in_under_an_id_of_its_own(content: Path) -> None:
    file = content.parent / "services.csv"
    head = "id,name,summary\n"
    file.write_text(f"{head},Food bank,Food for a week.\n", encoding="utf-8")
    brought(content, file, "services")
    file.write_text(f"{head}food-bank-quay,Food bank,Food at the quay.\n", encoding="utf-8")

    assert brought(content, file, "services").written == 1


def test_a_service_comes_in_as_a_table_too(content: Path) -> None:
    file = content.parent / "services.csv"
    file.write_text(
        "Name,Summary,Organization,Phones,Schedules\n"
        "Debt talks,Somebody goes through your debts.,Harbour Support,"
        '0800 000 0000 (reception),"Monday, Tuesday 9.30-12:00"\n',
        encoding="utf-8",
    )

    assert brought(content, file, "services").written == 1

    about = entry(content, NAME).about
    assert isinstance(about, Service)
    assert about.schedules[0].byday == ("MO", "TU")
    assert about.schedules[0].opens_at == "09:30"


@pytest.mark.parametrize("hours", ["often", "Someday 10:00", "MO 25:00"])
def test_hours_that_cannot_be_read_are_told(content: Path, hours: str) -> None:
    file = content.parent / "services.csv"
    file.write_text(f"name,summary,schedules\nDebt talks,Talks.,{hours}\n", encoding="utf-8")

    result = brought(content, file, "services")

    assert (2, "schedules", "Opening hours cannot be read.") in told(result)


def test_odd_values_inside_are_read_as_nothing() -> None:
    assert not any(
        from_service({"phones": "x", "schedules": [3], "organization": []}).cells.values()
    )


def test_a_package_without_services_is_refused(content: Path) -> None:
    with zipfile.ZipFile(content.parent / "services.zip", "w") as archive:
        archive.writestr("phones.csv", "id\n1\n")

    with pytest.raises(NotReadable, match=r"no services\.csv"):
        brought(content, content.parent / "services.zip", "services")
