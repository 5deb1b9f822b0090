"""A tile as a piece of work that any process can do: the articles made, the shards and pages written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from nlg.bulk.order import Pair
from nlg.bulk.pages import LEDGER, Manner, Outcome, publish
from nlg.bulk.records import Quarantined, TileRecord, write_record
from nlg.bulk.shards import open_shard
from nlg.bulk.storage import open_storage
from nlg.bulk.tiles import Tile
from nlg.bulk.workshop import Made, Workshop

Step = Callable[[Pair], None]
"""Called before each article is begun."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a tile."""

    record: TileRecord
    outcome: Outcome
    made: tuple[Made, ...]
    """In a small run, the articles with their files, which are still to be written."""


@dataclass(frozen=True, slots=True)
class Task:
    """A tile to be done."""

    tile: Tile
    out: str
    inputs: str
    """The digest of all that the tile's articles depend on."""
    is_large: bool
    manner: Manner
    given_up: Mapping[Pair, str] = field(default_factory=dict)
    """Pairs that are not tried again, and why."""

    @property
    def key(self) -> str:
        """The task's name, unique in its run."""
        return self.tile.key

    def without(self, pair: Pair, reason: str) -> Task:
        """The same task with one pair given up."""
        return replace(self, given_up={**self.given_up, pair: reason})

    def perform(self, workshop: Workshop, step: Step) -> Done:
        """Makes the articles in order, and writes all that can be written without asking the other tiles.

        Raises:
            OSError: the store does not take what is written.
        """
        storage = open_storage(self.out)
        shards = [open_shard(storage, form, self.key) for form in workshop.order.shards]
        outcome = Outcome()
        kept: list[Made] = []
        claims = articles = 0
        quarantined: list[Quarantined] = []
        try:
            for first, pairs in self.tile.rows():
                row = []
                for pair in pairs:
                    made = self._make(workshop, pair, step)
                    if made.reasons:
                        quarantined.append(Quarantined(*pair, made.reasons))
                    else:
                        articles += 1
                        claims += made.claims
                        for shard in shards:
                            shard.add(made.row)
                    row.append(replace(made, row=b""))
                if self.is_large:
                    outcome += publish(storage, first, f"{LEDGER}-{self.key}", row, self.manner)
                else:
                    kept.extend(row)
            finished = []
            for shard in shards:
                placed, is_new = shard.finish(is_kept=not self.manner.is_check)
                finished.append(placed)
                if is_new:
                    outcome += Outcome((placed.file,))
        except BaseException:
            for shard in shards:
                shard.abandon()
            raise
        record = TileRecord(
            self.key, self.inputs, articles, claims, tuple(finished), tuple(quarantined), outcome.kept
        )
        if self.is_large and not self.manner.is_check:
            write_record(storage, record)
        return Done(record, outcome, tuple(kept))

    def _make(self, workshop: Workshop, pair: Pair, step: Step) -> Made:
        if pair in self.given_up:
            return Made(pair, 0, (self.given_up[pair],), (), b"")
        step(pair)
        return workshop.make(pair)
