"""The JSON Schemas of the kinds."""

import json
from collections.abc import Mapping

import pytest

from admin_tools.authoring.schemas import schemas
from kiosk.exchange.kinds.about import FIELDS
from tests.architecture.house import HOUSE
from tests.builders.schema import misfits
from tests.exchange.kinds.examples import EXAMPLES

SCHEMAS = dict(schemas())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schema_in_the_documents_is_what_the_code_says(name: str) -> None:
    file = HOUSE / "docs" / "schemas" / name

    assert file.read_text(encoding="utf-8") == SCHEMAS[name], "run: make schemas"


def test_the_documents_hold_no_other_schema() -> None:
    found = {path.name for path in (HOUSE / "docs" / "schemas").iterdir()}

    assert found == set(SCHEMAS)


def schema(kind: str) -> Mapping[str, object]:
    found: dict[str, object] = json.loads(SCHEMAS[f"{kind}.schema.json"])
    return found


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_an_example_fits_its_schema(kind: str) -> None:
    assert misfits({"kind": kind, **EXAMPLES[kind]}, schema(kind)) == []


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"colour": "blue"}, "colour"),
        ({"kind": "guide"}, "kind"),
        ({"weekly_hours": "37,5"}, "weekly_hours"),
        ({"base_salary": {"unit": "hour"}}, "base_salary"),
        ({"total_job_openings": "four"}, "total_job_openings"),
        ({"day_release": "perhaps"}, "day_release"),
        ({"courses": ["A course"]}, "courses/0"),
    ],
)
def test_what_does_not_fit_is_said_by_the_schema(changed: dict[str, object], where: str) -> None:
    said = {"kind": "vacancy", **EXAMPLES["vacancy"], **changed}

    assert misfits(said, schema("vacancy")) == [where]
