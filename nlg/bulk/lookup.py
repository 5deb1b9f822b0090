"""One article out of an output folder or store, from its own file or from a shard."""

from __future__ import annotations

import orjson

from nlg.bulk.manifest import read_manifest
from nlg.bulk.order import Pair
from nlg.bulk.shards import SUFFIXES, read_lines, read_rows
from nlg.bulk.storage import Storage


def find_row(storage: Storage, place: str, pair: Pair) -> dict[str, object] | None:
    """The article's row, in either order of the pair, or None when no shard of the folder has it."""
    found = read_manifest(storage, place) or {}
    shards = found.get("shards")
    for shard in shards if isinstance(shards, list) else ():
        for first, second in (pair, pair[::-1]):
            if _covers(shard, first, second):
                row = _row(storage, str(shard["file"]), first, second)
                if row:
                    return row
    return None


def find_page(storage: Storage, pair: Pair, suffix: str) -> str | None:
    """The article's own file of that suffix, in either order of the pair, or None when there is none."""
    for first, second in (pair, pair[::-1]):
        name = f"{first}-vs-{second}{suffix}"
        content = storage.read(name) or storage.read(f"{first}/{name}")
        if content is not None:
            return content.decode("utf-8", "replace")
    return None


def _covers(shard: dict[str, list[str]], first: str, second: str) -> bool:
    """Whether the pair may be in a shard; a shard of listed pairs does not say."""
    return all(
        bounds[0] <= slug <= bounds[1]
        for slug, bounds in ((first, shard.get("first")), (second, shard.get("second")))
        if bounds
    )


def _row(storage: Storage, name: str, first: str, second: str) -> dict[str, object] | None:
    if name.endswith(SUFFIXES["jsonl"]):
        # The opening of the line says whose it is; only one line is ever parsed.
        opening = orjson.dumps({"first": first, "second": second})[:-1] + b","
        line = next((line for line in read_lines(storage, name) if line.startswith(opening)), None)
        return orjson.loads(line) if line else None
    rows = read_rows(storage, name)
    return next((row for row in rows if (row["first"], row["second"]) == (first, second)), None)
