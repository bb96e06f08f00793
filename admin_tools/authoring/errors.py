"""What the authoring side will not do, said in one sentence."""


class AuthoringRefused(Exception):
    """The command was understood but must not be done; the message says why and what next."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
