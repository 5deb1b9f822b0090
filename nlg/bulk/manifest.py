"""`manifest.json`: what a run was made from and what it made. It holds no clock time: same run, same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import orjson

from nlg import __version__
from nlg.bulk.identity import digest, folder_digest
from nlg.bulk.order import Order
from nlg.bulk.records import TileRecord
from nlg.bulk.storage import Storage
from nlg.bulk.tiles import Plan
from nlg.data import Dataset
from nlg.errors import InputError

NAME = "manifest.json"
VERSION = 1
"""Of the manifest's own form."""
INPUT_SUFFIXES = (".json", ".csv", ".parquet")


def manifest(order: Order, dataset: Dataset, plan: Plan, records: Sequence[TileRecord]) -> bytes:
    """The manifest of a plan of which these tiles are done."""
    tiles = {tile.key: tile for tile in plan.tiles}
    records = sorted(records, key=lambda record: record.key)
    content = {
        "versions": {"nlg": __version__, "manifest": VERSION},
        "dataset": {
            "name": dataset.name,
            "version": dataset.version,
            "release": dataset.release,
            "files": [
                {"file": file.name, "sha256": digest(file.read_bytes())}
                for file in sorted(Path(order.data).iterdir())
                if file.suffix in INPUT_SUFFIXES and not file.name.startswith(".")
            ],
        },
        "grammar": {"name": Path(order.grammar).resolve().name, "sha256": folder_digest(order.grammar)},
        "house_style": order.house_style,
        "seed": order.seed,
        "formats": order.formats,
        "validated": order.is_validated,
        "complete": len(records) == len(plan.tiles),
        "pairs": len(plan),
        "articles": sum(record.articles for record in records),
        "claims": sum(record.claims for record in records),
        "layout": "folders" if plan.is_large else "flat",
        "shards": [
            {
                **asdict(shard),
                **(
                    {
                        "first": [tiles[record.key].firsts[0], tiles[record.key].firsts[-1]],
                        "second": [tiles[record.key].seconds[0], tiles[record.key].seconds[-1]],
                    }
                    if tiles[record.key].firsts
                    else {}
                ),
            }
            for record in records
            for shard in record.shards
        ],
        "quarantined": [asdict(one) for record in records for one in record.quarantined],
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read_manifest(storage: Storage, place: str) -> dict[str, object] | None:
    """The manifest of an output folder, or None when it has none.

    Raises:
        InputError: the file is there and is no manifest.
    """
    content = storage.read(NAME)
    if content is None:
        return None
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise InputError(f"{place}/{NAME}: not JSON; delete it and render again") from error
    if not isinstance(found, dict):
        raise InputError(f"{place}/{NAME}: not a manifest; delete it and render again")
    return found


def shards_of(found: dict[str, object]) -> tuple[str, ...]:
    """The names of the shards that a manifest lists; what is no list of shards lists none."""
    listed = found.get("shards")
    entries = listed if isinstance(listed, list) else []
    return tuple(str(entry["file"]) for entry in entries if isinstance(entry, dict) and "file" in entry)
