"""What a page of Markdown becomes."""

import pytest

from admin_tools.authoring.markdown import read_page
from admin_tools.authoring.page import Page
from kiosk.exchange.blocks import (
    Ask,
    Contact,
    Heading,
    Link,
    Notice,
    Paragraph,
    Point,
    Step,
)


def a_page(body: str) -> Page:
    return read_page(f"# Title\n\nSummary.\n\n{body}\n")


def test_the_first_line_is_the_title_and_the_first_paragraph_the_summary() -> None:
    page = read_page("# Housing help\n\nA worker can\nhelp you.\n")

    assert (page.title, page.summary) == ("Housing help", "A worker can help you.")


def test_synonyms_stand_under_the_title() -> None:
    page = read_page("# Title\nsynonyms: rent, Supporting People , \n\nSummary.\n")

    assert page.synonyms == ("rent", "Supporting People")
    assert page.summary == "Summary."


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("## What happens", Heading(text="What happens")),
        ("Plain words.", Paragraph(text="Plain words.")),
        ("**First.** Then this.", Paragraph(lead="First.", text="Then this.")),
        ("- a point", Point(text="a point")),
        ("- **When.** On Monday", Point(text="When. On Monday")),
        ("1. a step", Step(text="a step")),
        ("> [!attention] Mind the step.", Notice(severity="attention", text="Mind the step.")),
        ("> [!danger] Not\n> today.", Notice(severity="danger", text="Not today.")),
        ("> [!contact] Chaplain: ask staff", Contact(name="Chaplain", how="ask staff")),
        ("[](entry:rent-help)", Link(entry="rent-help")),
        ("[](ask:housing)", Ask(form="housing")),
    ],
)
def test_each_way_of_writing_becomes_its_block(text: str, block: object) -> None:
    page = a_page(text)

    assert page.blocks == [block]
    assert page.problems == []


def test_links_may_follow_each_other_line_by_line() -> None:
    page = a_page("[](entry:one)\n[](ask:two)")

    assert page.blocks == [Link(entry="one"), Ask(form="two")]
    assert page.lines == [5, 6]


def test_facts_stand_where_the_mark_is() -> None:
    assert a_page("One.\n\n{facts}\n\nTwo.").facts_at == 1


@pytest.mark.parametrize(
    "text",
    [
        "An *important* word.",
        "Later **bold** words.",
        "Some `code`.",
        "A [link](https://example.org) inside.",
        "[](https://example.org)",
        "![](picture.png)",
        "<div>raw</div>",
        "a <b>raw</b> word",
        "```\ncode\n```",
        "---",
        "### Small heading",
        "- a point\n  - inside",
        "- a point\n\n  second paragraph",
        "> an unmarked quote",
        "> [!unknown] words",
        "> [!contact] Chaplain",
        "> [!attention] one\n>\n> two",
        "| a | table |",
        "[name]: https://example.org",
        "two spaces  \nbreak",
        "**Only bold words.**",
        "[](entry:Not An Id)",
        "x" * 2001,
    ],
)
def test_what_is_not_understood_is_a_problem(text: str) -> None:
    assert a_page(text).problems


@pytest.mark.parametrize("text", ["", "No title.\n", "# Only a title\n", "# Title\n\n[](ask:x)\n"])
def test_a_page_without_title_or_summary_is_a_problem(text: str) -> None:
    assert read_page(text).problems


def test_a_problem_names_its_line() -> None:
    assert [p.line for p in a_page("Fine.\n\nAn *odd* word.").problems] == [7]
