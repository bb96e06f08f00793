"""Choices above a list: what somebody looks for, where, for which need."""

from collections.abc import Mapping

from kiosk.catalogue.groups import ANYWHERE, By, Choices, What
from kiosk.exchange.policy import Term, Vocabulary
from kiosk.screens.finding import Finding
from kiosk.screens.parts.shapes import ChooserItem, NavItem
from kiosk.screens.reading import Reading
from kiosk.translation import Words

LISTS = {By.PLACE: "areas", By.NEED: "pathways", By.STAGE: "stages", By.WORK: "occupations"}
ALL = "-"
"""The key of the option that takes a choice back."""
ICONS: Mapping[By, str] = {
    By.WHAT: "squares-four",
    By.PLACE: "map-pin",
    By.NEED: "lifebuoy",
    By.STAGE: "path",
    By.WORK: "hammer",
    By.PROVIDER: "users",
}
WHAT_ICONS: Mapping[What, str] = {
    What.JOBS: "briefcase",
    What.EMPLOYERS: "storefront",
    What.COURSES: "graduation-cap",
    What.HOMES: "house-line",
    What.HELP: "users",
    What.GUIDES: "file-text",
    What.LETTERS: "note-pencil",
    What.STORIES: "user-circle",
    What.LIFE: "clock",
    What.REQUESTS: "hand-palm",
}
USEFUL: Mapping[str, tuple[By, ...]] = {
    What.JOBS: (By.PLACE, By.WORK),
    What.EMPLOYERS: (By.PLACE, By.WORK),
    What.COURSES: (By.WORK, By.PLACE, By.PROVIDER),
    What.HOMES: (By.PLACE, By.PROVIDER),
    What.HELP: (By.NEED, By.STAGE, By.PLACE, By.PROVIDER),
    What.LETTERS: (By.NEED,),
    What.STORIES: (By.NEED, By.STAGE),
    What.LIFE: (By.NEED, By.STAGE),
    What.REQUESTS: (By.NEED, By.STAGE),
}
"""What helps to choose among each; more choices than help are a hindrance."""
OTHERWISE = (By.NEED, By.STAGE, By.PLACE)


def what_words(what: str, words: Words) -> str:
    """What somebody looks for, as it stands on a button."""
    return {
        What.JOBS: words("Jobs"),
        What.EMPLOYERS: words("Employers"),
        What.COURSES: words("Courses"),
        What.HOMES: words("Places to live"),
        What.HELP: words("People who help"),
        What.GUIDES: words("How things work"),
        What.LETTERS: words("Example letters"),
        What.STORIES: words("Stories"),
        What.LIFE: words("Life in here"),
        What.REQUESTS: words("Requests"),
    }[What(what)]


def by_words(by: By, words: Words) -> str:
    """What a choice is about."""
    return {
        By.WHAT: words("What"),
        By.PLACE: words("Where"),
        By.NEED: words("What for"),
        By.STAGE: words("When"),
        By.WORK: words("Kind of work"),
        By.PROVIDER: words("Who runs it"),
    }[by]


def all_words(by: By, words: Words) -> str:
    """What a button says while nothing is chosen on it."""
    return {
        By.WHAT: words("Everything"),
        By.PLACE: words("All areas"),
        By.NEED: words("Any need"),
        By.STAGE: words("Any time"),
        By.WORK: words("Any work"),
        By.PROVIDER: words("Anyone"),
    }[by]


class Choosing:
    """What was chosen in this visit, on this screen; kept nowhere else."""

    def __init__(self, reading: Reading, finding: Finding, choices: Choices) -> None:
        self._reading = reading
        self._finding = finding
        self.choices = choices
        self.open: By | None = None

    def touch(self, by: str) -> None:
        """Open the options of a choice, or close them again."""
        self.open = None if self.open == by else By(by)

    def choose(self, code: str) -> None:
        """Choose one of the options that are open."""
        if self.open is None:
            return
        others = self.choices
        if self.open is By.WHAT:
            kept = set(_useful(code))
            others = Choices({by: one for by, one in others.codes.items() if by in kept})
        self.choices = others.with_(self.open, "" if code == ALL else code)
        self.open = None

    def forget(self, by: By) -> None:
        """Take one choice back."""
        self.choices = self.choices.with_(by, "")
        self.open = None

    def buttons(self, words: Words, only: tuple[By, ...] = ()) -> tuple[ChooserItem, ...]:
        """One button for each choice that helps here, with what was chosen on it."""
        useful = only or (By.WHAT, *_useful(self.choices.get(By.WHAT)))
        return tuple(
            ChooserItem(
                *(by, by_words(by, words), self.name(by, words), self._icon(by)),
                here=by is self.open,
            )
            for by in useful
            if by is By.WHAT or self.choices.get(by) or self.codes(by)
        )

    def options(self, words: Words) -> tuple[NavItem, ...]:
        """What can be chosen now; nothing while no choice is open."""
        by = self.open
        if by is None:
            return ()
        chosen = self.choices.get(by)
        every = NavItem(ALL, all_words(by, words), ICONS[by], here=not chosen)
        named = self._named(by, self.codes(by), words)
        return (
            every,
            *(NavItem(code, name, icon, here=code == chosen) for code, name, icon in named),
        )

    def name(self, by: By, words: Words) -> str:
        """What was chosen, in words."""
        code = self.choices.get(by)
        if not code:
            return all_words(by, words)
        return next((name for _, name, _ in self._named(by, (code,), words)), code)

    def codes(self, by: By) -> tuple[str, ...]:
        """What there is to choose from."""
        return tuple(code for code in self._finding.options(by, self.choices) if code != ANYWHERE)

    def _icon(self, by: By) -> str:
        what = self.choices.get(By.WHAT)
        return WHAT_ICONS[What(what)] if by is By.WHAT and what else ICONS[by]

    def _named(
        self, by: By, codes: tuple[str, ...], words: Words
    ) -> tuple[tuple[str, str, str], ...]:
        """Give code, name, picture of each, in the order that people expect."""
        if by is By.WHAT:
            order = [what for what in What if what in codes]
            return tuple((what, what_words(what, words), WHAT_ICONS[what]) for what in order)
        if by is By.PROVIDER:
            cards = self._reading.about(codes, words.language)
            named = [(card.id, card.title, ICONS[by]) for card in cards]
            return tuple(sorted(named, key=lambda one: one[1].casefold()))
        terms = [term for term in self._terms(by).terms if term.code in codes]
        return tuple((term.code, _name(term, words), _picture(term, by)) for term in terms)

    def _terms(self, by: By) -> Vocabulary:
        return self._reading.vocabulary(LISTS[by])


def _useful(what: str) -> tuple[By, ...]:
    return USEFUL.get(what, OTHERWISE)


def _name(term: Term, words: Words) -> str:
    return term.names.get(words.language) or term.names["en"]


def _picture(term: Term, by: By) -> str:
    return ICONS[by] if term.icon == "circle" else term.icon
