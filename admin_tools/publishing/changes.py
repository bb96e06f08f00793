"""What a draft would change, read from the files themselves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tuf.api.metadata import TargetFile, Targets

from admin_tools.publishing.contents import WITHDRAWN_PATH, ByRole
from admin_tools.publishing.differing import differences
from admin_tools.publishing.metadata import file_entry
from admin_tools.publishing.reading import is_pack
from admin_tools.publishing.repository import Repository
from kiosk.exchange import canonical, limits
from kiosk.exchange.entries import Entry
from kiosk.exchange.keys import fingerprint
from kiosk.exchange.packs import read_pack, read_policy, read_withdrawn
from kiosk.exchange.policy import TrustList
from kiosk.exchange.refusals import Refusal, Refused

HEADINGS = {
    "withdrawn": "Taken off the screens at once",
    "added": "New",
    "older": "Older than what is published",
    "changed": "Changed",
    "removed": "No longer there",
    "other": "Lists and sites",
    "trusted": "Keys that are trusted",
}
Pages = Mapping[tuple[str, str, str], Entry]
Read = Callable[[str, TargetFile], bytes]
Files = Mapping[str, TargetFile]


@dataclass(frozen=True, slots=True)
class Changes:
    """Each line is for a person: layer, id, language, title.

    `words`: what differs, word for word; of a new page that is all of it. It is asked for only
    by whoever reads it: of a first publication that is every page. `older`: among what changed,
    pages that were checked later, and forms that had a higher version, in what is published.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    other: tuple[str, ...]
    trusted: tuple[str, ...]
    older: tuple[str, ...] = ()
    words: Callable[[], Iterator[str]] = field(default=lambda: iter(()), compare=False)

    @property
    def nothing(self) -> bool:
        """Whether a reader would see no difference."""
        return not any(self.lists().values())

    def lists(self) -> dict[str, tuple[str, ...]]:
        """Give every list by its name, as a program hears it."""
        return {name: getattr(self, name) for name in HEADINGS}

    def headed(self, most: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give each heading with its lines; after the first ones they are only counted."""
        for name, lines in self.lists().items():
            more = (f"and {len(lines) - most} more",) if len(lines) > most else ()
            if lines:
                yield f"{HEADINGS[name]} ({len(lines)})", (*lines[:most], *more)


def compare(old: Files, read_old: Read, new: Files, read_new: Read) -> Changes:
    """Read every file that differs, before and after, as a kiosk reads it, or raise Refused."""
    differ = sorted(p for p in {*old, *new} if _hash(old, p) != _hash(new, p))
    before, after = _entries(differ, old, read_old), _entries(differ, new, read_new)
    was, now = _withdrawn(old, read_old), _withdrawn(new, read_new)
    lists = [p for p in differ if not p.endswith(".jsonl") and not p.startswith("trust/")]
    old_lists, new_lists = _lists(lists, old, read_old), _lists(lists, new, read_new)
    return Changes(
        added=tuple(_say(key, after[key]) for key in sorted(set(after) - set(before))),
        changed=tuple(
            _say(key, after[key])
            for key in sorted(set(after) & set(before))
            if after[key] != before[key]
        ),
        removed=tuple(_say(key, before[key]) for key in sorted(set(before) - set(after))),
        withdrawn=tuple(f"{one} ({now[one]})" for one in sorted(set(now) - set(was)))
        + tuple(f"{one} is shown again" for one in sorted(set(was) - set(now))),
        other=tuple(path if path in new else f"{path} is taken away" for path in lists),
        trusted=tuple(_trust(path, new, read_new) for path in differ if path.startswith("trust/")),
        older=tuple(
            _say(key, after[key])
            for key in sorted(set(after) & set(before))
            if _is_older(after[key], before[key])
        ),
        words=lambda: _words(before, after, old_lists, new_lists),
    )


def _is_older(new: Entry, old: Entry) -> bool:
    """Tell whether a page would go back: two authors worked on it, one did not know the other."""
    version, before = (one.form.version if one.form else 0 for one in (new, old))
    return new.checked_on < old.checked_on or version < before


def against(repository: Repository, wanted: ByRole) -> Changes:
    """Compare sources with what is published, leaving keys out of it."""
    published = repository.published()
    old = {} if published is None else published.files()
    old = {path: file for path, file in old.items() if not path.startswith("trust/")}
    data = {path: one for files in wanted.values() for path, one in files.items()}
    new = {path: file_entry(path, one) for path, one in data.items()}
    return compare(old, repository.read, new, lambda path, _file: data[path])


def who_signs(before: Targets | None, after: Targets) -> tuple[str, ...]:
    """Name every role whose signers change."""
    was = _signers(before) if before else {}
    now = _signers(after)
    return tuple(
        f"{role}: other keys than before may sign ({len(now[role])})"
        if role in was and role in now
        else f"{role}: {len(now[role])} keys may sign"
        if role in now
        else f"{role} ends"
        for role in sorted({*was, *now})
        if was.get(role) != now.get(role)
    )


def _signers(top: Targets) -> dict[str, tuple[str, ...]]:
    delegated = top.delegations.roles if top.delegations else None
    return {name: tuple(sorted(role.keyids)) for name, role in (delegated or {}).items()}


def _hash(files: Files, path: str) -> str:
    return files[path].hashes["sha256"] if path in files else ""


def _entries(paths: list[str], files: Files, read: Read) -> dict[tuple[str, str, str], Entry]:
    found: dict[tuple[str, str, str], Entry] = {}
    for path in paths:
        if path in files and is_pack(path):
            header, entries = read_pack(read(path, files[path]), path)
            found |= {(header.layer, one.id, one.language): one for one in entries}
    return found


def _lists(paths: list[str], files: Files, read: Read) -> dict[str, object]:
    """Read lists and profiles as values of JSON, or raise Refused."""
    found: dict[str, object] = {}
    for path in paths:
        if path in files:
            try:
                found[path] = canonical.load(read(path, files[path]), limits.POLICY_BYTES)
            except canonical.NotCanonical as error:
                raise Refused(Refusal.POLICY_BROKEN, name=path) from error
    return found


def _words(
    before: Pages, after: Pages, old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[str]:
    """Say under the line of each page or list what differs in it."""
    for key, entry in sorted(after.items()):
        was = before.get(key)
        if entry != was:
            yield f"{_say(key, entry)}:"
            plain = was.model_dump(mode="json") if was else {}
            yield from (f"  {one}" for one in differences(plain, entry.model_dump(mode="json")))
    for path, value in new.items():
        yield f"{path}:"
        yield from (f"  {one}" for one in differences(old.get(path, {}), value))


def _withdrawn(files: Files, read: Read) -> dict[str, str]:
    if WITHDRAWN_PATH not in files:
        return {}
    listed = read_withdrawn(read(WITHDRAWN_PATH, files[WITHDRAWN_PATH]))
    return {one.id: one.reason for one in listed}


def _trust(path: str, files: Files, read: Read) -> str:
    if path not in files:
        return f"{path} is taken away"
    keys = read_policy(TrustList, read(path, files[path]), path)
    desks = ", ".join(f"{code} {fingerprint(key)}" for code, key in sorted(keys.desks.items()))
    return (
        f"{keys.site}: office {fingerprint(keys.office)}, collecting"
        f" {fingerprint(keys.collecting)}, recovery {fingerprint(keys.recovery)}, {desks}"
    )


def _say(key: tuple[str, str, str], entry: Entry) -> str:
    layer, name, language = key
    return f"{layer}/{entry.kind.value}/{name} ({language}): {entry.title}"
