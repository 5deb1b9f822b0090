"""All pairs in square tiles: each once, none forgotten, whatever their number."""

from __future__ import annotations

from itertools import combinations

import pytest

from nlg.bulk import tiles
from nlg.bulk.tiles import Plan, plan_of_all, plan_of_list


def pairs_of(plan: Plan, *chosen: tiles.Tile) -> list[tuple[str, str]]:
    return [pair for tile in chosen or plan.tiles for _, pairs in tile.rows() for pair in pairs]


def slugs(count: int) -> tuple[str, ...]:
    return tuple(f"e{number:03}" for number in reversed(range(count)))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 24, 25, 100, 300])
def test_tiles_hold_each_unordered_pair_once(count):
    plan = plan_of_all(slugs(count))

    found = pairs_of(plan)
    assert sorted(found) == list(combinations(sorted(slugs(count)), 2))
    assert [len(tile) for tile in plan.tiles] == [len(pairs_of(plan, tile)) for tile in plan.tiles]


def test_a_tile_holds_about_sixteen_thousand_articles():
    assert max(len(tile) for tile in plan_of_all(slugs(1000)).tiles) == 125 * 125


@pytest.mark.parametrize("of", [1, 2, 3, 7, 20])
def test_shares_are_parts_of_the_whole(of):
    plan = plan_of_all(slugs(100))
    shares = [plan.share(number, of) for number in range(1, of + 1)]

    assert sorted(tile.key for share in shares for tile in share) == sorted(tile.key for tile in plan.tiles)


def test_a_list_keeps_its_order():
    listed = (("b", "a"), ("a", "c"), ("b", "c"))

    assert pairs_of(plan_of_list(listed)) == list(listed)


def test_a_long_list_is_cut_into_tiles():
    listed = tuple(("a", f"b{number}") for number in range(1000))
    plan = plan_of_list(listed)

    assert len(plan.tiles) == 16
    assert pairs_of(plan) == list(listed)
