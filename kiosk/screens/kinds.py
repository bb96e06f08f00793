"""Pictures and words for each kind of entry."""

from collections.abc import Iterable, Mapping

from kiosk.catalogue.cards import Card
from kiosk.exchange.entries import Kind
from kiosk.screens.parts.shapes import RowItem
from kiosk.screens.places import Place
from kiosk.translation import Words

ICONS = {
    Kind.SERVICE: "users",
    Kind.ORGANISATION: "buildings",
    Kind.SESSION: "calendar-dots",
    Kind.VACANCY: "briefcase",
    Kind.EMPLOYER: "storefront",
    Kind.LABOUR_MARKET: "chart-bar",
    Kind.COURSE: "graduation-cap",
    Kind.HOUSING: "house-line",
    Kind.GUIDE: "file-text",
    Kind.MONEY_PRODUCT: "coins",
    Kind.PAYMENT_RULE: "receipt",
    Kind.LETTER: "note-pencil",
    Kind.ENTITLEMENT: "shield-check",
    Kind.STORY: "user-circle",
    Kind.CONTACT: "phone",
    Kind.PLACE: "map-pin",
    Kind.DAILY: "clock",
    Kind.EVENT: "ticket",
    Kind.NOTICE: "megaphone",
    Kind.TERM: "book-open-text",
    Kind.EXPLAINER: "info",
    Kind.FORM: "hand-palm",
}


def kind_words(words: Words) -> Mapping[Kind, str]:
    """The name of each kind, small, as it stands in a line."""
    return {
        Kind.SERVICE: words("help in here"),
        Kind.ORGANISATION: words("organisation"),
        Kind.SESSION: words("session"),
        Kind.VACANCY: words("job"),
        Kind.EMPLOYER: words("employer"),
        Kind.LABOUR_MARKET: words("jobs in an area"),
        Kind.COURSE: words("course"),
        Kind.HOUSING: words("place to live"),
        Kind.GUIDE: words("guide"),
        Kind.MONEY_PRODUCT: words("money"),
        Kind.PAYMENT_RULE: words("payment"),
        Kind.LETTER: words("letter"),
        Kind.ENTITLEMENT: words("your right"),
        Kind.STORY: words("story"),
        Kind.CONTACT: words("contact"),
        Kind.PLACE: words("place"),
        Kind.DAILY: words("daily life"),
        Kind.EVENT: words("event"),
        Kind.NOTICE: words("notice"),
        Kind.TERM: words("what a word means"),
        Kind.EXPLAINER: words("how it works"),
        Kind.FORM: words("request"),
    }


def card_row(card: Card, words: Words, text: str = "", brief: str = "") -> RowItem:
    """A card as a line of a list: its summary, or what must be known before trusting it.

    Where there is little height `brief` stands there, or what must be known alone.
    """
    trust = trust_line(card, words)
    said = text or summary_words(card, words)
    return RowItem(
        key=card.id,
        title=card.title,
        text=" ".join(filter(None, (trust, said))),
        icon=ICONS[card.kind],
        brief=" ".join(filter(None, (trust, brief))),
    )


def summary_words(card: Card, words: Words) -> str:
    """The summary; in another language it keeps its own direction."""
    return card.summary if card.language == words.language else words.apart(card.summary)


def where_to(entry: str, forms: Iterable[Card]) -> tuple[Place, str]:
    """The place to open for this id: a request begins with its notice."""
    is_form = any(form.id == entry for form in forms)
    return (Place.NOTICE if is_form else Place.ENTRY), entry


def trust_line(card: Card, words: Words) -> str:
    """Say that a card was not checked lately, or that it is in another language; else nothing."""
    if card.stale:
        return words("Not checked since {day}. Ask first.", day=words.date(card.checked_on))
    if card.language != words.language:
        return words("In English.")
    return ""
