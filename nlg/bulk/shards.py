"""Files of many articles: JSON lines in one zstd frame, or Parquet. Rows come in order and go to disk at once."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import orjson

from nlg.bulk.storage import Storage
from nlg.errors import InputError

if TYPE_CHECKING:
    import pyarrow

SUFFIXES = {"jsonl": ".jsonl.zst", "parquet": ".parquet"}
LEVEL = 6
"""Of zstd: beyond it files hardly shrink and take several times as long."""
WINDOW_LOG = 23
"""Of zstd: 8 MB, a tile's row of articles with room to spare; what any reader of zstd accepts."""
ROWS_A_GROUP = 1024
"""Of Parquet."""
_PIECE = 1 << 20
_COLUMNS = ("first", "second", "slug", "title", "description", "dataset", "date", "markdown")


@dataclass(frozen=True, slots=True)
class Shard:
    """A finished file of many articles."""

    file: str
    articles: int
    bytes: int
    sha256: str


class ShardWriter(Protocol):
    """A file in the making."""

    def add(self, row: bytes) -> None:
        """Takes one article, as a line of JSON."""

    def finish(self, is_kept: bool) -> tuple[Shard, bool]:
        """The finished file, put in its place if it is to be kept, and whether it holds something new."""

    def abandon(self) -> None:
        """Removes what was written aside."""


def shard_name(form: str, key: str) -> str:
    """The file name of a tile's shard."""
    return f"articles-{key}{SUFFIXES[form]}"


def open_shard(storage: Storage, form: str, key: str) -> ShardWriter:
    """A shard of that format for the tile of that key.

    Raises:
        InputError: the library for the format is not installed.
    """
    name = shard_name(form, key)
    return JsonLines(storage, name) if form == "jsonl" else ParquetFile(storage, name)


class JsonLines:
    """Lines of JSON, compressed once they are all there, so that the frame states its length."""

    def __init__(self, storage: Storage, name: str) -> None:
        self._storage, self._name = storage, name
        self._articles = 0
        self._length = 0
        self._raw = storage.scratch()
        self._file = self._raw.open("wb", buffering=_PIECE)

    def add(self, row: bytes) -> None:
        """Takes one article."""
        self._file.write(row)
        self._articles += 1
        self._length += len(row)

    def finish(self, is_kept: bool) -> tuple[Shard, bool]:
        """Compresses the lines."""
        import zstandard

        parameters = zstandard.ZstdCompressionParameters.from_level(
            LEVEL, window_log=WINDOW_LOG, write_content_size=True, write_checksum=True
        )
        compressor = zstandard.ZstdCompressor(compression_params=parameters)
        aside = self._storage.scratch()
        try:
            self._file.close()
            with self._raw.open("rb") as source, aside.open("wb") as target:
                compressor.copy_stream(source, target, size=self._length)
            self._raw.unlink()
            return _placed(self._storage, self._name, aside, self._articles, is_kept)
        except BaseException:
            aside.unlink(missing_ok=True)
            self.abandon()
            raise

    def abandon(self) -> None:
        """Removes the lines."""
        self._raw.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            # A full disk does not take the last lines, which nobody wants any more.
            self._file.close()


class ParquetFile:
    """Columns as in JSON lines; the claims as their number."""

    def __init__(self, storage: Storage, name: str) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError as error:
            raise InputError("--format parquet needs pyarrow: pip install 'nlg[parquet]'") from error
        self._storage, self._name = storage, name
        self._articles = 0
        self._rows: list[dict[str, object]] = []
        self._arrow = pyarrow
        columns = [pyarrow.field(column, pyarrow.string()) for column in _COLUMNS]
        self._schema = pyarrow.schema([*columns, pyarrow.field("claims", pyarrow.int32())])
        self._raw = storage.scratch()
        self._file: pyarrow.parquet.ParquetWriter = pyarrow.parquet.ParquetWriter(
            self._raw, self._schema, compression="zstd"
        )

    def add(self, row: bytes) -> None:
        """Takes one article."""
        content = orjson.loads(row)
        content["claims"] = len(content["claims"])
        self._rows.append(content)
        self._articles += 1
        if len(self._rows) == ROWS_A_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def finish(self, is_kept: bool) -> tuple[Shard, bool]:
        """Writes the last rows and the footer."""
        try:
            if self._rows:
                self._flush()
            self._file.close()
        except BaseException:
            self.abandon()
            raise
        return _placed(self._storage, self._name, self._raw, self._articles, is_kept)

    def abandon(self) -> None:
        """Removes what was written."""
        self._raw.unlink(missing_ok=True)


def _placed(storage: Storage, name: str, finished: Path, articles: int, is_kept: bool) -> tuple[Shard, bool]:
    with finished.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    shard = Shard(name, articles, finished.stat().st_size, found)
    is_new = not is_whole(storage, shard)
    if is_kept and is_new:
        storage.place(name, finished)
    else:
        finished.unlink()
    return shard, is_new


def is_whole(storage: Storage, shard: Shard) -> bool:
    """Whether the shard stands in the store as it was finished."""
    if storage.size(shard.file) != shard.bytes:
        return False
    with storage.open(shard.file) as file:
        found = hashlib.sha256()
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest() == shard.sha256


def read_lines(storage: Storage, name: str) -> Iterator[bytes]:
    """The rows of a JSON-lines shard, in order, without its ever being in memory as a whole."""
    import zstandard

    with storage.open(name) as file:
        reader = zstandard.ZstdDecompressor(max_window_size=1 << WINDOW_LOG).stream_reader(
            file, read_across_frames=True
        )
        yield from io.BufferedReader(reader, _PIECE)


def read_rows(storage: Storage, name: str) -> Iterator[dict[str, object]]:
    """The rows of a shard of either format, in order."""
    if name.endswith(SUFFIXES["jsonl"]):
        for line in read_lines(storage, name):
            yield orjson.loads(line)
        return
    import pyarrow.parquet

    with storage.open(name) as file:
        for batch in pyarrow.parquet.ParquetFile(file).iter_batches(batch_size=64):
            yield from batch.to_pylist()
