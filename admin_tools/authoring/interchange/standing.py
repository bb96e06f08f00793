"""Compares what comes in with what stands in the sources."""

from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import ENGLISH, NATIONAL, Written
from kiosk.exchange.blocks import Ask, Block
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.vacancy import Vacancy

PAGE = ("title", "summary", "areas")


class Standing:
    """The entries that are there, by id; by the reference of their source, or by name, too."""

    def __init__(self, sources: Sources, layer: str) -> None:
        english = [one for one in sources.written if one.entry.language == ENGLISH]
        near = [one for one in english if one.layer == NATIONAL or layer.startswith(one.layer)]
        self._layer = layer
        self._by_id = {one.entry.id: one for one in sorted(near, key=_nearness)}
        self._by_reference = {
            reference: one.entry.id for one in near if (reference := _reference(one.entry))
        }
        self._by_name = {_name(one.entry): one.entry.id for one in near if _is_named(one.entry)}

    def differing(self, written: Written, *, is_named: bool) -> str | None:
        """Say what differs: nothing when they agree, None when there is no such entry yet.

        `is_named`: somebody gave it an id of its own, so that its name may be another's too.
        """
        new = written.entry
        there = self._by_id.get(new.id)
        if there is None:
            if known := self._by_reference.get(_reference(new)):
                return f"{known} has the same reference"
            known = None if is_named else self._by_name.get(_name(new))
            return f"{known} has the same name" if known else None
        if there.layer != self._layer or there.entry.kind is not new.kind:
            return f"{there.page} has the same id"
        fields = ", ".join(_differing(there.entry, new))
        return f"{there.page} says otherwise: {fields}" if fields else ""


def _nearness(written: Written) -> tuple[bool, int]:
    """National first, the wing last: the nearest entry of an id is the one that counts."""
    return written.layer != NATIONAL, len(written.layer)


def _differing(old: Entry, new: Entry) -> list[str]:
    names = [name for name in PAGE if getattr(old, name) != getattr(new, name)]
    names += ["blocks"] if _page(old) != _page(new) else []
    if old.about is None or new.about is None:
        return names + ([] if old.about == new.about else ["fields"])
    fields = type(new.about).model_fields
    return names + [
        name for name in fields if getattr(old.about, name, None) != getattr(new.about, name)
    ]


def _page(entry: Entry) -> list[Block]:
    """Give the page without the forms that it leads to: no source of others knows those."""
    return [block for block in entry.blocks if not isinstance(block, Ask)]


def _is_named(entry: Entry) -> bool:
    """Tell whether two of its kind with one name are likely the same thing."""
    return entry.kind in (Kind.SERVICE, Kind.ORGANISATION, Kind.EMPLOYER, Kind.GUIDE)


def _name(entry: Entry) -> tuple[str, str]:
    return entry.kind.value, entry.title.casefold()


def _reference(entry: Entry) -> str:
    return entry.about.identifier if isinstance(entry.about, Vacancy) else ""
