"""Joins the voice to what is on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.assembly.recordings import ReadSound, with_recordings
from kiosk.screens.entry.recorded import Voice
from kiosk.screens.frame.presenter import FramePresenter, Hearing, Wish
from kiosk.screens.frame.screen import Frame
from kiosk.screens.navigator import PERSONAL, Navigator
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.ring import Ring
from kiosk.screens.parts.spoken import Spoken, spoken
from kiosk.screens.parts.tiles import Band, TermLine
from kiosk.screens.parts.tree import words_of
from kiosk.screens.parts.words import Words as Text
from kiosk.screens.places import Place
from kiosk.screens.read_aloud.presenter import ReadAloudPresenter
from kiosk.screens.read_aloud.screen import ReadAloudScreen
from kiosk.screens.staff.presenter import earphone_words, recording_words, voice_words
from kiosk.screens.still_there.presenter import StillThereState
from kiosk.speech.earphones import Earphones, Known
from kiosk.speech.program import Program
from kiosk.speech.reader import Piece, Reader
from kiosk.speech.survey import Silence, Survey
from kiosk.speech.voices import VOICES, language_of
from kiosk.translation import Words, languages

OFTEN = 0.05
"""Seconds between two looks at the child that speaks: the silence between two pieces."""
PATIENCE = 60.0
"""Seconds after which a pause is the end: whoever paused has gone."""
NUMBERS = 20
"""The last seconds of a visit are counted aloud one by one."""
WITHOUT = frozenset({Place.STAFF})
NOBODYS = frozenset({Place.ATTRACT, Place.CLOSED})
"""Where no visit is on whose end would make the voice quiet again."""
SURE = frozenset({Place.HELP_NOW, Place.NOTICE})
"""Where English stands in for what only a machine has translated."""
OF_LANGUAGES = frozenset({Place.ATTRACT, Place.LANGUAGE})
"""Where each language is said by its own voice."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen now, asked for anew each time."""

    around: FramePresenter
    page: Callable[[], Part | None]
    place: Callable[[], Place | None]
    words: Callable[[], Words]
    content_language: Callable[[], str]
    """The language of an entry where it is not the person's; empty elsewhere."""
    voices: Callable[[], Sequence[Voice]] = tuple
    """What somebody has recorded of what is shown."""
    sound: ReadSound = lambda _: None


def what_is_shown(
    frame: Frame,
    way: Navigator,
    words: Callable[[], Words],
    sound: ReadSound,
) -> Shown:
    """What the voice may know of a screen."""
    return Shown(
        around=frame.presenter,
        page=lambda: next(iter(frame.ids.slot.children), None),
        place=lambda: way.place,
        words=words,
        content_language=lambda: getattr(way.presenter, "content_language", ""),
        voices=lambda: getattr(way.presenter, "voices", ()),
        sound=sound,
    )


