"""Tables as somebody else would save them."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

JOB: Mapping[str, str] = {
    "title": "Packer",
    "summary": "You pack boxes at a long table.",
    "employer": "Fable Boxes",
    "occupation": "warehouse",
    "sector": "warehousing",
    "area": "marlow-vale",
    "location": "Marlow Vale town",
    "pay_from": "12.71",
    "pay_to": "",
    "pay_per": "hour",
    "hours": "37.5",
    "convictions": "each-person",
    "closing_day": "2027-01-31",
    "keeps_looking": "",
    "apply_with": "adviser",
    "how_to_apply": "An adviser applies with you on paper.",
    "reference": "",
}


def job(**changes: str) -> dict[str, str]:
    """One row of a good vacancy, with these cells changed."""
    return {**JOB, **changes}


def table(path: Path, *rows: Mapping[str, str], comma: str = ",", coding: str = "utf-8") -> Path:
    """Write rows as CSV; the head names what the first row names."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=comma)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(coding))
    return path


def lines(path: Path, *rows: Sequence[str]) -> Path:
    """Write cells as they are, for tables that are wrong as tables."""
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return path
