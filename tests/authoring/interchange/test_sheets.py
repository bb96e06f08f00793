"""Spreadsheets of Excel and LibreOffice as small organisations send them."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.open_sheets import OpenSheet
from admin_tools.authoring.interchange.rows import NotReadable
from admin_tools.authoring.interchange.sheets import Sheet
from kiosk.exchange.kinds.vacancy import Vacancy
from tests.builders.brought import brought, entry, names, told
from tests.builders.documents import Cell, calc, excel, line
from tests.builders.sources import sources
from tests.builders.tables import job

HEAD = tuple(job())
DAY = '<c s="1"><v>46418</v></c>'
"""31 January 2027, as Excel counts days."""
EMPTY = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
EMPTY += ' table:number-columns-repeated="16384"/></table:table-row>'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def row(**changes: Cell) -> tuple[Cell, ...]:
    """A good vacancy as Excel holds it: numbers are numbers, the day is a day."""
    said: dict[str, Cell] = {"pay_from": 12.71, "hours": 37.5, "closing_day": DAY, **changes}
    return tuple(said.get(name, cell) for name, cell in job().items())


def read(path: Path) -> dict[str, str]:
    return dict(next(Sheet(path).rows()).cells)


def test_a_sheet_of_excel_comes_in_with_its_days_and_numbers(content: Path) -> None:
    file = excel(content.parent / "jobs.xlsx", HEAD, row())

    assert told(brought(content, file)) == []

    about = entry(content, "packer-fable-boxes").about
    assert isinstance(about, Vacancy)
    assert about.valid_through == date(2027, 1, 31)
    assert (about.weekly_hours, about.base_salary and about.base_salary.minimum) == ("37.5", 1271)


def test_a_day_that_is_only_a_number_is_told(content: Path) -> None:
    file = excel(content.parent / "jobs.xlsx", HEAD, row(closing_day=46418))

    assert told(brought(content, file)) == [(2, "closing_day", "“46418” is no day.")]


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("<c><f>A1*2</f></c>", "H2 is a formula whose result was not saved."),
        ('<c t="e"><f>A1/0</f><v>#DIV/0!</v></c>', "H2 shows #DIV/0!: a formula that went wrong."),
    ],
)
def test_a_formula_without_a_good_result_is_told(content: Path, cell: str, problem: str) -> None:
    file = excel(content.parent / "jobs.xlsx", HEAD, row(pay_from=cell))

    assert told(brought(content, file)) == [(2, "row", problem)]
    assert names(content) == []


def test_a_formula_counts_with_its_saved_result(tmp_path: Path) -> None:
    file = excel(
        tmp_path / "a.xlsx", HEAD, row(pay_from="<c><f>A1*2</f><v>12.710000000001</v></c>")
    )

    assert read(file)["pay_from"] == "12.71"


def test_joined_cells_are_told_with_every_row_that_they_cover(content: Path) -> None:
    joined = '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>'
    rows = (row(), row(title="Cleaner"), row(title="Cook"))
    file = excel(content.parent / "jobs.xlsx", HEAD, *rows, after=joined)

    assert [number for number, _, _ in told(brought(content, file))] == [2, 3]


def test_yes_texts_and_empty_cells_are_read(tmp_path: Path) -> None:
    head = ("a", "b", "c", "d")
    rows = (
        '<c t="b"><v>1</v></c>',
        '<c t="inlineStr"><is><r><t>Ca</t></r><r><t>fé</t></r></is></c>',
        "",
        '<c t="str"><f>x</f><v>said</v></c>',
    )

    assert read(excel(tmp_path / "a.xlsx", head, rows)) == {
        "a": "yes",
        "b": "Café",
        "c": "",
        "d": "said",
    }


def test_a_second_sheet_is_named_and_not_read(tmp_path: Path) -> None:
    more = '<sheet name="Old" sheetId="2" r:id="rId2"/><sheet name="H" state="hidden" r:id="rId3"/>'
    sheet = Sheet(excel(tmp_path / "a.xlsx", HEAD, row(), sheets=more))

    assert list(sheet.remarks) == [
        "Only the first sheet was read, “Jobs”: 2 are there.",
        "Hidden sheets were passed over (1).",
    ]


@pytest.mark.parametrize("rows", [(), (("", ""),)])
def test_an_empty_sheet_is_refused(tmp_path: Path, rows: tuple[tuple[Cell, ...], ...]) -> None:
    with pytest.raises(NotReadable, match="no head"):
        Sheet(excel(tmp_path / "a.xlsx", *rows))


@pytest.mark.parametrize(
    "cell", ["<c><v>many</v></c>", "<c><v>1e400</v></c>", DAY.replace("4", "9")]
)
def test_a_number_that_is_none_is_told(content: Path, cell: str) -> None:
    file = excel(content.parent / "jobs.xlsx", HEAD, row(pay_from=cell))

    ((number, field, said),) = told(brought(content, file))
    assert (number, field) == (2, "pay_from")
    assert said.endswith("is no amount.")


def test_a_cell_that_names_a_text_which_is_not_there_is_refused(content: Path) -> None:
    file = excel(content.parent / "jobs.xlsx", HEAD, row(title='<c t="s"><v>99</v></c>'))

    with pytest.raises(NotReadable, match="damaged"):
        brought(content, file)


def test_a_sheet_of_libreoffice_comes_in_and_its_million_empty_rows_do_not(content: Path) -> None:
    day = '<table:table-cell office:value-type="date" office:date-value="2027-01-31"/>'
    money = '<table:table-cell office:value-type="currency" office:value="12.71"/>'
    cells = tuple({"closing_day": day, "pay_from": money}.get(n, c) for n, c in job().items())
    file = calc(content.parent / "jobs.ods", line(*HEAD), line(*cells), EMPTY)

    assert told(brought(content, file)) == []

    assert names(content) == ["packer-fable-boxes"]


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ('<table:table-cell table:number-columns-spanned="2"/>', "Cells of it are joined"),
        ("<table:covered-table-cell/>", "Cells of it are joined"),
        ("#REF!", "A cell shows #REF!"),
    ],
)
def test_what_is_wrong_in_libreoffice_is_told(content: Path, cell: str, problem: str) -> None:
    cells = (cell, *tuple(job().values())[1:])
    file = calc(content.parent / "jobs.ods", line(*HEAD), line(*cells))

    ((number, _, said),) = told(brought(content, file))

    assert number == 2
    assert said.startswith(problem)


def test_notes_stuck_to_a_cell_are_not_its_words(tmp_path: Path) -> None:
    noted = "<table:table-cell><text:p>Pack<office:annotation><text:p>ask Jo</text:p>"
    noted += "</office:annotation>er<text:s/>two</text:p></table:table-cell>"
    sheet = OpenSheet(calc(tmp_path / "a.ods", line("title"), line(noted)))

    assert [dict(one.cells) for one in sheet.rows()] == [{"title": "Packer two"}]


def test_a_locked_sheet_of_libreoffice_is_refused(tmp_path: Path) -> None:
    locked = "<manifest><encryption-data/></manifest>"
    file = calc(tmp_path / "a.ods", line("title"), **{"META-INF__manifest.xml": locked})

    with pytest.raises(NotReadable, match="password"):
        OpenSheet(file)


def test_a_sheet_wider_than_any_table_is_refused(tmp_path: Path) -> None:
    wide = '<table:table-cell table:number-columns-repeated="16384" office:value-type="string">'
    wide += "<text:p>x</text:p></table:table-cell>"

    with pytest.raises(NotReadable, match="more than 200 columns"):
        OpenSheet(calc(tmp_path / "a.ods", line(wide)))
