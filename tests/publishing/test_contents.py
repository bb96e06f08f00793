"""What is published of the sources."""

from pathlib import Path

from admin_tools.publishing.contents import TARGETS, contents
from tests.builders.sources import checked, entry, sources

CONSENT = '\n[story]\nconsent.en = "S-014"\npseudonym.en = "Dean"\nwhat_helped.en = "The CV."\n'


def test_the_paper_on_which_somebody_agreed_never_leaves_the_authors_machine(
    tmp_path: Path,
) -> None:
    root = sources(tmp_path / "content")
    entry(root, "story/a-story", more=CONSENT)

    files = contents(checked(root).sources, None)[TARGETS]

    (pack,) = [data for path, data in files.items() if path.startswith("national/story-en")]
    assert b"The CV." in pack
    assert b"S-014" not in pack
