"""The order in which pairs are written: in tiles, so that neighbours share what is said of either entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, groupby, pairwise

from nlg.bulk.order import Pair

SIDE = 128
"""Entities along one side of a tile of all pairs: 16,384 articles, or half as many on the diagonal."""
LEAST_SIDE = 16
TILES_A_SIDE = 4
"""Few entities are cut into smaller tiles, so that several processes have something to do."""
LISTED = SIDE * SIDE
"""Articles in a tile of listed pairs."""
LEAST_LISTED = 64
TILES_OF_A_LIST = 16
SMALL = 5_000
"""Up to so many articles go into one folder and are made anew in every run; more are kept account of
tile by tile, in a folder an entity."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Pairs that are written one after the other, into one shard."""

    key: str
    """Its place: "000-003" in the square of all pairs, "000" in a list."""
    firsts: tuple[str, ...]
    """Empty for a tile of listed pairs."""
    seconds: tuple[str, ...]
    listed: tuple[Pair, ...] = ()

    @property
    def is_diagonal(self) -> bool:
        """Whether the same entities stand on both sides."""
        return self.firsts == self.seconds

    def rows(self) -> Iterator[tuple[str, tuple[Pair, ...]]]:
        """Each first entity with its pairs, in order."""
        if self.listed:
            for first, pairs in groupby(self.listed, key=lambda pair: pair[0]):
                yield first, tuple(pairs)
        for number, first in enumerate(self.firsts):
            seconds = self.seconds[number + 1 :] if self.is_diagonal else self.seconds
            if seconds:
                yield first, tuple((first, second) for second in seconds)

    def __len__(self) -> int:
        if self.listed:
            return len(self.listed)
        side = len(self.firsts)
        return side * (side - 1) // 2 if self.is_diagonal else side * len(self.seconds)

    def slugs(self) -> tuple[str, ...]:
        """The entities of its pairs, in a fixed order."""
        if self.listed:
            return tuple(dict.fromkeys(slug for pair in self.listed for slug in pair))
        return self.firsts if self.is_diagonal else (*self.firsts, *self.seconds)


@dataclass(frozen=True, slots=True)
class Plan:
    """All tiles of a run, of which this process or machine may do a part."""

    tiles: tuple[Tile, ...]

    def __len__(self) -> int:
        return sum(len(tile) for tile in self.tiles)

    @property
    def is_large(self) -> bool:
        """Whether account is kept tile by tile, and pages stand in a folder an entity."""
        return len(self) > SMALL

    def share(self, number: int, of: int) -> tuple[Tile, ...]:
        """The tiles of one of several equal shares, counted from one; together they are all tiles."""
        by_size = sorted(self.tiles, key=lambda tile: (-len(tile), tile.key))
        return tuple(by_size[number - 1 :: of])


def plan_of_all(slugs: Sequence[str]) -> Plan:
    """Every unordered pair once, slugs in alphabetical order, in square tiles of even size."""
    ordered = sorted(slugs)
    wanted = max(-(-len(ordered) // SIDE), min(TILES_A_SIDE, len(ordered) // LEAST_SIDE), 1)
    bounds = [len(ordered) * number // wanted for number in range(wanted + 1)]
    blocks = [tuple(ordered[low:high]) for low, high in pairwise(bounds) if high > low]
    tiles = (
        Tile(f"{row:03}-{column:03}", blocks[row], blocks[column])
        for row, column in combinations_with_replacement(range(len(blocks)), 2)
    )
    return Plan(tuple(tile for tile in tiles if len(tile)))


def plan_of_list(pairs: Sequence[Pair]) -> Plan:
    """The pairs in the order given."""
    length = min(LISTED, max(LEAST_LISTED, -(-len(pairs) // TILES_OF_A_LIST)))
    starts = range(0, len(pairs), length)
    return Plan(
        tuple(
            Tile(f"{number:03}", (), (), tuple(pairs[start : start + length]))
            for number, start in enumerate(starts)
        )
    )
