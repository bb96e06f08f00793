"""Office documents as programs save them, written part by part."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
Cell = str | int | float


def packed(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write parts as a ZIP."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def run(words: str, props: str = "") -> str:
    """Words of a paragraph."""
    return f"<w:r><w:rPr>{props}</w:rPr><w:t xml:space='preserve'>{escape(words)}</w:t></w:r>"


def para(words: str, style: str = "", *, inner: str = "") -> str:
    """One paragraph; `inner` is XML that stands in it."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}{run(words) if words else ''}{inner}</w:p>"


def cell(words: str, props: str = "") -> str:
    """One cell of a table."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{para(words)}</w:tc>"


def grid(*rows: Sequence[str], props: str = "") -> str:
    """A table; a cell that begins with < is XML already."""
    lines = "".join(
        f"<w:tr>{''.join(c if c.startswith('<') else cell(c) for c in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/>{lines}{props}</w:tbl>"


def word(path: Path, *body: str, **more: str) -> Path:
    """Write a Word document; `more` are further parts, with / as __."""
    document = f'<?xml version="1.0"?><w:document {W}><w:body>{"".join(body)}</w:body></w:document>'
    extra = {name.replace("__", "/"): data for name, data in more.items()}
    return packed(path, {"[Content_Types].xml": "<Types/>", "word/document.xml": document, **extra})


def excel(path: Path, *rows: Sequence[Cell], after: str = "", sheets: str = "") -> Path:
    """Write an Excel sheet; a text that begins with < is a whole cell. Style 1 is a day."""
    shared: list[str] = []
    lines = [f'<row r="{n}">{_cells(row, n, shared)}</row>' for n, row in enumerate(rows, 1)]
    words = "".join(f"<si><t>{escape(one)}</t></si>" for one in shared)
    sheet = f"<worksheet {S}><sheetData>{''.join(lines)}</sheetData>{after}</worksheet>"
    book = f'<sheets><sheet name="Jobs" sheetId="1" r:id="rId1"/>{sheets}</sheets>'
    link = '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
    day = '<numFmts><numFmt numFmtId="164" formatCode="d mmmm yyyy"/></numFmts>'
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    return packed(
        path,
        {
            "xl/workbook.xml": f"<workbook {S} {R}>{book}</workbook>",
            "xl/_rels/workbook.xml.rels": f"<Relationships>{link}</Relationships>",
            "xl/styles.xml": f"<styleSheet {S}>{day}{styles}</styleSheet>",
            "xl/sharedStrings.xml": f"<sst {S}>{words}</sst>",
            "xl/worksheets/sheet1.xml": sheet,
        },
    )


def _cells(row: Sequence[Cell], number: int, shared: list[str]) -> str:
    return "".join(
        _cell(one, f"{chr(ord('A') + at)}{number}", shared) for at, one in enumerate(row)
    )


def _cell(one: Cell, place: str, shared: list[str]) -> str:
    if isinstance(one, int | float):
        return f'<c r="{place}"><v>{one}</v></c>'
    if one.startswith("<"):
        return one.replace("<c", f'<c r="{place}"', 1)
    if not one:
        return ""
    shared.append(one)
    return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'


def calc(path: Path, *rows: str, **more: str) -> Path:
    """Write a LibreOffice sheet of rows that are XML already; `more` are further parts."""
    content = (
        f"<office:document-content {ODF}><office:body><office:spreadsheet>"
        f'<table:table table:name="Jobs">{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    extra = {name.replace("__", "/"): data for name, data in more.items()}
    return packed(path, {"content.xml": content, **extra})


def line(*cells: str) -> str:
    """One row of a LibreOffice sheet; a cell that begins with < is XML already."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    said = (c if c.startswith("<") else text.format(escape(c)) for c in cells)
    return f"<table:table-row>{''.join(said)}</table:table-row>"
