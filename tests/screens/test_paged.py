"""A list in pages: every row on one of them, none cut."""

from typing import Any

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget


from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.paged import AT_HAND, Paged
from kiosk.screens.parts.panels import Yielding
from kiosk.screens.parts.shapes import HeadingItem, RowItem
from kiosk.screens.parts.tiles import Heading, Row
from kiosk.screens.parts.words import Words


def rows(count: int) -> tuple[RowItem, ...]:
    return tuple(RowItem(str(number), f"Row {number}") for number in range(count))


def a_list(*items: Any) -> Paged:
    return Paged(items=items, more="More", less="Back up")


def seen(stage: Stage, paged: Paged) -> list[str]:
    stage.wait()
    return [part.item.title for part in reversed(paged.ids.sheet.children)]


def test_a_short_list_has_no_page_buttons(stage: Stage) -> None:
    paged = a_list(*rows(3))

    stage.show(paged)

    assert seen(stage, paged) == ["Row 0", "Row 1", "Row 2"]
    assert not paged.ids.bar.shown


def test_a_list_that_gets_the_room_it_asked_for_is_on_one_page() -> None:
    paged = a_list(*rows(4))
    box = Yielding()
    box.add_widget(paged)

    box.place(0, 0, 900, 900)

    assert len(paged.ids.sheet.children) == 4


def test_every_row_of_a_long_list_is_on_one_page_and_only_one(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)

    found = seen(stage, paged)
    while paged.at < paged.count - 1:
        stage.touch(stage.find(PushButton, text="More"))
        found += seen(stage, paged)

    assert found == [f"Row {number}" for number in range(40)]


def test_no_row_is_cut_by_the_end_of_the_page(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    stage.touch(stage.find(PushButton, text="More"))

    for part in paged.ids.sheet.children:
        assert part.y >= paged.ids.sheet.y - 1
        assert part.top <= paged.ids.sheet.top + 1


def test_pages_can_be_turned_back(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    first = seen(stage, paged)

    stage.touch(stage.find(PushButton, text="More"))
    stage.touch(stage.find(PushButton, text="Back up"))

    assert seen(stage, paged) == first


def test_a_new_list_begins_on_its_first_page(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    stage.touch(stage.find(PushButton, text="More"))

    paged.items = rows(30)

    assert seen(stage, paged)[0] == "Row 0"


def test_a_list_stays_on_its_page_when_one_row_of_it_changes(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    stage.touch(stage.find(PushButton, text="More"))
    before = seen(stage, paged)
    kept = RowItem("kept", "Kept")

    paged.items = tuple(kept if row.title == before[1] else row for row in rows(40))

    assert seen(stage, paged) == [before[0], "Kept", *before[2:]]


def test_a_list_stays_on_its_page_in_another_language(stage: Stage) -> None:
    paged = a_list(*rows(40))
    stage.show(paged)
    stage.touch(stage.find(PushButton, text="More"))
    here = len(seen(stage, paged))

    paged.items = tuple(RowItem(row.key, f"Rhes {row.key}") for row in rows(40))

    assert seen(stage, paged)[0] == f"Rhes {here}"


def test_a_heading_never_stands_last_on_a_page(stage: Stage) -> None:
    for before in range(4, 12):
        paged = a_list(*rows(before), HeadingItem("Heading"), *rows(9))
        stage.show(paged)
        for page in range(int(paged.count)):
            paged.at = page
            stage.wait()
            last = paged.ids.sheet.children[0]
            assert not isinstance(last, Heading)


def test_touching_a_row_tells_its_key(stage: Stage) -> None:
    chosen: list[object] = []
    paged = a_list(*rows(3))
    paged.bind(on_choose=lambda _, key: chosen.append(key))
    stage.show(paged)

    stage.touch(stage.find(Row, item=rows(3)[1]))

    assert chosen == ["1"]


def test_a_row_that_leads_nowhere_tells_nothing(stage: Stage) -> None:
    chosen: list[object] = []
    deaf = RowItem("deaf", "Deaf", live=False)
    paged = a_list(deaf)
    paged.bind(on_choose=lambda _, key: chosen.append(key))
    stage.show(paged)

    stage.touch(stage.find(Row, item=deaf))

    assert chosen == []


def test_a_list_of_hundreds_shows_every_row_once_on_its_way_to_the_end(stage: Stage) -> None:
    paged = a_list(*rows(300))
    stage.show(paged)

    found = seen(stage, paged)
    while paged.at < paged.count - 1:
        paged.go_on()
        found += seen(stage, paged)

    assert found == [f"Row {number}" for number in range(300)]


def test_a_list_of_hundreds_can_be_turned_back_to_its_beginning(stage: Stage) -> None:
    paged = a_list(*rows(300))
    stage.show(paged)
    pages = [seen(stage, paged)]
    for _ in range(20):
        paged.go_on()
        pages.append(seen(stage, paged))

    for page in reversed(pages[:-1]):
        paged.go_back()
        assert seen(stage, paged) == page


def test_a_list_of_hundreds_makes_only_the_parts_that_are_wanted_soon(stage: Stage) -> None:
    paged = a_list(*rows(300))

    stage.show(paged)

    assert len(paged.ids.sheet.all) == AT_HAND


def test_parts_of_a_list_that_got_shorter_show_nothing_and_are_used_again(stage: Stage) -> None:
    paged = a_list(*rows(3))
    stage.show(paged)
    first, *others = paged.ids.sheet.all

    paged.items = rows(1)
    stage.wait()

    assert paged.ids.sheet.all == [first]
    shown = [words.text for part in others for words in part.walk() if isinstance(words, Words)]
    assert len(shown) > 1
    assert not any(shown)

    paged.items = rows(3)
    stage.wait()

    assert set(paged.ids.sheet.all) == {first, *others}
    assert seen(stage, paged) == ["Row 0", "Row 1", "Row 2"]
