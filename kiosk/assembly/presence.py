"""Watches whether somebody is there."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.still_there.presenter import Answers, StillTherePresenter, StillThereState
from kiosk.translation import Words
from kiosk.visit.visit import Moment, Phase, Visit

SayHowLong = Callable[[StillThereState, int | None], None]


@dataclass(frozen=True, slots=True)
class Duties:
    """What is done for who is there, or was.

    `noticed` hears of every touch, `end` closes and hides, `cover` hides private text, `say`
    counts down aloud; None: no more.
    """

    noticed: Callable[[], None]
    end: Callable[[], None]
    cover: Callable[[], None]
    say: SayHowLong


class Presence:
    """Asks before a visit ends by itself, covers what is private while nobody touches."""

    def __init__(self, awake: Callable[[], float], words: Words, duties: Duties) -> None:
        self.visit = Visit()
        self._awake = awake
        self._noticed, self._cover, self._say = duties.noticed, duties.cover, duties.say
        self._covered = False
        self.warning = StillTherePresenter(
            words,
            Answers(
                stay=self.touched,
                close=duties.end,
                need_more_time=self.need_more_time,
                has_more_time=lambda: self.visit.has_more_time,
            ),
        )

    def begin(self) -> None:
        """Somebody is here, or does something that only a person does."""
        self.visit.touch(self._awake())

    def sign_in(self) -> None:
        """Whoever has said who they are gets the shorter visit, and answers that are covered."""
        self.visit.sign_in(self._awake())

    def touched(self) -> None:
        """Somebody touched the screen, or listens to it."""
        self._noticed()
        if self.visit.is_on:
            self.begin()
            self._ask_no_more()

    def pressed(self) -> None:
        """A finger came down: the visit goes on. A question stands until it is lifted again."""
        self._noticed()
        self.visit.press(self._awake())

    def lifted(self) -> None:
        """The finger was lifted, wherever that was."""
        self._noticed()
        self.visit.lift(self._awake())
        self._ask_no_more()

    def switched(self) -> bool:
        """A switch was pressed; say whether that answered "Are you still there?".

        Whoever uses switches needs more time; nobody has to ask for it.
        """
        was_asked = self.warning.seconds is not None
        self.touched()
        self.need_more_time()
        return was_asked

    def need_more_time(self) -> None:
        """From now on this visit waits longer before it asks."""
        if self.visit.is_on:
            self.visit.need_more_time(self._awake())

    def end(self, words: Words) -> None:
        """The visit is over; the next question is asked in these words."""
        self.visit.end()
        self._covered = False
        self._ask_no_more()
        self.warning.reword(words)

    def look(self) -> Moment:
        """Say how the visit is; ask or cover when it is time."""
        moment = self.visit.at(self._awake())
        if moment.phase is Phase.STILL_THERE:
            self.warning.count_down(moment.seconds)
            self._say(self.warning.state, moment.seconds)
        elif not self.visit.is_held:
            self._ask_no_more()
        if moment.covered and not self._covered:
            self._cover()
        self._covered = moment.covered
        return moment

    def _ask_no_more(self) -> None:
        self.warning.count_down(None)
        self._say(self.warning.state, None)
