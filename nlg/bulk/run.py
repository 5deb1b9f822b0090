"""A run from its plan to its manifest: what is done already is left, the rest is shared out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nlg.bulk.crew import FEW, Crew, perform_here
from nlg.bulk.identity import entity_digests, folder_digest, program_digest, shared_digest, text_digest
from nlg.bulk.manifest import NAME as MANIFEST
from nlg.bulk.manifest import manifest, read_manifest, shards_of
from nlg.bulk.order import Order
from nlg.bulk.pages import ANEW, LEDGER, Manner, Outcome, inside, publish
from nlg.bulk.pairs import require_own_names
from nlg.bulk.records import Quarantined, TileRecord, read_record, remove_records, write_record
from nlg.bulk.shards import is_whole
from nlg.bulk.storage import Folder, Storage, open_storage
from nlg.bulk.task import Done, Task
from nlg.bulk.tiles import Plan, Tile
from nlg.bulk.workshop import open_workshop
from nlg.data import Dataset
from nlg.document.survey import survey
from nlg.errors import InputError

WHOLE = (1, 1)
"""The only share there is."""


@dataclass(frozen=True, slots=True)
class Means:
    """By whom a run is done, and what of it."""

    jobs: int = 1
    scheduler: str = ""
    """The address of a Dask scheduler; empty: this machine's own processes."""
    share: tuple[int, int] = WHOLE
    """Number, counted from one, and how many shares there are."""
    manner: Manner = ANEW


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run came to."""

    articles: int
    """Published, those included that an earlier run had finished."""
    claims: int
    left: int
    """Articles of tiles that an earlier run had finished with the same inputs."""
    outcome: Outcome
    quarantined: tuple[Quarantined, ...]


def run(
    order: Order,
    dataset: Dataset,
    plan: Plan,
    out: str,
    means: Means,
    progress: Callable[[int], None] = lambda count: None,
) -> Summary:
    """Brings an output folder or store up to date with a plan.

    `progress` is told of articles as they are begun, and of those that need not be made again.

    Raises:
        InputError: another run is at work in the folder, two articles have one name, or the dataset or the
            grammar has faults.
        OSError: the folder does not take what is written; what is whole stays, and a new run goes on.
    """
    require_own_names(plan)
    storage = open_storage(out)
    if means.manner.is_check or not isinstance(storage, Folder):
        return _run(order, dataset, plan, out, storage, means, progress)
    is_shared = means.share != WHOLE
    with storage.lock(is_shared):
        if not is_shared:
            storage.sweep()
        summary = _run(order, dataset, plan, out, storage, means, progress)
        if not is_shared:
            # A process that died left what it had begun.
            storage.sweep()
        return summary


def _run(
    order: Order,
    dataset: Dataset,
    plan: Plan,
    out: str,
    storage: Storage,
    means: Means,
    progress: Callable[[int], None],
) -> Summary:
    manner = means.manner
    # A small run is made anew each time and asks for no digests, which take longer than its articles. Of its
    # shares account is kept all the same: the last one to end knows by it that the whole is done.
    keeps = plan.is_large or means.share != WHOLE
    digests = _digests(order, dataset, plan) if keeps else {tile.key: "" for tile in plan.tiles}
    tiles = plan.share(*means.share)
    records = [] if not plan.is_large else _finished(storage, order, tiles, digests, is_large=True)
    left = sum(record.articles for record in records)
    # Shares that run at the same time would lose each other's entries in one ledger.
    ledger = LEDGER if means.share == WHOLE else f"{LEDGER}-{means.share[0]}-of-{means.share[1]}"
    outcome = Outcome(kept=tuple(name for record in records for name in record.kept))
    finished = {record.key for record in records}
    progress(sum(len(tile) for tile in tiles if tile.key in finished))
    # Processes elsewhere have a current folder of their own.
    place = out if "://" in out else str(Path(out).resolve())
    tasks = [
        Task(tile, place, digests[tile.key], plan.is_large, manner)
        for tile in tiles
        if tile.key not in finished
    ]
    for _, done in _perform(order, dataset, tasks, means, progress):
        if means.scheduler and not manner.is_check:
            _require_shards(storage, done.record, out)
        records.append(done.record)
        outcome += done.outcome
        if not plan.is_large:
            outcome += publish(storage, "", ledger, done.made, manner)
            if keeps and not manner.is_check:
                write_record(storage, done.record)
    outcome += _conclude(order, dataset, plan, out, storage, records, digests, manner, keeps)
    return Summary(
        sum(record.articles for record in records),
        sum(record.claims for record in records),
        left,
        outcome,
        tuple(one for record in sorted(records, key=lambda record: record.key) for one in record.quarantined),
    )


def _digests(order: Order, dataset: Dataset, plan: Plan) -> dict[str, str]:
    """For each tile, by key, the digest of all that its articles depend on."""
    entities = entity_digests(dataset)
    shared = text_digest(
        program_digest(),
        folder_digest(order.grammar),
        shared_digest(dataset, survey(dataset)),
        order.house_style,
        str(order.seed),
        str(order.formats),
        str(order.is_validated),
    )
    return {
        tile.key: text_digest(
            shared, *(f"{slug}={entities[slug]}" for slug in tile.slugs()), repr(tile.listed)
        )
        for tile in plan.tiles
    }


def _finished(
    storage: Storage, order: Order, tiles: Sequence[Tile], digests: dict[str, str], is_large: bool
) -> list[TileRecord]:
    """The records of the tiles that stand in the store as these inputs make them."""
    found = []
    for tile in tiles:
        record = read_record(storage, tile.key)
        if (
            record
            and record.inputs == digests[tile.key]
            and all(is_whole(storage, shard) for shard in record.shards)
            and _has_pages(storage, order, tile, record, is_large)
        ):
            found.append(record)
    return found


def _has_pages(storage: Storage, order: Order, tile: Tile, record: TileRecord, is_large: bool) -> bool:
    """Whether there is a page, whatever it holds, of each published article of the tile."""
    aside = {(one.first, one.second) for one in record.quarantined}
    present = frozenset(storage.names("") if order.pages and not is_large else ())
    for first, pairs in tile.rows() if order.pages else ():
        folder = first if is_large else ""
        if is_large:
            present = frozenset(storage.names(folder))
        for pair in pairs:
            if pair not in aside and any(
                inside(folder, f"{first}-vs-{pair[1]}.{form}") not in present for form in order.pages
            ):
                return False
    return True


def _perform(
    order: Order,
    dataset: Dataset,
    tasks: Sequence[Task],
    means: Means,
    progress: Callable[[int], None],
) -> Iterator[tuple[Task, Done]]:
    if not tasks:
        return iter(())
    if means.scheduler:
        from nlg.bulk.cluster import perform_there

        return perform_there(order, means.scheduler, tasks, progress)
    articles = sum(len(task.tile) for task in tasks)
    is_local = isinstance(open_storage(tasks[0].out), Folder) or not tasks[0].out.startswith("memory://")
    if means.jobs > 1 and len(tasks) > 1 and articles > FEW and is_local:
        return Crew(order, means.jobs).perform(tasks, progress)
    return perform_here(open_workshop(order, dataset), tasks, progress)


def _require_shards(storage: Storage, record: TileRecord, out: str) -> None:
    """Makes sure that what a worker wrote arrived here.

    Raises:
        InputError: the workers write to a disk of their own.
    """
    for shard in record.shards:
        if storage.size(shard.file) != shard.bytes:
            raise InputError(
                f"{out}: what the cluster's workers write there does not arrive; name a folder that all machines "
                "share, or a URL"
            )


def _conclude(
    order: Order,
    dataset: Dataset,
    plan: Plan,
    out: str,
    storage: Storage,
    records: Sequence[TileRecord],
    digests: dict[str, str],
    manner: Manner,
    keeps: bool,
) -> Outcome:
    """Writes the manifest over all tiles that are done, by whomever, and takes away an older plan's shards."""
    done = {record.key: record for record in records}
    if keeps:
        others = [tile for tile in plan.tiles if tile.key not in done]
        done |= {record.key: record for record in _finished(storage, order, others, digests, plan.is_large)}
    content = manifest(order, dataset, plan, tuple(done.values()))
    old = storage.read(MANIFEST)
    if content == old:
        return Outcome()
    stale = []
    if len(done) == len(plan.tiles):
        current = {shard.file for record in done.values() for shard in record.shards}
        listed = read_manifest(storage, out)
        stale = [name for name in (shards_of(listed) if listed else ()) if name not in current]
    if not manner.is_check:
        if len(done) == len(plan.tiles):
            remove_records(storage, frozenset(done) if keeps else frozenset())
        storage.write(MANIFEST, content)
        for name in stale:
            storage.remove(name)
    return Outcome((MANIFEST, *stale))
