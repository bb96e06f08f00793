"""Whatever somebody types, the check answers with findings and never falls over."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from admin_tools.authoring.manners import Wording
from admin_tools.authoring.markdown import read_page
from admin_tools.authoring.wording import check_words
from admin_tools.authoring.writing import read_entry
from tests.builders.sources import FACTS, FORM, PAGE

MARKS = st.sampled_from(
    (
        *("# ", "## ", "- ", "1. ", "> ", "> [!contact] ", "[](entry:a)", "[](ask:b)", "**", "`"),
        *("{facts}", "synonyms: ", "![", "](", "<b>", "|", "\t", "  \n", "---", "[a]: b", "\n"),
    )
)
PAGES = st.lists(st.one_of(MARKS, st.text(max_size=12)), max_size=30).map("".join)
LINES = FACTS.splitlines() + FORM.splitlines()
VALUES = st.sampled_from(
    ["3", '"x"', "true", "[]", "{}", '["x"]', "2026-02-28", "10:00:00", '{ en = "x" }', "1.5"]
)
KEYS = st.sampled_from(
    (
        *("topics", "facts", "form", "source", "checked_on", "nations", "ages", "form.questions"),
        *("facts.label", "source.name", "valid_from", "also", "replaced_by", "synonyms", "x.y"),
    )
)
TOML = st.lists(
    st.one_of(
        st.sampled_from(LINES), st.builds("{} = {}".format, KEYS, VALUES), st.text(max_size=20)
    ),
    max_size=25,
).map("\n".join)


@given(PAGES)
def test_any_page_is_read(text: str) -> None:
    page = read_page(text)

    assert len(page.blocks) == len(page.lines)
    assert page.problems or page.title


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(facts=st.one_of(TOML, TOML.map(lambda more: FACTS + more)), page=PAGES)
def test_any_folder_of_an_entry_is_read(facts: str, page: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "national" / "guide" / "one"
        folder.mkdir(parents=True)
        (folder / "facts.toml").write_bytes(facts.encode(errors="replace"))
        (folder / "en.md").write_bytes((PAGE + page).encode(errors="replace"))

        written, findings = read_entry(folder, "national", Path(name))

    assert written or findings
    for one in written:
        list(check_words(one, Wording()))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "national" / "guide" / "one"
        folder.mkdir(parents=True)
        (folder / "facts.toml").write_bytes(data)
        (folder / "en.md").write_bytes(data)

        written, findings = read_entry(folder, "national", Path(name))

    assert not written
    assert findings
