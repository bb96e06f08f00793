"""Joins the voice to what is on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kiosk.exchange.sounds import SoundFile
from kiosk.screens.entry.recorded import Voice
from kiosk.screens.frame.presenter import FramePresenter, Hearing, Wish
from kiosk.screens.frame.screen import Frame
from kiosk.screens.navigator import PERSONAL, Navigator
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.ring import Ring
from kiosk.screens.parts.spoken import Spoken, spoken
from kiosk.screens.parts.tiles import Band
from kiosk.screens.parts.tree import words_of
from kiosk.screens.parts.words import Words as Text
from kiosk.screens.places import Place
from kiosk.screens.read_aloud.presenter import ReadAloudPresenter
from kiosk.screens.read_aloud.screen import ReadAloudScreen
from kiosk.screens.staff.presenter import recording_words, voice_words
from kiosk.screens.still_there.presenter import StillThereState
from kiosk.speech.program import Program
from kiosk.speech.reader import Piece, Reader, Recorded
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
    sound: Callable[[SoundFile], bytes | None] = lambda _: None
    """A recording, checked once more; None where it is missing or damaged."""


def what_is_shown(
    frame: Frame,
    way: Navigator,
    words: Callable[[], Words],
    sound: Callable[[SoundFile], bytes | None],
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
    ) -> None:
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
        if self._survey.poll(now):
            self._reader.voices, self._reader.silence = self._survey.voices, Silence.NONE
            self._tell()
        if self._name:
            self._say_name(now)
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
        private = place in PERSONAL and not self._warning.agreed
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

    def note(self, words: Words) -> str:
        """What staff should know: why it is silent, or which languages it cannot say."""
        lacking = self._survey.voices.lacking(languages())
        recordings = recording_words(self._reader.broken, words)
        return recordings or voice_words(self.silence, lacking, words)

    def _listen(self) -> None:
        if self._shown.place() in PERSONAL:
            self._warning.ask()
        else:
            self._read()

    def _read(self) -> None:
        page = self._shown.page()
        if page is not None:
            self._aside, self._listens = False, True
            pieces = [self._piece(said) for said in spoken(page, self._shown.words())]
            self._reader.begin(self._with_recordings(pieces), self._awake())
        self._tell()

    def _with_recordings(self, pieces: list[Piece]) -> list[Piece]:
        """A recording in the place of the pieces that it says, where all of them are shown."""
        for voice in self._shown.voices():
            many = len(voice.texts)
            for at in range(len(pieces) - many + 1):
                those = tuple(pieces[at : at + many])
                if tuple(piece.text for piece in those) == voice.texts:
                    load = partial(self._shown.sound, voice.file)
                    recorded = Recorded(load, voice.file.milliseconds / 1000, those)
                    pieces[at : at + many] = [replace(those[0], recording=recorded)]
                    break
        return pieces

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
        own = of_content if of_content and isinstance(said.part, Text) else words.language
        return language_of(said.text, own)

    def _say_name(self, now: float) -> None:
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
