"""HSDS as tables: one list for each kind of thing, in one JSON file or as CSV files in a ZIP."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath

from admin_tools.authoring.interchange.archive import Archive
from admin_tools.authoring.interchange.hsds_in import FORM
from admin_tools.authoring.interchange.rows import NotReadable
from admin_tools.authoring.interchange.streaming import values
from admin_tools.authoring.interchange.table import records

MOST = 32 * 1024 * 1024
"""Bytes of a file whose lists must be joined: they are in memory all at once."""
_SERVICES = ("service", "services")
_BELOW = {
    "phones": ("phone", "phones"),
    "schedules": ("schedule", "schedules", "regular_schedules"),
    "required_documents": ("required_document", "required_documents"),
    "languages": ("language", "languages"),
    "cost_options": ("cost_option", "cost_options"),
    "service_at_locations": ("service_at_location", "service_at_locations", "services_at_location"),
}
"""What stands below a service, with the names that its list may have."""
Record = Mapping[str, object]
Tables = Mapping[str, Sequence[Record]]


def services(path: Path) -> Iterator[object]:
    """Give every service of a file, whole: compiled ones as they stand, those of tables joined."""
    tables = _zipped(path) if path.suffix.lower() == ".zip" else _listed(path)
    return _joined(tables) if tables else values(path, FORM.lists)


def _listed(path: Path) -> Tables | None:
    """Read a JSON file that holds a list for each kind of thing; None when it is another."""
    if path.stat().st_size > MOST:
        return None
    try:
        value = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None  # the stream says where it breaks off
    if not isinstance(value, dict) or not any(name in value for name in _SERVICES):
        return None
    return {name: _records(listed) for name, listed in value.items() if isinstance(listed, list)}


def _records(listed: Sequence[object]) -> list[Record]:
    return [one for one in listed if isinstance(one, dict)]


def _zipped(path: Path) -> Tables:
    """Read each CSV file of a ZIP as the list of its name."""
    archive, tables = Archive(path), {}
    for name in sorted(archive.names):
        if name.lower().endswith(".csv"):
            rows = records(BytesIO(archive.read(name, MOST)))
            head = next(rows, [])
            tables[PurePosixPath(name).stem] = [dict(zip(head, row, strict=False)) for row in rows]
    if not _first(tables, _SERVICES):
        raise NotReadable("There is no services.csv in it.")
    return tables


def _joined(tables: Tables) -> Iterator[object]:
    """Put below each service what names it."""
    firms = {one.get("id"): one for one in _first(tables, ("organization", "organizations"))}
    addresses = _by(_first(tables, ("address", "addresses", "physical_addresses")), "location_id")
    places = {
        one.get("id"): {**one, "addresses": addresses[one.get("id")]}
        for one in _first(tables, ("location", "locations"))
    }
    below = {name: _by(_first(tables, names), "service_id") for name, names in _BELOW.items()}
    for service in _first(tables, _SERVICES):
        found = {name: listed[service.get("id")] for name, listed in below.items()}
        for one in found["service_at_locations"]:
            one["location"] = places.get(one.get("location_id"), {})
        firm = firms.get(service.get("organization_id"), {})
        yield {**service, "organization": firm, **{k: v for k, v in found.items() if v}}


def _by(listed: Sequence[Record], key: str) -> Mapping[object, list[dict[str, object]]]:
    found: defaultdict[object, list[dict[str, object]]] = defaultdict(list)
    for one in listed:
        found[one.get(key)].append(dict(one))
    return found


def _first(tables: Tables, names: Sequence[str]) -> Sequence[Record]:
    return next((tables[name] for name in names if name in tables), ())
