"""What the tour leaves behind: journey.json for programs, index.html for people."""

import json
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it went: seconds it took, its picture, what a command printed."""

    name: str
    seconds: float
    picture: str
    printed: str = ""


def write_journal(steps: tuple[Step, ...], out: Path) -> None:
    """Leave journey.json for programs, index.html for people."""
    (out / "journey.json").write_text(
        json.dumps([asdict(step) for step in steps], indent=1), encoding="utf-8"
    )
    rooms = "".join(
        f"<section><h2>{number}. {escape(step.name)}</h2><p>{step.seconds:.2f} s</p>"
        + (f'<img src="{step.picture}" alt="">' if step.picture else "")
        + (f"<pre>{escape(step.printed)}</pre>" if step.printed else "")
        + "</section>"
        for number, step in enumerate(steps, 1)
    )
    (out / "index.html").write_text(PAGE.format(rooms=rooms), encoding="utf-8")


PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Signpost: the circle</title>
<style>
body {{ font: 18px/1.5 sans-serif; max-width: 60em; margin: 2em auto; background: #F5F3EE }}
img {{ width: 100%; border: 1px solid #C9D3DA }}
pre {{ background: #fff; padding: 1em; overflow: auto; max-height: 20em }}
</style>
<h1>Signpost: the whole circle, once</h1>
<p>Real commands, real files, real touches on the real screens.
Places and people are invented.</p>
{rooms}
</html>
"""
