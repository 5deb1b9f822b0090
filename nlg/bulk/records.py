"""The account of a finished tile: what a later run reads to know that it need not be done again."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import orjson

from nlg.bulk.shards import Shard
from nlg.bulk.storage import Storage

FOLDER = ".nlg/tiles"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An article that was not published."""

    first: str
    second: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TileRecord:
    """A finished tile."""

    key: str
    inputs: str
    """The digest of all that its articles depend on."""
    articles: int
    claims: int
    shards: tuple[Shard, ...]
    quarantined: tuple[Quarantined, ...]
    kept: tuple[str, ...]
    """Files that an editor changed."""


def write_record(storage: Storage, record: TileRecord) -> None:
    """Puts the record down, which makes its tile a finished one."""
    storage.write(f"{FOLDER}/{record.key}.json", orjson.dumps(asdict(record), option=orjson.OPT_INDENT_2))


def read_record(storage: Storage, key: str) -> TileRecord | None:
    """The record of a tile, or None when it was not finished."""
    content = storage.read(f"{FOLDER}/{key}.json")
    if content is None:
        return None
    try:
        found = orjson.loads(content)
        return TileRecord(
            found["key"],
            found["inputs"],
            found["articles"],
            found["claims"],
            tuple(Shard(**shard) for shard in found["shards"]),
            tuple(
                Quarantined(one["first"], one["second"], tuple(one["reasons"]))
                for one in found["quarantined"]
            ),
            tuple(found["kept"]),
        )
    except (orjson.JSONDecodeError, KeyError, TypeError):
        # Written by another version, or damaged: the tile is done again.
        return None


def remove_records(storage: Storage, keys: frozenset[str]) -> None:
    """Removes the records of all tiles but these, which an earlier plan had."""
    for name in storage.names(FOLDER):
        if name.rpartition("/")[2].removesuffix(".json") not in keys:
            storage.remove(name)
