"""One HTML page that needs nothing but its pictures."""

from html import escape

STYLE = """
body { font: 16px/1.4 sans-serif; margin: 24px; background: #F5F3EE; color: #101820 }
img { width: 240px; margin: 4px; border: 1px solid #7F8C97; vertical-align: top }
section { background: #fff; padding: 12px 18px; margin: 12px 0; border-radius: 8px }
h2 { font-size: 18px; margin: 4px 0 } figure { display: inline-block; margin: 4px }
figcaption { font-size: 12px }
"""


def page(title: str, summary: str, body: str) -> str:
    """The whole page; the body is HTML already."""
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style><h1>{escape(title)}</h1><p>{escape(summary)}</p>{body}</html>\n"
    )
