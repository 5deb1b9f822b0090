"""Output to any store that fsspec reaches: "s3://bucket/articles", "gs://…", "memory://…"."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import IO, Any

from nlg.errors import InputError


class Remote:
    """A store of whole objects: what is put there is there at once or not at all.

    Stores of objects give no locks. Two runs from the same inputs in one place write the same bytes.
    """

    def __init__(self, system: Any, root: str) -> None:
        self._system = system
        self._root = root.rstrip("/")

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None when there is none."""
        try:
            content: bytes = self._system.cat_file(self._path(name))
        except FileNotFoundError:
            return None
        return content

    def size(self, name: str) -> int | None:
        """The length of a file in bytes, or None when there is none."""
        try:
            return int(self._system.info(self._path(name))["size"])
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Puts an object."""
        self._prepare(name)
        self._system.pipe_file(self._path(name), content)

    def place(self, name: str, finished: Path) -> None:
        """Uploads a finished file of this machine."""
        try:
            self._prepare(name)
            self._system.put_file(str(finished), self._path(name))
        finally:
            finished.unlink()

    def _prepare(self, name: str) -> None:
        """Makes the folder, for the kinds of store that have real ones."""
        self._system.makedirs(self._path(name).rpartition("/")[0], exist_ok=True)

    def remove(self, name: str) -> None:
        """Removes an object if it is there."""
        if self._system.exists(self._path(name)):
            self._system.rm_file(self._path(name))

    def names(self, folder: str) -> tuple[str, ...]:
        """The names of the files in a folder, sorted."""
        return tuple(f"{folder}/{name}" if folder else name for name in self._entries(folder, "file"))

    def folders(self) -> tuple[str, ...]:
        """The names of the folders at the top, sorted, without hidden ones."""
        return tuple(name for name in self._entries("", "directory") if not name.startswith("."))

    def _entries(self, folder: str, kind: str) -> list[str]:
        try:
            # What other processes have put there since counts too.
            entries = self._system.ls(self._path(folder), detail=True, refresh=True)
        except FileNotFoundError:
            return []
        return sorted(entry["name"].rpartition("/")[2] for entry in entries if entry["type"] == kind)

    def open(self, name: str) -> IO[bytes]:
        """The file, for reading."""
        file: IO[bytes] = self._system.open(self._path(name), "rb")
        return file

    def scratch(self) -> Path:
        """A new empty file in this machine's folder for such."""
        handle, name = tempfile.mkstemp(prefix="nlg-")
        os.close(handle)
        return Path(name)


def open_remote(url: str) -> Remote:
    """The store at a URL.

    Raises:
        InputError: fsspec is not installed, or what it needs for this kind of URL.
    """
    try:
        import fsspec
    except ImportError as error:
        raise InputError(f"{url}: a URL needs fsspec: pip install 'nlg[remote]'") from error
    try:
        system, root = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise InputError(f"{url}: {error}") from error
    return Remote(system, root)
