"""Which pairs are written: named, listed in a file, drawn by lot, or all of them."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path

from nlg.bulk.order import Pair
from nlg.bulk.tiles import Plan
from nlg.data import Dataset
from nlg.data.checks import SEPARATOR
from nlg.errors import InputError, Problem

HEADER = ("first", "second")


def named_pairs(dataset: Dataset, names: Iterable[str]) -> tuple[Pair, ...]:
    """The pairs that "FIRST:SECOND" names, in the order of the call, each once.

    Raises:
        InputError: a name that is no pair of the dataset's slugs; all of them at once.
    """
    found: dict[Pair, None] = {}
    problems = []
    for name in names:
        first, _, second = name.partition(":")
        fault = pair_fault(dataset, first, second)
        if fault:
            problems.append(Problem("", 0, 0, f'"{name}": {fault}'))
        found[first, second] = None
    if problems:
        raise InputError("", tuple(problems))
    return tuple(found)


def listed_pairs(dataset: Dataset, path: str) -> tuple[Pair, ...]:
    """The pairs of a file: two slugs a line, with a comma, a tab or a colon between them, header or not.

    Blank lines and lines that begin with "#" are passed over.

    Raises:
        InputError: the file cannot be read, a line is no pair of the dataset's slugs, or no line is one.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problem = Problem(path, 0, 0, f"not UTF-8 at byte {error.start}; save it as UTF-8")
        raise InputError("", (problem,)) from error
    found: dict[Pair, None] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("#"):
            continue
        separator = next((mark for mark in "\t,:" if mark in line), ",")
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=separator), [])]
        if not any(cells) or tuple(cells[:2]) == HEADER:
            continue
        first, second = (*cells, "", "")[:2]
        fault = pair_fault(dataset, first, second, 'with a comma between them, "FIRST,SECOND" a line')
        if fault:
            problems.append(Problem(path, number, 0, f'"{line}": {fault}'))
        found[first, second] = None
    if problems:
        raise InputError("", tuple(problems))
    if not found:
        raise InputError(
            f'no pair in {path}; write two slugs with a comma between them, "FIRST,SECOND" a line'
        )
    return tuple(found)


def pair_fault(
    dataset: Dataset, first: str, second: str, form: str = 'with a colon between them, "FIRST:SECOND"'
) -> str:
    """Why two texts are no pair of the dataset, or an empty string when they are one."""
    if not first or not second:
        return f"not a pair; write two slugs {form}"
    for slug in (first, second):
        if slug not in dataset.entities:
            near = get_close_matches(slug, dataset.entities, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            return f'the dataset has no {dataset.entity_noun} "{slug}"{hint}'
    return f'"{first}" is compared with itself; name another {dataset.entity_noun}' if first == second else ""


def require_own_names(plan: Plan) -> None:
    """Makes sure that no two pairs of a plan have one file name, as a:b-vs-c and a-vs-b:c have.

    Raises:
        InputError: two have.
    """
    seen: dict[str, Pair] = {}
    for tile in plan.tiles:
        if not any(SEPARATOR in slug for slug in tile.slugs()):
            continue
        for pair in (pair for _, pairs in tile.rows() for pair in pairs):
            name = SEPARATOR.join(pair)
            if name.count(SEPARATOR) > 1:
                other = seen.setdefault(name, pair)
                if other != pair:
                    raise InputError(
                        f"{':'.join(other)} and {':'.join(pair)}: both would be written to {name}; "
                        f'rename a slug that holds "{SEPARATOR}"'
                    )


def every_pair(slugs: Sequence[str]) -> tuple[Pair, ...]:
    """Each unordered pair once, slugs in alphabetical order."""
    return tuple(combinations(sorted(slugs), 2))


def sampled_pairs(slugs: Sequence[str], count: int, seed: int) -> tuple[Pair, ...]:
    """So many of all unordered pairs, drawn by the seed alone, in alphabetical order."""
    ordered = sorted(slugs)
    size = len(ordered)
    if 2 * count >= size * (size - 1) // 2:
        everything = every_pair(ordered)
        drawn = sorted(everything, key=lambda pair: _lot(f"{seed}:{pair[0]}:{pair[1]}"))
        return tuple(sorted(drawn[:count]))
    found: set[Pair] = set()
    turn = 0
    while len(found) < count:
        one, other = _lot(f"{seed}:{turn}:0") % size, _lot(f"{seed}:{turn}:1") % size
        turn += 1
        if one != other:
            found.add((ordered[min(one, other)], ordered[max(one, other)]))
    return tuple(sorted(found))


def _lot(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
