"""The walk of the ring through groups and what is in them."""

from kiosk.screens.scanning import Group, Item, Lit, Scan, Stop


def a_group(name: str, *stops: Stop | str) -> Group:
    return Group(name, tuple(Item(stop) if isinstance(stop, str) else stop for stop in stops))


PAGE = a_group("page", "back", a_group("letters", "a", "b", "c"), "send")


def a_scan(top: Group = PAGE) -> Scan:
    scan = Scan()
    scan.follow(top)
    scan.begin()
    return scan


def lit(scan: Scan) -> object:
    return scan.lit.stop.key if scan.lit else None


def test_before_it_begins_nothing_is_lit() -> None:
    scan = Scan()
    scan.follow(PAGE)

    assert scan.lit is None
    assert scan.choose() is None


def test_it_goes_round_at_the_top() -> None:
    scan = a_scan()

    keys = []
    for _ in range(4):
        keys.append(lit(scan))
        scan.go_on()

    assert keys == ["back", "letters", "send", "back"]


def test_it_goes_the_other_way_too() -> None:
    scan = a_scan()
    scan.go_back()
    assert lit(scan) == "send"


def test_a_group_is_entered_first_then_its_items_are_walked() -> None:
    scan = a_scan()
    scan.go_on()

    assert scan.choose() is None
    assert lit(scan) == "a"
    scan.go_on()

    assert scan.choose() == "b"


def test_the_last_stop_inside_a_group_leads_out() -> None:
    scan = a_scan()
    scan.go_on()
    scan.choose()
    for _ in range(3):
        scan.go_on()
    assert scan.lit == Lit(PAGE.stops[1], leaving=True)

    scan.choose()

    assert lit(scan) == "letters"
    assert scan.lit == Lit(PAGE.stops[1])


def test_after_a_choice_in_a_group_the_lines_are_walked_again() -> None:
    keyboard = a_group("keyboard", a_group("top", "q", "w"), a_group("middle", "a", "s"))
    scan = a_scan(a_group("page", keyboard, "send"))
    scan.choose()
    scan.go_on()
    scan.choose()
    assert scan.choose() == "a"

    assert lit(scan) == "top"


def test_it_leaves_a_group_by_itself_after_two_rounds() -> None:
    scan = a_scan()
    scan.go_on()
    scan.choose()

    for _ in range(8):
        scan.walk()

    assert scan.lit == Lit(PAGE.stops[1])


def test_it_rests_after_three_rounds_at_the_top() -> None:
    scan = a_scan()

    for _ in range(9):
        scan.walk()

    assert scan.lit is None


def test_a_choice_begins_the_rounds_anew() -> None:
    scan = a_scan()
    for _ in range(5):
        scan.walk()
    assert scan.choose() == "send"

    for _ in range(6):
        scan.walk()

    assert scan.is_on


def test_it_stays_where_it_is_when_something_else_on_the_screen_changes() -> None:
    scan = a_scan()
    scan.go_on()
    scan.choose()
    scan.go_on()

    scan.follow(a_group("page", "new", "back", a_group("letters", "x", "b", "c")))

    assert lit(scan) == "b"


def test_where_its_stop_is_gone_it_begins_in_what_is_left() -> None:
    scan = a_scan()
    scan.go_on()
    scan.choose()
    scan.go_on()

    scan.follow(a_group("page", "back", a_group("letters", "x", "y")))
    assert lit(scan) == "x"
    scan.follow(a_group("page", "other"))

    assert lit(scan) == "other"


def test_on_an_empty_screen_it_stands_nowhere() -> None:
    scan = a_scan(a_group("nothing"))
    scan.go_on()

    assert scan.lit is None
    assert scan.choose() is None
