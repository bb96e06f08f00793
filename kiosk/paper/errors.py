"""Why nothing is printed."""


class PaperRefused(Exception):
    """Nothing was printed; the message says why and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
