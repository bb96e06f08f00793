"""A small folder of sources that is right, for tests to break in one place."""

import re
import shutil
from datetime import date
from pathlib import Path

from admin_tools.authoring.check import Checked, check
from admin_tools.authoring.findings import Severity
from tests.architecture.house import HOUSE

TODAY = date(2026, 11, 22)
FACTS = """\
topics = ["keep-home"]
checked_on = 2026-11-18
checked_by = "Housing team leader"
review_by = 2027-05-18
owner = "Head of resettlement"

[source]
name = "A document"
day = 2026-11-16
verified = true
"""
PAGE = """\
# Housing help

A housing worker can help you.
"""
FORM = """
[form]
version = 1
desk = "housing"
clock = "standard"
short_name = { en = "Housing" }
reader = { en = "The housing team" }
ask_button = { en = "Ask" }

[[form.questions]]
id = "first"
text = { en = "Is there a date?" }
easy = { en = "Is there a day?" }
choices = [{ code = "yes", text = { en = "Yes" } }, { code = "no", text = { en = "No" } }]

[[form.questions]]
id = "second"
text = { en = "When?" }
easy = { en = "Which day?" }
only_if = [{ question = "first", any_of = ["yes"] }]
choices = [{ code = "soon", text = { en = "Soon" } }, { code = "later", text = { en = "Later" } }]
"""


def sources(root: Path) -> Path:
    """Policy and the demonstration prison as they are, one entry, nothing else.

    No entry needs easy read and no output is owed, because hardly any entry is there.
    """
    shutil.copytree(HOUSE / "content" / "policy", root / "policy")
    (root / "policy" / "dues.toml").write_text("dues = []\n")  # no entry of it is here
    (root / "policy" / "print-packs.toml").write_text("packs = []\n")
    wording = root / "policy" / "wording.toml"
    wishes = r"(?sm)^(easy_read|core_outputs|after_release) = \[.*?\]"
    none = re.sub(wishes, r"\1 = []", wording.read_text("utf-8"))
    wording.write_text(none, "utf-8")
    (root / "sites/mvx").mkdir(parents=True)
    profile = HOUSE / "content" / "sites" / "mvx" / "profile.toml"
    lines = profile.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("partner_bank")]
    (root / "sites/mvx/profile.toml").write_text("".join(kept), encoding="utf-8")
    entry(root)
    return root


def entry(
    root: Path,
    name: str = "guide/housing-help",
    *,
    facts: str = FACTS,
    more: str = "",
    layer: str = "national",
    **pages: str,
) -> Path:
    """Write one entry; each further keyword is the page of a language."""
    folder = root / layer / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "facts.toml").write_text(facts + more, encoding="utf-8")
    for language, page in (pages or {"en": PAGE}).items():
        (folder / f"{language}.md").write_text(page, encoding="utf-8")
    return folder


def checked(root: Path) -> Checked:
    """Check it on the day on which the tests live."""
    return check(root, TODAY)


def found(root: Path, severity: Severity = Severity.MUST) -> list[tuple[str, int, str]]:
    """The findings of one severity: file, line, code."""
    return [(f.file, f.line, f.code) for f in checked(root).findings if f.severity is severity]
