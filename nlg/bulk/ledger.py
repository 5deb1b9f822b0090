"""What this program last wrote under each name: how an editor's change is told from an old article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nlg.bulk.storage import Storage

_LINE = re.compile(r"([0-9a-f]{64})  (.+)\n")


class Ledger:
    """The digests of the files in one folder, kept in a file that `sha256sum --check` understands.

    A file whose digest is none of those noted for its name was changed by somebody else. Digests are noted
    before the files are written, so that a run that is killed in between knows its own files again.
    """

    def __init__(self, storage: Storage, names: Iterable[str]) -> None:
        self._known: dict[str, list[str]] = {}
        for name in names:
            for found, file in _LINE.findall((storage.read(name) or b"").decode("utf-8", "replace")):
                self._known.setdefault(file, []).append(found)

    def knows(self, file: str, found: str) -> bool:
        """Whether a file with that digest is this program's own work."""
        return found in self._known.get(file, ())

    def files(self) -> tuple[str, ...]:
        """The names that the ledger has an entry for, sorted."""
        return tuple(sorted(self._known))

    def note(self, file: str, found: str) -> None:
        """Takes down a digest beside those already known of the file."""
        entries = self._known.setdefault(file, [])
        if found not in entries:
            entries.append(found)

    def settle(self, current: Mapping[str, str | None]) -> None:
        """Leaves one digest a file, or none, where it is known what the file holds now."""
        for file, found in current.items():
            self._known.pop(file, None)
            if found:
                self._known[file] = [found]

    def content(self) -> bytes:
        """The ledger as a file: sorted, one digest a line."""
        lines = [f"{found}  {file}\n" for file in sorted(self._known) for found in self._known[file]]
        return "".join(lines).encode()
