"""Makes the files of a new entry, filled in as far as a machine can."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from admin_tools.authoring.facts import put, source, toml, until
from admin_tools.authoring.header import VANISHING
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.about import FIELDS

TODO = "TODO"
"""Stands where a person must write; the check stops publishing while it is there."""
_EXAMPLES = {
    "string": '{ en = "" }',
    "array": "[]",
    "boolean": "false",
    "integer": "0",
    "#/$defs/Times": '{ dtstart = 2027-01-11T09:30:00, duration = "PT1H" }',
    "#/$defs/Pay": '{ minimum = 1250, unit = "hour" }   # pence',
    "#/$defs/Length": '{ number = 6, unit = "weeks" }',
}
"""How a value of each type is written."""
_NEEDED = {
    "rates": f'[{{ pence = 1, each = "week", what = {{ en = "{TODO}" }} }}]',
    "housing_type": '"shared"   # a code of policy/housing-types.toml',
    "settled": '"settled"   # or supported, short, emergency',
    "to": '"landlord"   # a code of policy/letter-readers.toml',
}
"""What stands in a field that must be there, where its type does not say enough."""
_FORM = f"""
[form]
version = 1            # one more with every change
desk = "housing"       # policy/desks.toml: who answers
clock = "standard"     # policy/clocks.toml: by when
short_name = {{ en = "{TODO}" }}
reader = {{ en = "{TODO}: who reads this, as The housing team" }}
ask_button = {{ en = "{TODO}: the words on the button" }}

[[form.questions]]
id = "first"
text = {{ en = "{TODO}" }}
easy = {{ en = "{TODO}" }}
choices = [
  {{ code = "yes", text = {{ en = "Yes" }} }},
  {{ code = "no", text = {{ en = "No" }} }},
]"""
_AGES = {True: timedelta(days=90), False: timedelta(days=180)}


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known before the first word: kind, id, title, the group it goes into, who owns it."""

    kind: Kind
    id: str
    title: str
    topic: str
    owner: str
    day: date


def write(layer: Path, beginning: Beginning) -> tuple[Path, ...]:
    """Write facts.toml and en.md; FileExistsError when an entry of this id is there."""
    folder = layer / beginning.kind.value / beginning.id
    return put(folder, _facts(beginning), _page(beginning))


def _facts(beginning: Beginning) -> Iterator[str]:
    owner = toml(beginning.owner)
    review = until(beginning.kind, beginning.day, _AGES[beginning.kind in VANISHING])
    yield f"topics = {toml([beginning.topic])}"
    yield "stages = []       # codes of policy/stages.toml; empty: at any time"
    yield "pathways = []     # codes of policy/pathways.toml"
    yield "areas = []        # codes of policy/areas.toml; empty: everywhere"
    yield f"checked_on = {beginning.day}"
    yield f"checked_by = {owner}"
    yield f"review_by = {review}"
    yield f"owner = {owner}"
    yield from source(f"{TODO}: the document, the web page or the person's role", beginning.day)
    yield from _own(beginning.kind)


def _own(kind: Kind) -> Iterator[str]:
    """List every field of the kind, each as a remark until somebody fills it in."""
    model = FIELDS.get(kind.value)
    if model is None:
        yield _FORM
        return
    yield ""
    yield f"[{kind.value}]   # take the # away from what you know; docs/schemas says what fits"
    every = model.model_json_schema()
    for name, schema in every["properties"].items():
        if name in every.get("required", ()):
            yield f"{name} = {_NEEDED.get(name) or _example(schema)}   # must be there"
        elif name != "kind":
            yield f"# {name} = {_example(schema)}"


def _example(schema: Mapping[str, object]) -> str:
    """Show the form of a value: words by language, a day, a code, a list."""
    parts = schema.get("anyOf")
    one: Mapping[str, object] = parts[0] if isinstance(parts, list) else schema
    default = schema.get("default")
    if one.get("format") == "date":
        return "2027-01-31"
    if "enum" in one or (default is None and one.get("type") == "string"):
        return f'"{default or ""}"'
    return _EXAMPLES.get(str(one.get("type", one.get("$ref"))), '""')


def _page(beginning: Beginning) -> str:
    opening = (
        f"# {beginning.title}\n"
        f"synonyms: {TODO}\n"
        "\n"
        f"{TODO}: what this is and what you get, in one or two short sentences.\n"
    )
    if beginning.kind is Kind.FORM:
        return opening
    return (
        f"{opening}\n"
        f"## {TODO}: what happens\n"
        "\n"
        f"1. {TODO}\n"
        f"2. {TODO}\n"
        "\n"
        f"> [!contact] {TODO}: who to tell when something here is wrong\n"
    )
