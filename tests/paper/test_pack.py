"""A pack to take away, and a poster."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.exchange import canonical
from kiosk.exchange.blocks import Fact, Label, Link, TextValue
from kiosk.exchange.dues import Due, Dues, From
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.policy import Term, Vocabulary
from kiosk.exchange.print_packs import PrintPack, PrintPacks
from kiosk.paper.errors import PaperRefused
from kiosk.paper.leaflet import Stock
from kiosk.paper.pack import chosen, pack
from kiosk.paper.poster import FAR
from kiosk.paper.printing import printed
from tests.builders.exchange import an_entry
from tests.builders.paper import a_job, a_stock, print_, written
from tests.builders.stores import a_publication

STAGES = canonical.dump(
    Vocabulary(name="stages", terms=(Term(code="leaving", names={"en": "The day you leave"}),))
)
DUE = Due(
    code="ticket",
    stage="leaving",
    texts={"en": "A ticket home"},
    number=0,
    unit="days",
    counted=From.RELEASE,
    basis="mandatory",
    valid_from=date(2020, 1, 1),
    source="fictional",
    owner="Resettlement team",
)

GUIDES = PrintPack(kinds=(Kind.GUIDE,), most=12)


def leaving(stock: Stock, area: str | None = None) -> tuple[str, ...]:
    """What a pack for leaving would hold."""
    return chosen(stock, a_job(what="pack", area=area), "leaving").pages


def a_guide(name: str, **more: object) -> Entry:
    """A guide for the day somebody leaves."""
    entry = an_entry(name, kind=Kind.GUIDE, title=name.capitalize())
    return entry.model_copy(update={"stages": ("leaving",)} | more)


def a_pack(folder: Path, *entries: Entry, packs: tuple[PrintPack, ...] = (GUIDES,)) -> Stock:
    """A stock of these entries, with one stage and one thing that is due in it."""
    publication = a_publication(
        *entries,
        policy__stages_dot_json=STAGES,
        policy__dues_dot_json=canonical.dump(Dues(dues=(DUE,))),
    )
    said = {"policy/print-packs.json": canonical.dump(PrintPacks(packs=packs))}
    with_packs = replace(publication, contents={**publication.contents, **said})
    return a_stock(folder, publication=with_packs)


def test_a_pack_is_made_of_what_belongs_to_the_stage_and_is_for_everybody(tmp_path: Path) -> None:
    stock = a_pack(
        tmp_path,
        a_guide("ticket"),
        a_guide("secret", sensitivity="private"),
        a_guide("women-only", audience=("women",)),
        a_guide("far-away", areas=("northgate",)),
        a_guide("old", review_by=date(2026, 11, 20)),
        a_guide("other", stages=("first-night",)),
    )

    assert leaving(stock) == ("ticket",)
    assert leaving(stock, "northgate") == ("far-away", "ticket")


def test_the_content_says_what_a_pack_holds_and_in_which_order(tmp_path: Path) -> None:
    help_line = an_entry("line", kind=Kind.CONTACT).model_copy(update={"stages": ("leaving",)})
    story = an_entry("story", kind=Kind.STORY).model_copy(update={"stages": ("leaving",)})
    made = PrintPack(
        stages=("leaving",),
        first=("bed", "women-only"),
        kinds=(Kind.CONTACT, Kind.GUIDE),
        dues=False,
        most=2,
    )
    stock = a_pack(
        tmp_path,
        *(a_guide("ticket"), help_line, story),
        a_guide("bed", stages=("first-night",)),
        a_guide("women-only", audience=("women",)),
        packs=(GUIDES, made),
    )

    found = chosen(stock, a_job(what="pack"), "leaving")
    asked = chosen(stock, a_job(what="pack", most=1), "leaving")
    _, contents, _ = pack((), stock, "leaving", "HMP")

    assert (found.pages, found.too_many) == (("bed", "line"), ("ticket",))
    assert asked.pages == ("bed",)
    assert written(contents.pieces((1, 2, 3)))[1:] == ("Help now",)


def test_a_stage_that_the_content_has_no_pack_for_is_refused(tmp_path: Path) -> None:
    made = PrintPack(stages=("first-night",), kinds=(Kind.GUIDE,), most=1)

    with pytest.raises(PaperRefused) as refused:
        leaving(a_pack(tmp_path, a_guide("bag"), packs=(made,)))

    assert refused.value.code == "no-such-pack"


def test_cover_contents_dues_pages_and_help_follow_each_other(tmp_path: Path) -> None:
    stock = a_pack(tmp_path, a_guide("ticket", blocks=(Link(entry="bag"),)), a_guide("bag"))
    shown = [one for name in ("ticket", "bag") if (one := stock.catalogue.entry(name, "en"))]

    cover, contents, dues, ticket, _, help_now = pack(shown, stock, "leaving", "HMP")

    starts = (1, 2, 3, 4, 5, 6)
    assert "The day you leave" in written(cover.pieces(starts))
    assert written(contents.pieces(starts))[1:] == ("What you are due", "Ticket", "Bag", "Help now")
    assert "A ticket home" in " ".join(written(dues.pieces(starts)))
    assert "On page 5: Bag" in written(ticket.pieces(starts))
    assert "Samaritans 116 123" in " ".join(written(help_now.pieces(starts)))


def test_a_pack_says_what_it_left_out(tmp_path: Path) -> None:
    stock = a_pack(
        tmp_path, a_guide("bag"), a_guide("ticket"), a_guide("old", review_by=date(2026, 11, 20))
    )

    few = printed(a_job(what="pack", stage="leaving", most=1), stock)
    named = printed(a_job("bag", "old", what="pack"), stock)

    assert few.left_out == [("ticket", "too-many")]
    assert named.left_out == [("old", "past-review")]
    assert few.pages == 5


def test_a_stage_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused) as refused:
        printed(a_job(what="pack", stage="holiday"), a_pack(tmp_path, a_guide("bag")))

    assert refused.value.code == "no-such-stage"
    assert "leaving" in str(refused.value)


def test_a_pack_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused) as refused:
        printed(a_job(what="pack", stage="leaving"), a_pack(tmp_path, an_entry()))

    assert refused.value.code == "nothing-to-print"


@pytest.mark.parametrize(("size", "points"), [("a4", b"595.27"), ("a3", b"841.88")])
def test_a_poster_is_one_sheet(tmp_path: Path, size: str, points: bytes) -> None:
    done = print_(tmp_path, a_job("housing-advice", what="poster", size=size), an_entry())

    assert done.pages == 1
    assert points in done.pdf


def test_a_title_that_is_too_long_is_no_poster(tmp_path: Path) -> None:
    endless = an_entry(title="Everything that you ever wanted to know about homes. " * 3)

    with pytest.raises(PaperRefused) as refused:
        print_(tmp_path, a_job("housing-advice", what="poster"), endless)

    assert refused.value.code == "too-long"


def test_a_fact_that_is_too_long_to_be_read_in_passing_is_left_out(tmp_path: Path) -> None:
    def poster(text: str) -> bytes:
        fact = Fact(label=Label.WHERE, value=TextValue(text=text))
        return print_(tmp_path, a_job("x", what="poster"), an_entry("x", blocks=(fact,))).pdf

    assert FAR >= 36
    assert poster("The library. " * 20) == poster("The chapel. " * 20)
    assert poster("The library.") != poster("The chapel.")
