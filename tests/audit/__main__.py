"""Walks every screen in every size, theme and language; build/audit/index.html says what is wrong.

python -m tests.audit          everything (`make audit`)
python -m tests.audit cy ar    only these languages
"""

import sys
from collections import defaultdict
from datetime import timedelta
from html import escape
from pathlib import Path
from time import monotonic

from tests.audit.findings import Finding
from tests.audit.page import page
from tests.audit.views import every_view
from tests.audit.walks import shared_walk

FOLDER = Path("build/audit")
PICTURES = 6
"""Pictures shown of one complaint; the rest are named."""


def main() -> int:
    """Audit, write the report, say how it went."""
    start, wanted = monotonic(), sys.argv[1:]
    views = [view for view in every_view() if not wanted or view.language in wanted]
    found = shared_walk(views, FOLDER, every_picture=False)
    took = timedelta(seconds=round(monotonic() - start))
    summary = f"{len(views)} pictures looked at in {took}: {len(found)} findings."
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "index.html").write_text(page("Audit of the screens", summary, _rows(found)))
    sys.stdout.write(f"{summary} {FOLDER / 'index.html'}\n")
    return 1 if found else 0


def _rows(found: list[Finding]) -> str:
    complaints = defaultdict(list)
    for one in sorted(found, key=lambda one: (one.rule, one.view.screen, one.part, one.view.name)):
        complaints[one.kind].append(one)
    return "\n".join(_complaint(ones) for ones in complaints.values())


def _complaint(ones: list[Finding]) -> str:
    first = ones[0]
    title = f"{first.rule}: {first.view.screen}: {first.part} ({len(ones)})"
    pictures = "".join(
        f'<a href="{name}.png"><img loading="lazy" src="small/{name}.png" alt=""></a>'
        for name in (escape(one.view.name) for one in ones[:PICTURES])
    )
    lines = "".join(f"<li>{escape(one.view.name)}: {escape(one.figure)}</li>" for one in ones)
    return (
        f"<section><h2>{escape(title)}</h2>{pictures}"
        f"<details><summary>{escape(first.figure)}</summary><ul>{lines}</ul></details></section>"
    )


if __name__ == "__main__":
    sys.exit(main())
