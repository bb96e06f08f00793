"""What can go wrong with the office's records, each with a sentence for the person at the desk."""


class RecordsError(Exception):
    """Something about the records stops this command; the message says what and who can help."""


class RecordsTooNew(RecordsError):
    """A newer program has already changed these records."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"These records were changed by a newer program (step {found}, this one knows {known})."
            " Nothing was changed. Use the newer program, or ask whoever updates this machine."
        )


class RecordsNotReadable(RecordsError):
    """The database could not be opened or answered with an error."""

    def __init__(self) -> None:
        super().__init__(
            "The office records could not be opened. Nothing was changed."
            " Check the address after --db, or ask whoever looks after this machine."
        )

    def __reduce__(self) -> tuple[object, ...]:
        return RecordsNotReadable, ()  # a helper process can hand it to the one that waits
