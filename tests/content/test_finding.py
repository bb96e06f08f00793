"""What people type finds what there is, on the demonstration's own pages."""

import pytest

from admin_tools.publishing.contents import contents
from kiosk.catalogue.building import build
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.groups import By, Choices, What
from kiosk.catalogue.lists import Lists
from kiosk.catalogue.search import Search
from tests.builders.house_content import the_house
from tests.builders.sources import TODAY
from tests.builders.stores import SmallPublication


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    sources = the_house().sources
    files = {path: data for role in contents(sources, None).values() for path, data in role.items()}
    published = SmallPublication(1, files)
    file = tmp_path_factory.mktemp("content") / "1.sqlite"
    build(file, None, published, published.read)
    return Catalogue(file, TODAY, "MVX", "B")


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("CRC", "pom-com-term"),
        ("NOMS", "pom-com-term"),
        ("CARAT", "drugs-help"),
        ("DIP", "drugs-help"),
        ("Connexions", "work-and-learning-help"),
        ("nextstep", "work-and-learning-help"),
        ("OLASS", "work-and-learning-help"),
        ("Freshstart", "universal-credit-inside"),
        ("crisis loan", "universal-credit-inside"),
        ("Supporting People", "housing-help"),
        ("PCT", "see-the-nurse"),
        ("BRP", "evisa-term"),
        ("basic skills", "english-maths"),
    ],
)
def test_an_old_name_finds_what_there_is_now(catalogue: Catalogue, typed: str, entry: str) -> None:
    assert entry in [card.id for card in Search(catalogue).find(typed, "en").cards]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bnak", "bank"), ("hosuing", "housing"), ("probaton", "probation"), ("vist", "")],
)
def test_a_slip_finds_the_page(catalogue: Catalogue, typed: str, meant: str) -> None:
    found = Search(catalogue).find(typed, "en")

    assert found.cards
    assert found.meant == meant or not meant


@pytest.mark.parametrize("typed", ["gartref", "nghartref", "nhŷ", "ddyled", "waith"])
def test_a_welsh_word_is_found_however_it_begins(catalogue: Catalogue, typed: str) -> None:
    assert Search(catalogue).find(typed, "cy").cards


@pytest.mark.parametrize("what", list(What))
def test_there_is_something_of_everything(catalogue: Catalogue, what: What) -> None:
    assert Lists(catalogue).find(Choices({By.WHAT: what}), "en").rows


def test_everything_that_is_due_leads_to_a_page_that_is_there(catalogue: Catalogue) -> None:
    stages = [term.code for term in catalogue.vocabulary("stages").terms]
    due = [coming.due for stage in stages for coming in catalogue.due(stage)]
    named = [one.entry for one in due if one.entry]

    assert len(due) >= 10
    assert [card.id for card in catalogue.about(named, "en")] == list(dict.fromkeys(named))
