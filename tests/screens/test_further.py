"""What a page leads on to: pay, a private talk, printing, who names it."""

from kiosk.catalogue.alike import Alike
from kiosk.catalogue.cards import Shown
from kiosk.catalogue.groups import What
from kiosk.exchange.entries import Entry, Kind
from kiosk.screens.entry.further import KEEP, KEPT, PAY, PRIVATE, PagesToPrint
from kiosk.screens.entry.presenter import Asking, EntryPresenter
from kiosk.screens.parts.shapes import BandItem, RowItem, TextItem
from kiosk.screens.places import Place
from kiosk.screens.printing.presenter import PrintingPresenter
from kiosk.translation import Words
from tests.builders.reading import a_card, a_job_entry
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way


def a_page(
    entry: Entry,
    *,
    printing: PagesToPrint | None = None,
    way: Way | None = None,
    reading: SmallCatalogue | None = None,
    button: str | None = "Ask a work adviser",
) -> EntryPresenter:
    way, reading = way or Way(), reading or SmallCatalogue()
    reading.entries[entry.id] = Shown(entry, "en", stale=False)
    return EntryPresenter(
        Words(),
        reading,
        Asking(lambda *_: button, lambda *_: None),
        entry.id,
        go_to=way.to,
        go_back=way.back,
        printing=printing,
    )


def rows(page: EntryPresenter) -> dict[str, str]:
    return {item.key: item.title for item in page.state.blocks if isinstance(item, RowItem)}


def test_a_job_says_what_it_pays_in_a_week() -> None:
    assert rows(a_page(a_job_entry()))[PAY] == "About £468 a week before tax"


def test_touching_the_pay_tells_how_it_was_reckoned() -> None:
    page = a_page(a_job_entry())

    page.open(PAY)

    said = [item.text for item in page.state.panel.shapes if isinstance(item, TextItem)]
    assert said[1] == "37 hours times £12.66 for each hour makes £468.42 for a week."
    page.back_to_page()
    assert page.state.panel.shapes == ()


def test_without_a_sum_no_pay_of_a_week_is_said() -> None:
    assert PAY not in rows(a_page(a_job_entry(about=None)))


def test_a_private_talk_stands_beside_what_an_employer_asks() -> None:
    way = Way()
    cards = (a_card("private", kind=Kind.FORM),)
    page = a_page(a_job_entry(), way=way, reading=SmallCatalogue(form_cards=cards))

    page.open(PRIVATE)

    assert way.gone == [(Place.NOTICE, "private")]
    assert way.asked_from == ""


def test_no_private_talk_is_offered_that_cannot_be_asked_for() -> None:
    assert PRIVATE not in rows(a_page(a_job_entry(), button=None))


def test_a_story_offers_a_talk_with_someone_who_has_done_this() -> None:
    state = a_page(a_job_entry(kind=Kind.STORY)).state

    assert state.ask.title == "Ask to talk to someone who has done this"


def test_a_letter_says_that_nothing_is_sent_from_here() -> None:
    blocks = a_page(a_job_entry(kind=Kind.LETTER)).state.blocks

    assert any("sends no letters" in item.text for item in blocks if isinstance(item, BandItem))


def test_what_names_a_page_stands_beside_it_once() -> None:
    course, job = a_card("course", kind=Kind.COURSE), a_job_entry(also=("council-help",))
    also = a_card("council-help")
    reading = SmallCatalogue(others={job.id: (also, course)})

    assert [link.key for link in a_page(job, reading=reading).state.also] == [
        "council-help",
        "course",
    ]


def test_without_a_printer_nothing_about_printing_is_shown() -> None:
    assert {KEEP, KEPT} & set(rows(a_page(a_job_entry()))) == set()


def test_a_page_is_put_aside_and_then_leads_to_the_list() -> None:
    way, aside = Way(), PagesToPrint(offered=True)
    page = a_page(a_job_entry(), printing=aside, way=way)

    page.open(KEEP)
    assert aside.pages == ["bakery-hand"]
    assert KEEP not in rows(page)

    page.open(KEPT)
    assert way.gone == [(Place.PRINTING, "")]


def test_no_more_is_put_aside_than_staff_can_print() -> None:
    aside = PagesToPrint(offered=True)
    for number in range(30):
        aside.keep(f"page-{number}")

    assert len(aside.pages) == PagesToPrint.MOST
    assert KEEP not in rows(a_page(a_job_entry(), printing=aside))


def test_the_list_says_what_happens_next_and_can_be_emptied() -> None:
    way, aside = Way(), PagesToPrint(offered=True, pages=["council-help", "gone"])
    printing = PrintingPresenter(Words(), SmallCatalogue(), aside, way.to, way.back)

    assert [getattr(row, "key", "") for row in printing.state.rows] == ["", "council-help"]
    printing.clear()

    assert aside.pages == []
    assert printing.state.empty_title == "Nothing here yet"


def test_a_page_about_work_leads_to_the_list_of_the_same_work() -> None:
    way, reading = Way(), SmallCatalogue()
    job = a_job_entry()
    reading.leading[job.id] = (Alike(What.JOBS, "building"), Alike(What.COURSES, "building"))
    page = a_page(job, way=way, reading=reading)

    page.open("what:jobs,work:building")

    assert [(item.key, item.title) for item in page.state.also][:2] == [
        ("what:jobs,work:building", "Jobs · Building and repairs"),
        ("what:courses,work:building", "Courses · Building and repairs"),
    ]
    assert way.gone == [(Place.LISTS, "what:jobs,work:building")]
