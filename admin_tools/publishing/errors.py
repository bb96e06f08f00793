"""Why publishing stops, each with its sentence for the author or the approver."""


class PublishingRefused(Exception):
    """The command was understood but must not be done; the message says why and what next."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
