"""Which keys stand where on our keyboard."""

RUB_OUT, SPACE, TO_NUMBERS, TO_LETTERS, TO_ALPHABET = "rub-out", "space", "123", "abc", "a-z"
WELSH = "âêîôûŵŷ"

QWERTY = ("qwertyuiop", "asdfghjkl", "zxcvbnm'")
ALPHABET = ("abcdefghij", "klmnopqrs", "tuvwxyz'")
NUMBERS = ("1234567890", "-/:;()£&@", "#.,?!+%'")


def rows(mode: str, *, welsh: bool, low: bool) -> tuple[tuple[str, ...], ...]:
    """The keys, row by row: three rows on a low panel, four otherwise; Welsh signs on top.

    `mode` is qwerty, alphabet or numbers.
    """
    first, second, third = {"qwerty": QWERTY, "alphabet": ALPHABET, "numbers": NUMBERS}[mode]
    other = TO_LETTERS if mode == "alphabet" else TO_ALPHABET
    switches = (TO_LETTERS, TO_ALPHABET) if mode == "numbers" else (TO_NUMBERS, other)
    more = (tuple(WELSH),) if welsh and mode != "numbers" else ()
    if low:
        return (
            *more,
            (*first, RUB_OUT),
            (*second, switches[0]),
            (*third, SPACE, switches[1]),
        )
    return (*more, tuple(first), tuple(second), (*third, RUB_OUT), (*switches, SPACE))
