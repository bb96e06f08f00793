"""Says in words how a page or a list differs from the one before."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from kiosk.exchange import canonical

LONGEST = 300
"""Signs of one text that are shown: a page that was written anew is read as a page."""


def differences(before: object, after: object, where: str = "") -> tuple[str, ...]:
    """List each place that differs in two values of JSON: what stood there, what stands there now.

    A field is `name: old -> new`; in a list, what was taken out is `- text`, what is new `+ text`.
    """
    return tuple(_differ(before, after, where))


def _differ(before: object, after: object, where: str) -> Iterator[str]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for name in dict.fromkeys((*before, *after)):
            inside = f"{where}.{name}" if where else str(name)
            yield from _differ(before.get(name), after.get(name), inside)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(before, after, where)
    else:
        yield f"{where}: {_said(before)} -> {_said(after)}"


def _of_lists(before: list[object], after: list[object], where: str) -> Iterator[str]:
    """Line two lists up; where as many things changed as there are now, compare each with each."""
    was, now = ([canonical.dump(one) for one in listed] for listed in (before, after))
    for what, i1, i2, j1, j2 in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        if i2 - i1 == j2 - j1:
            for old, new in zip(before[i1:i2], after[j1:j2], strict=True):
                yield from _differ(old, new, where)
            continue
        yield from (f"{where}: - {_said(one)}" for one in before[i1:i2])
        yield from (f"{where}: + {_said(one)}" for one in after[j1:j2])


def _said(value: object) -> str:
    """Write a value for a person: the texts in it, one after another."""
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, Mapping):
        value = " · ".join(_said(one) for one in value.values())
    elif isinstance(value, list):
        value = ", ".join(_said(one) for one in value)
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