class Listening:
    """Reads the page when asked, lights what is being read, stays silent where it must.

    `overlays` belong over the screen. `touched` is called while it speaks: nobody's visit ends
    while they listen.
    """

    def __init__(
        self,
        program: Program,
        awake: Callable[[], float],
        shown: Shown,
        touched: Callable[[], None],
        earphones: Earphones | None = None,
    ) -> None:
        self._earphones = earphones or Earphones(Known.NEVER)
        self._awake = awake
        self._around = shown.around
        self._shown = shown
        self._touched = touched
        self._survey = Survey(program)
        self._reader = Reader(program)
        self._ring = Ring()
        self._warning = ReadAloudPresenter(shown.words(), self._read)
        self._name = ""
        self._aside = self._listens = False
        self._counted: int | None = None
        self._active_at = 0.0
        shown.around.voice = self.hear
        self.overlays: tuple[Part, ...] = (self._ring, ReadAloudScreen(self._warning))

    @property
    def silence(self) -> Silence:
        """Why nothing is read aloud."""
        return (
            self._reader.silence if self._survey.silence is Silence.NONE else self._survey.silence
        )

    def begin(self) -> None:
        """Find out whether this machine can speak; until that is known it is silent."""
        self._survey.begin(self._awake())

    def tick(self) -> None:
        """Look how the voice is getting on; to be called often."""
        now = self._awake()
        self._look_around(now)
        if not self._around.state.reading and not self._reader.is_busy:
            return
        if not self._reader.is_paused:
            self._active_at = now
        elif now - self._active_at > PATIENCE:
            self._reader.stop()
        self._reader.poll(now)
        if not self._reader.is_on and self._shown.place() in NOBODYS:
            self._reader.forget()
        if self._reader.is_speaking and not self._aside:
            self._touched()
        self._tell()

    def _look_around(self, now: float) -> None:
        """Whether it can speak yet, whether a name is to be said, what the earphones do."""
        if self._survey.poll(now):
            self._reader.voices, self._reader.silence = self._survey.voices, Silence.NONE
            self._tell()
        if self._name:
            self._say_name()
        if self._shown.place() not in NOBODYS and self._earphones.poll(now):
            self._plug()

    def hear(self, wish: Wish) -> None:
        """Do what is wanted of the voice."""
        now = self._active_at = self._awake()
        match wish:
            case Wish.LISTEN:
                self._listen()
            case Wish.PAUSE:
                self._reader.pause()
            case Wish.CARRY_ON | Wish.AGAIN:
                self._reader.carry_on(now)
            case Wish.PACE:
                self._reader.change_pace(now)
            case Wish.LOUDNESS:
                self._reader.change_loudness(now)
            case Wish.STOP:
                self._reader.stop()
        self._tell()

    @property
    def is_mentioning(self) -> bool:
        """Whether something beside the page is being said."""
        return self._aside and self._reader.is_speaking

    def mention(self, text: str, is_key: bool = False) -> None:  # noqa: FBT001, FBT002
        """Say what is lit, to somebody who has listened in this visit; never what is private.

        Nor which keys are walked past while a number or a PIN is typed.
        """
        place = self._shown.place()
        alone = self._earphones.are_in or self._warning.agreed
        private = place in PERSONAL and not alone
        if private or (is_key and place is Place.SIGN_IN):
            return
        self._say_to_who_listens(text)

    def count_down(self, warning: StillThereState, seconds: int | None) -> None:
        """Say that the visit ends soon: the question once, then the last seconds, bare numbers.

        A number whose second has gone while another was said is left out. None: be silent.
        """
        if seconds == self._counted:
            return
        before, self._counted = self._counted, seconds
        if seconds is None:
            if self.is_mentioning:
                self._reader.stop()
        elif before is None:
            self._say_to_who_listens(warning.spoken)
        elif seconds <= NUMBERS and not self.is_mentioning:
            self._say_to_who_listens(str(seconds))

    def hush(self) -> None:
        """Another screen is there: what was being read is not."""
        self._reader.stop()
        self._warning.put_away()
        self._tell()

    def say_name(self, language: str) -> None:
        """A language was touched: say its name in it, when the next screen stands."""
        self._name = language

    def reword(self, words: Words) -> None:
        """Ask in these words from now on."""
        self._warning.reword(words)
        self.hush()

    def forget(self) -> None:
        """The visit is over: silence, and the next person begins with the quiet voice."""
        self._name = ""
        self._listens = False
        self._reader.forget()
        self._warning.forget()
        self._warning.reword(self._shown.words())
        if self._reader.silence is not Silence.NONE:
            self.begin()
        self._tell()

    def close(self) -> None:
        """The screen ends: nothing is left running."""
        self._reader.close()
        self._survey.end()
        self._earphones.end()

    def note(self, words: Words) -> str:
        """What staff should know: why it is silent, or which languages it cannot say."""
        lacking = self._survey.voices.lacking(languages())
        recordings = recording_words(self._reader.broken, words)
        said = recordings or voice_words(self.silence, lacking, words)
        unsure = self.silence is Silence.NONE and self._earphones.is_unsure
        return f"{said} {earphone_words(words, unsure=unsure)}".strip()

    def _listen(self) -> None:
        if self._shown.place() in PERSONAL and not self._earphones.are_in:
            self._warning.ask()
        else:
            self._read()

    def _plug(self) -> None:
        """Earphones went in: read the page. They came out: be silent, whatever it is."""
        if not self._earphones.are_in:
            self._reader.stop()
        elif self._around.state.listen and not self._reader.is_on:
            self._warning.put_away()
            self._read()
        self._tell()

    def _read(self) -> None:
        page = self._shown.page()
        if page is not None:
            self._aside, self._listens = False, True
            pieces = (self._piece(said) for said in spoken(page, self._shown.words()))
            whole = with_recordings(pieces, self._shown.voices(), self._shown.sound)
            self._reader.begin(whole, self._awake())
        self._tell()

    def _piece(self, said: Spoken) -> Piece:
        key = getattr(said.part, "key", "")
        if self._shown.place() in OF_LANGUAGES and key in VOICES:
            return Piece(words_of(said.part), key, said.part)
        return Piece(said.text, self._language_of(said), said.part)

    def _language_of(self, said: Spoken) -> str:
        """The person's language, or the one that stands in for it."""
        words, of_content = self._shown.words(), self._shown.content_language()
        if self._shown.place() in SURE:
            of_content = words.sure.language
        elif isinstance(said.part.parent, Band):
            of_content = ""
        own = (
            of_content if of_content and isinstance(said.part, Text | TermLine) else words.language
        )
        return language_of(said.text, own)

    def _say_name(self) -> None:
        language, self._name = self._name, ""
        if self.silence is Silence.NONE:
            self._say_aside(Words(language).name, language)

    def _say_to_who_listens(self, text: str) -> None:
        """Say this in the person's language, unless the page is being read to them."""
        reads_the_page = self._reader.is_on and not self._aside
        if self._listens and text and not reads_the_page:
            self._say_aside(text, language_of(text, self._shown.words().language))

    def _say_aside(self, text: str, language: str) -> None:
        """Say something that is not the page: no buttons for it, and no sign that anybody hears."""
        self._aside = True
        self._reader.begin((Piece(text, language),), self._awake())

    def _tell(self) -> None:
        reader, words = self._reader, self._shown.words()
        lit = reader.lit(self._awake())
        self._ring.show(lit if isinstance(lit, Part) else None)
        self._around.hears(
            Hearing(
                offered=self.silence is Silence.NONE
                and bool(reader.voices.of(words.language) or self._shown.voices())
                and self._shown.place() not in WITHOUT,
                on=reader.is_on and not self._aside,
                paused=reader.is_paused,
                slow=reader.is_slow,
                loudest=reader.is_loudest,
            )
        )
