"""Puts an answer's facts into the words of its template."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.exchange.items import Reply
from kiosk.exchange.policy import Template, Templates
from kiosk.translation import DUTY, Words


@dataclass(frozen=True, slots=True)
class AnswerText:
    """The answer in the person's language; `read` are entries to look up, id and title.

    `english` is what the desk said, where a machine may have put it into the person's language.
    """

    text: str
    note: str = ""
    read: tuple[tuple[str, str], ...] = ()
    english: str = ""


def answer_text(
    answer: Reply, templates: Templates, words: Words, title_of: Callable[[str], str]
) -> AnswerText:
    """Say the answer, or that staff must say it where the template is not known here."""
    template = next((one for one in templates.templates if one.code == answer.template), None)
    if template is None or any(slot.name not in answer.facts for slot in template.slots):
        return AnswerText(words("There is an answer. Ask staff."), answer.note)
    text = _said(answer, template, words, title_of)
    english = _said(answer, template, Words(), title_of) if _is_guessed(template, words) else ""
    return AnswerText(text, answer.note, _to_read(answer, template, title_of), english)


def _said(answer: Reply, template: Template, words: Words, title_of: Callable[[str], str]) -> str:
    """The words in this language, or in English where there are none."""
    text = template.texts.get(words.language)
    if text is None:
        words, text = Words(), template.texts["en"]
    for name, fact in _facts(answer, template, words, title_of).items():
        text = text.replace("{" + name + "}", words.apart(fact))
    return text


def _is_guessed(template: Template, words: Words) -> bool:
    """Whether what stands there is neither what the desk chose nor the Welsh that is owed."""
    return words.language in template.texts and words.language not in DUTY


def _facts(
    answer: Reply, template: Template, words: Words, title_of: Callable[[str], str]
) -> dict[str, str]:
    said = {}
    for slot in template.slots:
        value = answer.facts[slot.name]
        if slot.type == "day":
            value = words.day(date.fromisoformat(value))
        elif slot.type == "entry":
            value = title_of(value) or value
        said[slot.name] = value
    return said


def _to_read(
    answer: Reply, template: Template, title_of: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    entries = [answer.facts[slot.name] for slot in template.slots if slot.type == "entry"]
    return tuple((entry, title_of(entry)) for entry in entries if title_of(entry))
