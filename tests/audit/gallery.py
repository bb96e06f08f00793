"""Draws every screen in sizes, themes and languages into build/gallery/index.html."""

import sys
from html import escape
from pathlib import Path

from tests.audit.page import page
from tests.audit.views import SCREENS, View, every_view, languages
from tests.audit.walks import shared_walk

FOLDER = Path("build/gallery")
SHOWN = ("en", "cy", "ar", "pa", "pl")


def main() -> None:
    """Draw, then write the page."""
    there = [language for language in SHOWN if language in languages()]
    views = [view for view in every_view() if view.language in there]
    shared_walk(views, FOLDER, every_picture=True)
    body = "\n".join(
        _section(screen, [v for v in views if v.screen == screen]) for screen in SCREENS
    )
    summary = f"{len(views)} pictures: {len(SCREENS)} screens, in {', '.join(there)}."
    (FOLDER / "index.html").write_text(page("Every screen", summary, body))
    sys.stdout.write(f"{summary} {FOLDER / 'index.html'}\n")


def _section(screen: str, views: list[View]) -> str:
    figures = "".join(_figure(view) for view in views)
    return f'<section id="{screen}"><h2>{screen}</h2>{figures}</section>'


def _figure(view: View) -> str:
    name, (width, height) = escape(view.name), view.size
    said = f"{width}x{height} {view.theme} {view.language}"
    image = f'<img loading="lazy" src="small/{name}.png" alt="{name}">'
    return f'<figure><a href="{name}.png">{image}</a><figcaption>{said}</figcaption></figure>'


if __name__ == "__main__":
    main()
