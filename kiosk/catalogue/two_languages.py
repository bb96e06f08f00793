"""Compares one form in two languages."""

from kiosk.exchange.forms import Form


def asks(form: Form) -> tuple[object, ...]:
    """Name what a form asks, without its words: two languages of one form are the same here."""
    return form.version, tuple(
        (question.id, tuple(choice.code for choice in question.choices))
        for question in form.questions
    )


def agreed_in(sure: Form, guessed: Form) -> Form:
    """Take who reads it, and all that the person agrees to, from the form that can be relied on."""
    pairs = zip(sure.questions, guessed.questions, strict=True)
    questions = tuple(safe if safe.consent else asked for safe, asked in pairs)
    update = {"questions": questions, "reader": sure.reader, "employer": sure.employer}
    return guessed.model_copy(update=update)
