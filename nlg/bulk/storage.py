"""Where output goes: a folder of this machine, or any store that fsspec reaches. A file is whole or absent."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from nlg.errors import InputError

ASIDE = ".nlg-"
"""How the names of unfinished files begin; what a killed run left of them is swept up by the next."""


class Storage(Protocol):
    """A tree of files with names like "a/b.md"."""

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None when there is none."""

    def size(self, name: str) -> int | None:
        """The length of a file in bytes, or None when there is none."""

    def write(self, name: str, content: bytes) -> None:
        """Makes a file hold these bytes, all at once."""

    def place(self, name: str, finished: Path) -> None:
        """Makes a file of a finished one on this machine, which is used up."""

    def remove(self, name: str) -> None:
        """Removes a file if it is there."""

    def names(self, folder: str) -> tuple[str, ...]:
        """The names of the files in a folder, sorted, without those below it; none if it isn't there."""

    def folders(self) -> tuple[str, ...]:
        """The names of the folders at the top, sorted, without hidden ones."""

    def open(self, name: str) -> IO[bytes]:
        """The file, for reading from its beginning."""

    def scratch(self) -> Path:
        """A new empty file on this machine, as near to the store as can be."""


class Folder:
    """A folder of this machine."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, or None when there is none."""
        try:
            return (self.root / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def size(self, name: str) -> int | None:
        """The length of a file in bytes, or None when there is none."""
        try:
            return (self.root / name).stat().st_size
        except (FileNotFoundError, NotADirectoryError):
            return None

    def write(self, name: str, content: bytes) -> None:
        """Makes a file hold these bytes: written aside, then renamed."""
        aside = self.scratch()
        try:
            aside.write_bytes(content)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        self.place(name, aside)

    def place(self, name: str, finished: Path) -> None:
        """Renames a finished file of this folder's disk to its name."""
        target = self.root / name
        try:
            try:
                finished.replace(target)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                finished.replace(target)
        except BaseException:
            finished.unlink(missing_ok=True)
            raise

    def remove(self, name: str) -> None:
        """Removes a file if it is there."""
        (self.root / name).unlink(missing_ok=True)

    def names(self, folder: str) -> tuple[str, ...]:
        """The names of the files in a folder, sorted."""
        place = self.root / folder
        try:
            found = sorted(entry.name for entry in os.scandir(place) if entry.is_file())
        except (FileNotFoundError, NotADirectoryError):
            return ()
        return tuple(f"{folder}/{name}" if folder else name for name in found)

    def folders(self) -> tuple[str, ...]:
        """The names of the folders at the top, sorted, without hidden ones."""
        try:
            found = [entry.name for entry in os.scandir(self.root) if entry.is_dir()]
        except (FileNotFoundError, NotADirectoryError):
            return ()
        return tuple(sorted(name for name in found if not name.startswith(".")))

    def open(self, name: str) -> IO[bytes]:
        """The file, for reading."""
        return (self.root / name).open("rb")

    def scratch(self) -> Path:
        """A new empty file in this folder, so that a rename makes it a file of the store."""
        self.root.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=ASIDE, dir=self.root)
        os.close(handle)
        os.chmod(name, 0o666 & ~_UMASK)
        return Path(name)

    def sweep(self) -> None:
        """Removes what killed runs left unfinished; only for the one who holds the lock."""
        for name in self.names(""):
            if name.startswith(ASIDE):
                self.remove(name)

    @contextmanager
    def lock(self, is_shared: bool) -> Iterator[None]:
        """Keeps other runs out of the folder, or lets in those that share it, for as long as it is held.

        The lock is the kernel's and dies with its process, so that a killed run never leaves one behind.
        Where the system has none, runs rely on writing the same bytes.

        Raises:
            InputError: another run is at work here.
        """
        try:
            import fcntl
        except ImportError:
            yield
            return
        self.root.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.root, os.O_RDONLY)
        try:
            try:
                fcntl.flock(handle, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise InputError(
                    f"{self.root}: another run is writing here; wait until it has ended, or name another folder "
                    "with --out"
                ) from error
            yield
        finally:
            with contextlib.suppress(OSError):
                os.close(handle)


def _umask() -> int:
    """The process's mask for new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


_UMASK = _umask()


def open_storage(place: str) -> Storage:
    """The store of that name: a folder, or a URL that fsspec understands.

    Raises:
        InputError: no name, or a URL for which fsspec, or what it needs for that kind of store, is not installed.
    """
    if not place.strip():
        raise InputError(f'"{place}": not the name of a folder; "." is the current one')
    if place.startswith("file://"):
        return Folder(Path(place.removeprefix("file://")))
    if "://" not in place:
        return Folder(Path(place))
    from nlg.bulk.remote import open_remote

    return open_remote(place)
