"""Puts an answer's facts into the words of its template."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.exchange.items import Reply
from kiosk.exchange.policy import Template, Templates
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class AnswerText:
    """The answer in the person's language; `read` are entries to look up, id and title."""

    text: str
    note: str = ""
    read: tuple[tuple[str, str], ...] = ()


def answer_text(
    answer: Reply, templates: Templates, words: Words, title_of: Callable[[str], str]
) -> AnswerText:
    """Say the answer, or that staff must say it where the template is not known here."""
    template = next((one for one in templates.templates if one.code == answer.template), None)
    if template is None or any(slot.name not in answer.facts for slot in template.slots):
        return AnswerText(words("There is an answer. Ask staff."), answer.note)
    text = template.texts.get(words.language) or template.texts["en"]
    facts = _facts(answer, template, words, title_of)
    for name, said in facts.items():
        text = text.replace("{" + name + "}", said)
    return AnswerText(text, answer.note, _to_read(answer, template, title_of))


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
