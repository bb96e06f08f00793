"""The catalogue shows what holds today, here, in the person's language."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.building import media_of
from kiosk.exchange.blocks import Picture
from kiosk.exchange.easy import EasyLine
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.forms import Consent
from kiosk.exchange.packs import write_withdrawn
from kiosk.exchange.policy import Withdrawn
from tests.builders.exchange import SUNDAY, a_form, an_entry
from tests.builders.stores import a_catalogue, a_publication, with_entries

DAY = timedelta(days=1)


def dated(entry_id: str = "talk", **fields: object) -> Entry:
    return an_entry(entry_id).model_copy(update=fields)


def ids_shown(folder: Path, *entries: Entry, today: date = SUNDAY) -> list[str]:
    catalogue = a_catalogue(folder, a_publication(*entries), today=today)
    return [card.id for card in catalogue.of_kind(Kind.SERVICE, "en")]


def test_an_entry_is_shown(tmp_path: Path) -> None:
    shown = a_catalogue(tmp_path).entry("housing-advice", "en")
    assert shown is not None
    assert shown.entry == an_entry()
    assert not shown.stale


def test_an_unknown_entry_is_none(tmp_path: Path) -> None:
    assert a_catalogue(tmp_path).entry("never-written", "en") is None


def test_a_card_needs_no_whole_entry(tmp_path: Path) -> None:
    card = a_catalogue(tmp_path).card("housing-advice", "en")
    assert card is not None
    assert (card.title, card.topic, card.checked_on) == (
        "Housing advice",
        "keep-home",
        date(2026, 11, 1),
    )


@pytest.mark.parametrize(("day", "shown"), [(-DAY, False), (0 * DAY, True), (DAY, True)])
def test_an_entry_begins_on_its_first_day(tmp_path: Path, day: timedelta, shown: bool) -> None:
    entry = dated(valid_from=SUNDAY)
    assert bool(ids_shown(tmp_path, entry, today=SUNDAY + day)) is shown


@pytest.mark.parametrize(("day", "shown"), [(-DAY, True), (0 * DAY, True), (DAY, False)])
def test_an_entry_ends_after_its_last_day(tmp_path: Path, day: timedelta, shown: bool) -> None:
    entry = dated(valid_to=SUNDAY)
    assert bool(ids_shown(tmp_path, entry, today=SUNDAY + day)) is shown


def test_money_and_law_vanish_the_day_after_their_review(tmp_path: Path) -> None:
    entry = dated(review_by=SUNDAY, ages="vanish")
    assert ids_shown(tmp_path, entry) == ["talk"]
    assert ids_shown(tmp_path, entry, today=SUNDAY + DAY) == []


def test_other_things_sink_below_what_is_fresh(tmp_path: Path) -> None:
    old = dated("old", title="A first by name", review_by=SUNDAY - DAY)
    fresh = dated("fresh", title="Z last by name")
    assert ids_shown(tmp_path, old, fresh) == ["fresh", "old"]


def test_a_sunken_entry_says_that_it_is_stale(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path, a_publication(dated(review_by=SUNDAY - DAY)))
    card, shown = catalogue.card("talk", "en"), catalogue.entry("talk", "en")
    assert card is not None
    assert card.stale
    assert shown is not None
    assert shown.stale


def test_what_helps_at_once_stands_before_what_explains_it(tmp_path: Path) -> None:
    entries = (
        dated("a-word", kind=Kind.TERM, title="A word"),
        dated("guide", kind=Kind.GUIDE, title="Guide"),
        dated("talk", kind=Kind.SERVICE, title="Talk"),
    )
    catalogue = a_catalogue(tmp_path, a_publication(*entries))

    (group,) = catalogue.topic("place-to-live", "en")
    assert [card.id for card in group.cards] == ["talk", "guide", "a-word"]


def test_the_order_is_by_title_whatever_its_accents(tmp_path: Path) -> None:
    entries = [dated(f"e{n}", title=t) for n, t in enumerate(["Zebra", "Élan", "echo", "Łódź"])]
    assert ids_shown(tmp_path, *entries) == ["e2", "e1", "e3", "e0"]


def test_a_withdrawn_entry_is_gone_in_every_layer(tmp_path: Path) -> None:
    gone = write_withdrawn([Withdrawn(id="talk", day=SUNDAY, reason="wrong")])
    publication = a_publication(dated(), withdrawn__list_dot_jsonl=gone)
    catalogue = a_catalogue(tmp_path, with_entries(publication, "site/mvx", dated()))
    assert catalogue.entry("talk", "en") is None


def test_the_wing_speaks_before_the_site_before_the_nation(tmp_path: Path) -> None:
    publication = a_publication(dated(title="National"))
    publication = with_entries(publication, "site/mvx", dated(title="Site"))
    publication = with_entries(publication, "site/mvx/wing-b", dated(title="Wing"))
    catalogue = a_catalogue(tmp_path, publication)
    assert [card.title for card in catalogue.of_kind(Kind.SERVICE, "en")] == ["Wing"]


def test_when_the_wing_notice_ends_the_national_words_come_back(tmp_path: Path) -> None:
    publication = a_publication(dated(title="National"))
    ended = dated(title="Wing", valid_to=SUNDAY - DAY)
    catalogue = a_catalogue(tmp_path, with_entries(publication, "site/mvx/wing-b", ended))
    assert [card.title for card in catalogue.of_kind(Kind.SERVICE, "en")] == ["National"]


def test_another_wings_words_are_not_shown_here(tmp_path: Path) -> None:
    publication = with_entries(a_publication(), "site/mvx/wing-b", dated())
    assert a_catalogue(tmp_path, publication, wing="C").entry("talk", "en") is None


def test_a_nearer_entry_hides_the_national_one_even_under_another_topic(tmp_path: Path) -> None:
    publication = a_publication(dated(topics=("keep-home",)))
    moved = dated(topics=("find-home",))
    catalogue = a_catalogue(tmp_path, with_entries(publication, "site/mvx", moved))
    assert [group.code for group in catalogue.topic("place-to-live", "en")] == ["find-home"]


def test_what_is_only_for_wales_is_not_shown_in_england(tmp_path: Path) -> None:
    assert ids_shown(tmp_path, dated(nations=("wales",))) == []


def test_the_persons_language_comes_first(tmp_path: Path) -> None:
    both = (dated(), dated(language="cy", title="Sgwrs"))
    card = a_catalogue(tmp_path, a_publication(*both)).card("talk", "cy")
    assert card is not None
    assert (card.title, card.language) == ("Sgwrs", "cy")


def test_english_stands_in_and_says_so(tmp_path: Path) -> None:
    card = a_catalogue(tmp_path, a_publication(dated())).card("talk", "pl")
    assert card is not None
    assert card.language == "en"


def test_an_entry_without_english_is_still_shown(tmp_path: Path) -> None:
    card = a_catalogue(tmp_path, a_publication(dated(language="cy"))).card("talk", "pl")
    assert card is not None
    assert card.language == "cy"


def test_an_id_in_two_languages_is_one_card(tmp_path: Path) -> None:
    both = (dated(), dated(language="cy"))
    assert ids_shown(tmp_path, *both) == ["talk"]


def test_a_tile_shows_only_groups_with_something_in_them(tmp_path: Path) -> None:
    groups = a_catalogue(tmp_path).topic("place-to-live", "en")
    assert [(group.code, len(group.cards)) for group in groups] == [("keep-home", 1)]


def test_an_unknown_tile_is_empty(tmp_path: Path) -> None:
    assert a_catalogue(tmp_path).topic("no-such-tile", "en") == ()


def test_a_stage_lists_what_should_happen_in_it(tmp_path: Path) -> None:
    entries = (dated("soon", stages=("release-week",)), dated("later"))
    cards = a_catalogue(tmp_path, a_publication(*entries)).timeline("release-week", "en")
    assert [card.id for card in cards] == ["soon"]


def test_related_entries_keep_their_order_and_skip_what_does_not_hold(tmp_path: Path) -> None:
    ended = dated("ended", valid_to=SUNDAY - DAY)
    catalogue = a_catalogue(tmp_path, a_publication(dated("one"), dated("two"), ended))
    cards = catalogue.about(("two", "ended", "unknown", "one"), "en")
    assert [card.id for card in cards] == ["two", "one"]


def test_nothing_related_is_nothing(tmp_path: Path) -> None:
    assert a_catalogue(tmp_path).about((), "en") == ()


def test_a_form_comes_with_its_english_and_its_pack(tmp_path: Path) -> None:
    publication = a_publication(a_form(), a_form().model_copy(update={"language": "cy"}))
    form = a_catalogue(tmp_path, publication).form("housing-form", "cy")
    assert form is not None
    assert (form.entry.language, form.english.language) == ("cy", "en")
    assert form.pack_sha256 in {target.sha256 for target in publication.targets}


def test_a_translated_form_that_asks_other_questions_gives_way_to_english(tmp_path: Path) -> None:
    other = a_form(questions=3).model_copy(update={"language": "cy"})
    form = a_catalogue(tmp_path, a_publication(a_form(), other)).form("housing-form", "cy")
    assert form is not None
    assert form.entry.language == "en"


def guessed(entry: Entry, language: str) -> Entry:
    """The same form with a consent, translated by a machine alone; its words name the language."""
    form = entry.form
    assert form is not None
    consent = Consent(purpose="refer", agency=f"council {language}", version=1)
    words = [
        question.model_copy(update={"text": f"{question.id} {language}"})
        for question in form.questions
    ]
    agreed = words[0].model_copy(update={"consent": consent})
    told = {"reader": f"reader {language}", "questions": (agreed, *words[1:])}
    asks = form.model_copy(update=told)
    changes = {"form": asks, "language": language, "machine_made": language != "en"}
    return entry.model_copy(update=changes)


@pytest.mark.parametrize(("language", "said_in"), [("pl", "en"), ("cy", "cy")])
def test_nobody_agrees_to_the_words_of_a_machine(
    tmp_path: Path, language: str, said_in: str
) -> None:
    publication = a_publication(guessed(a_form(), "en"), guessed(a_form(), language))
    form = a_catalogue(tmp_path, publication).form("housing-form", language)
    assert form is not None
    shown = form.entry.form
    assert shown is not None
    agreed, *others = shown.questions
    assert agreed.text.endswith(f" {said_in}")
    assert agreed.consent is not None
    assert agreed.consent.agency == f"council {said_in}"
    assert shown.reader == f"reader {said_in}"
    assert others
    assert all(question.text.endswith(f" {language}") for question in others)


def test_an_entry_that_is_no_form_cannot_be_asked_with(tmp_path: Path) -> None:
    assert a_catalogue(tmp_path).form("housing-advice", "en") is None


def test_the_policy_comes_with_the_content(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path)
    profile, keys = catalogue.profile(), catalogue.trust_list()
    assert profile is not None
    assert profile.site == "MVX"
    assert keys is not None
    assert [clock.code for clock in catalogue.clocks().clocks] == ["housing"]


def test_a_policy_that_did_not_come_is_empty(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path)
    assert catalogue.templates().templates == ()
    assert catalogue.vocabulary("stages").terms == ()


def test_a_catalogue_is_never_written_to(tmp_path: Path) -> None:
    catalogue = a_catalogue(tmp_path)
    before = catalogue.path.read_bytes()
    catalogue.topic("place-to-live", "en")
    catalogue.close()
    assert catalogue.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["1.sqlite"]


def test_a_very_long_group_is_cut_after_what_is_fresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.catalogue.catalogue.MOST", 3)
    old = dated("a-old", title="A", review_by=SUNDAY - DAY)
    fresh = [dated(f"fresh-{n}", title=f"B {n}") for n in range(4)]
    assert ids_shown(tmp_path, old, *fresh) == ["fresh-0", "fresh-1", "fresh-2"]


def test_a_translation_stands_where_its_own_title_belongs(tmp_path: Path) -> None:
    both = (dated("a", title="Alpha"), dated("a", title="Zeta", language="cy"))
    catalogue = a_catalogue(tmp_path, a_publication(*both, dated("m", title="Middle")))
    assert [card.id for card in catalogue.of_kind(Kind.SERVICE, "cy")] == ["m", "a"]


def test_a_card_has_the_first_line_of_easy_read(tmp_path: Path) -> None:
    lines = (EasyLine(text="You can keep your home."), EasyLine(text="Ask for help."))
    easy = an_entry("easy-one").model_copy(update={"easy": lines})
    catalogue = a_catalogue(tmp_path, a_publication(easy, an_entry("plain-one")))

    cards = {card.id: card.easy for card in catalogue.about(("easy-one", "plain-one"), "en")}

    assert cards == {"easy-one": "You can keep your home.", "plain-one": ""}


def test_the_pictures_of_easy_lines_are_brought_to_the_kiosk(tmp_path: Path) -> None:
    drawn = Picture(sha256="ab" * 32, length=9, width=2, height=2, alt="A red button.")
    lines = (EasyLine(text="Press it once.", picture=drawn),)
    easy = an_entry("easy-one").model_copy(update={"easy": lines})
    catalogue = a_catalogue(tmp_path, a_publication(easy))

    assert media_of(catalogue.path) == {drawn.file}
