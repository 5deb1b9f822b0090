"""Articles as one file each: written where they changed, never over what an editor changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nlg.bulk.identity import digest
from nlg.bulk.ledger import Ledger
from nlg.bulk.storage import Storage
from nlg.bulk.workshop import Made

LEDGER = "SHA256SUMS"
QUARANTINE = "quarantine"
REASONS = ".reasons"
"""What the file beside a quarantined article that says why ends with."""
MOST_NAMED = 1_000
"""Written files that an outcome names; all of them are counted."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run treats what is already there."""

    is_forced: bool = False
    """An editor's changes are given up."""
    is_check: bool = False
    """Nothing is written; it is found out what would be."""


ANEW = Manner()
"""What changed is written; an editor's changes stay."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened to some articles' files."""

    written: tuple[str, ...] = ()
    """Names of files that are new or hold something new, the first of them: a run of millions keeps no list."""
    kept: tuple[str, ...] = ()
    """Names of the files that an editor changed and that therefore stand as they are."""
    unnamed: int = 0
    """Written files that `written` does not name."""

    @property
    def changes(self) -> int:
        """How many files are new or hold something new."""
        return len(self.written) + self.unnamed

    def __add__(self, other: Outcome) -> Outcome:
        written = (*self.written, *other.written)
        return Outcome(
            written[:MOST_NAMED],
            self.kept + other.kept,
            self.unnamed + other.unnamed + max(0, len(written) - MOST_NAMED),
        )


def inside(folder: str, name: str) -> str:
    """The name of a file in a folder of the store; the store itself is ""."""
    return f"{folder}/{name}" if folder else name


def publish(storage: Storage, folder: str, ledger_name: str, made: Iterable[Made], manner: Manner) -> Outcome:
    """Brings the files of some articles of one folder up to date.

    The ledgers of the folder know what earlier runs wrote there; this run's entries go to the one named.
    """
    made = tuple(made)
    present = set(storage.names(folder))
    ledgers = sorted(name for name in present if name.rpartition("/")[2].startswith(LEDGER))
    known = Ledger(storage, ledgers)
    own = Ledger(storage, [inside(folder, ledger_name)])
    new: dict[str, bytes] = {}
    current: dict[str, str | None] = {}
    kept = []
    for article in made:
        for file in article.files:
            name = inside(folder, file.name)
            standing = storage.read(name) if name in present else None
            if (
                standing is not None
                and not manner.is_forced
                and not _is_ours(known, file.name, standing, file.text)
            ):
                kept.append(name)
            elif article.reasons:
                current[file.name] = None
            else:
                content = file.text.encode()
                current[file.name] = digest(content)
                if standing != content:
                    new[file.name] = content
    stale = tuple(inside(folder, name) for name, found in current.items() if not found)
    stale = tuple(name for name in stale if name in present)
    outcome = Outcome((*(inside(folder, name) for name in new), *stale), tuple(kept))
    outcome += _quarantine(storage, folder, made, manner)
    if manner.is_check:
        return outcome
    before = own.content()
    if new:
        for name, content in new.items():
            own.note(name, digest(content))
        storage.write(inside(folder, ledger_name), own.content())
    for name, content in new.items():
        storage.write(inside(folder, name), content)
    for name in stale:
        storage.remove(name)
    own.settle(current)
    after = own.content()
    if new or after != before:
        storage.write(inside(folder, ledger_name), after)
    return outcome


def _is_ours(known: Ledger, name: str, standing: bytes, text: str) -> bool:
    return standing == text.encode() or known.knows(name, digest(standing))


def _quarantine(storage: Storage, folder: str, made: tuple[Made, ...], manner: Manner) -> Outcome:
    """Puts aside what may not be published, with the reasons, and takes back what now may."""
    place = inside(QUARANTINE, folder) if folder else QUARANTINE
    present = set(storage.names(place))
    written = []
    for article in made:
        reasons = inside(place, f"{article.pair[0]}-vs-{article.pair[1]}{REASONS}")
        if article.reasons:
            files = [(inside(place, file.name), file.text.encode()) for file in article.files]
            files.append((reasons, "".join(f"{reason}\n" for reason in article.reasons).encode()))
            for name, content in files:
                if name not in present or storage.read(name) != content:
                    written.append(name)
                    if not manner.is_check:
                        storage.write(name, content)
        elif reasons in present:
            for name in (reasons, *(inside(place, file.name) for file in article.files)):
                written.append(name)
                if not manner.is_check:
                    storage.remove(name)
    return Outcome(tuple(written))
