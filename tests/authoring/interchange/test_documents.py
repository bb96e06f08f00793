"""Word documents as small organisations send them: a table, a form, or a page."""

from pathlib import Path

import pytest

from admin_tools.authoring.interchange.archive import Archive
from admin_tools.authoring.interchange.documents import JOINED
from admin_tools.authoring.interchange.documents_in import DocumentPages, DocumentTable
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.listings import listing
from admin_tools.authoring.interchange.rows import NotReadable
from kiosk.exchange.blocks import Heading, Paragraph
from tests.builders.brought import brought, entry, names, told
from tests.builders.documents import OLE, cell, grid, packed, para, run, word
from tests.builders.sources import found, sources

HEAD = ("Name", "Summary", "Type", "Role", "Contract ends")
CLUB = ("Lantern Club", "Volunteers who help with letters.", "charity", "Mondays.", "31/03/2027")
PAGE = (
    para("Getting a bus pass", "Heading1"),
    para("A bus pass lets you ride for less."),
    para("Who can get one", "Heading2"),
    para("Anyone over 60."),
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def cells(path: Path) -> dict[str, str]:
    """The first row of the table of a document."""
    return dict(next(DocumentTable(path, KINDS["organisations"].names).rows()).cells)


def test_a_table_in_a_document_comes_in(content: Path) -> None:
    file = word(content.parent / "in.docx", para("Our groups"), grid(HEAD, CLUB))

    assert told(brought(content, file, "organisations")) == []

    assert names(content, "organisation") == ["lantern-club"]
    assert found(content) == []


def test_a_form_with_its_names_on_the_left_is_one_row(content: Path) -> None:
    form = zip(HEAD, CLUB, strict=True)
    file = word(content.parent / "in.docx", grid(*form))

    assert brought(content, file, "organisations").written == 1


def test_a_table_that_goes_on_after_a_page_break_is_one(tmp_path: Path) -> None:
    two = (grid(HEAD, CLUB), para(""), grid(HEAD, ("Second", *CLUB[1:])), grid(("Other",)))
    read = DocumentTable(word(tmp_path / "in.docx", *two), KINDS["organisations"].names)

    assert [row.cells["name"] for row in read.rows()] == ["Lantern Club", "Second"]
    assert list(read.remarks) == ["Other tables in it were passed over (1)."]


def test_a_document_with_headings_becomes_a_guide(content: Path) -> None:
    file = word(content.parent / "in.docx", *PAGE)

    assert told(brought(content, file, "guides")) == []

    page = entry(content, "getting-a-bus-pass")
    assert (page.title, page.summary) == (
        "Getting a bus pass",
        "A bus pass lets you ride for less.",
    )
    assert [type(block) for block in page.blocks] == [Heading, Paragraph]


def test_each_heading_of_the_first_level_begins_a_page(tmp_path: Path) -> None:
    second = (para("Getting a railcard", "Heading1"), para("A railcard makes trains cheaper."))
    read = DocumentPages(word(tmp_path / "in.docx", *PAGE, *second))

    assert [row.cells["title"] for row in read.rows()] == [
        "Getting a bus pass",
        "Getting a railcard",
    ]


def test_a_title_over_headings_is_one_page(tmp_path: Path) -> None:
    file = word(tmp_path / "in.docx", para("Lantern Club", "Title"), para("Who we are."), *PAGE)

    (row,) = DocumentPages(file).rows()

    assert row.cells["title"] == "Lantern Club"
    assert "## Getting a bus pass" in row.cells["description"]


def test_a_page_without_headings_has_its_first_line_as_title(tmp_path: Path) -> None:
    file = word(tmp_path / "in.docx", para("Bus pass"), para("Ride for less."), para("Ask us."))

    (row,) = DocumentPages(file).rows()

    assert dict(row.cells) == {
        "title": "Bus pass",
        "summary": "Ride for less.",
        "description": "Ask us.",
    }


CHANGED = (
    run("We open at ")
    + f"<w:del>{run('nine').replace('w:t', 'w:delText')}</w:del>"
    + f"<w:ins>{run('ten')}</w:ins>"
    + f"<w:moveFrom>{run(' sharp')}</w:moveFrom>"
    + run(" SECRET", "<w:vanish/>")
)


def test_what_somebody_crossed_out_or_hid_never_comes_in(tmp_path: Path) -> None:
    file = word(tmp_path / "in.docx", para("Opening"), para("", inner=CHANGED))

    read = DocumentPages(file)
    (row,) = read.rows()

    assert row.cells["summary"] == "We open at ten"
    assert list(read.remarks) == [
        "What somebody added and nobody has accepted yet was taken (1). Read it with care.",
        "What somebody crossed out was left out (2).",
        "Hidden words were left out (1).",
    ]


def test_a_crossed_out_row_of_a_table_never_comes_in(tmp_path: Path) -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{''.join(map(cell, CLUB))}</w:tr>"
    file = word(tmp_path / "in.docx", grid(HEAD, ("Second", *CLUB[1:]), props=gone))

    rows = list(DocumentTable(file, KINDS["organisations"].names).rows())

    assert [row.cells["name"] for row in rows] == ["Second"]


def test_pictures_and_text_boxes_are_left_out_and_counted(tmp_path: Path) -> None:
    boxed = f"<w:r><w:drawing>{para('In a box')}</w:drawing></w:r>"
    read = DocumentPages(word(tmp_path / "in.docx", para("Title"), para("Words.", inner=boxed)))

    (row,) = read.rows()

    assert row.cells["summary"] == "Words."
    assert "Pictures and text boxes were left out (1)" in read.remarks[0]


def test_a_table_inside_a_cell_is_told(tmp_path: Path) -> None:
    nested = f"<w:tc>{grid(('a', 'b'))}{para('Mondays.')}</w:tc>"
    file = word(tmp_path / "in.docx", grid(HEAD, (*CLUB[:3], nested, CLUB[4])))

    (row,) = DocumentTable(file, KINDS["organisations"].names).rows()

    assert row.odd == JOINED


@pytest.mark.parametrize("props", ['<w:gridSpan w:val="2"/>', "<w:vMerge/>"])
def test_a_row_with_joined_cells_is_told(content: Path, props: str) -> None:
    row = (cell(CLUB[0], props), *CLUB[1:])
    file = word(content.parent / "in.docx", grid(HEAD, row))

    assert told(brought(content, file, "organisations")) == [(2, "row", JOINED)]
    assert names(content, "organisation") == []


def test_lines_tabs_and_links_inside_a_cell_are_words(tmp_path: Path) -> None:
    inner = (
        f"<w:hyperlink>{run('a')}</w:hyperlink><w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"
    )
    role = f"<w:tc>{para('', inner=inner)}</w:tc>"
    file = word(tmp_path / "in.docx", grid(HEAD, (*CLUB[:3], role, CLUB[4])))

    assert cells(file)["role"] == "a b\nc"


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    "<d>&b;</d>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'


@pytest.mark.parametrize("document", [ENTITIES, OUTSIDE, "<w:document", "", "\0"])
def test_a_document_made_to_do_harm_is_refused(tmp_path: Path, document: str) -> None:
    file = packed(tmp_path / "in.docx", {"word/document.xml": document})

    with pytest.raises(NotReadable, match="damaged, or made to do harm"):
        DocumentPages(file)


def test_a_document_that_unpacks_to_more_than_it_may_is_refused(tmp_path: Path) -> None:
    file = packed(tmp_path / "in.docx", {"word/document.xml": b"\0" * (2 * 1024 * 1024)})
    assert file.stat().st_size < 10_000

    with pytest.raises(NotReadable, match="bigger than 1 MB"):
        Archive(file).read("word/document.xml", 1024 * 1024)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (OLE + b"\0" * 600, "old Office format under a new name"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"%PDF-1.7 words", "It is a PDF"),
        (b"{\\rtf1 words}", "RTF"),
        (b"<html><table>", "web page under another name"),
        (b"PK\x03\x04 broken off", "damaged"),
        (b"", "no office document"),
    ],
)
def test_a_file_under_a_wrong_name_is_named_for_what_it_is(
    tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "in.docx").write_bytes(data)

    with pytest.raises(NotReadable, match=said):
        listing(tmp_path / "in.docx", "guides")


@pytest.mark.parametrize("name", ["in.doc", "in.xls", "in.docm", "in.pdf", "in.odt"])
def test_an_ending_that_nobody_reads_says_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(NotReadable, match=r"\.docx|\.xlsx|document that it was made of"):
        listing(tmp_path / name, "guides")


def test_a_document_with_a_program_is_refused(tmp_path: Path) -> None:
    file = word(tmp_path / "in.docx", *PAGE, **{"word__vbaProject.bin": "x"})

    with pytest.raises(NotReadable, match="macros"):
        listing(file, "guides")


def test_a_document_without_a_table_says_what_else_it_may_be(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="say --as guides"):
        listing(word(tmp_path / "in.docx", *PAGE), "organisations")
