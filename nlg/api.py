"""What a program calls: load a dataset, make a writer, publish an article, render many."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nlg.data import Dataset, find_dataset, find_grammar, load
from nlg.errors import InputError
from nlg.pipeline import Writer, writer
from nlg.publishers.markdown import markdown
from nlg.publishers.page import Page
from nlg.surface.article import Article
from nlg.surface.house_style import DEFAULT as DEFAULT_HOUSE_STYLE

if TYPE_CHECKING:
    from nlg.bulk.run import Summary
    from nlg.bulk.tiles import Plan

__all__ = [
    "Article",
    "Dataset",
    "Page",
    "RenderRequest",
    "Writer",
    "load",
    "make_writer",
    "markdown",
    "render",
]


def make_writer(
    data: str | Path | None = None,
    grammar: str | Path | None = None,
    house_style: str = DEFAULT_HOUSE_STYLE,
    seed: int = 0,
) -> Writer:
    """A writer for a dataset folder in a grammar folder; the shipped ones when none is named.

    Raises:
        InputError: the dataset, the grammar or the house style has faults, or is not there.
    """
    dataset = load(find_dataset(None if data is None else str(data)))
    folder = find_grammar(None if grammar is None else str(grammar))
    return writer(dataset, str(folder), house_style, seed)


@dataclass(frozen=True, slots=True)
class RenderRequest:
    """A call of `render`: which pairs, from what, to where, by how many."""

    pairs: tuple[str, ...] = ()
    """"FIRST:SECOND" each; without any, and without the three below, the pairs that the dataset lists."""
    is_all: bool = False
    sample: int | None = None
    file: str | None = None
    data: str | None = None
    grammar: str | None = None
    out: str = "output"
    """A folder, or a URL that fsspec understands."""
    formats: tuple[str, ...] = ("md",)
    seed: int = 0
    house_style: str = DEFAULT_HOUSE_STYLE
    jobs: int | None = None
    """Processes; None is one for each core."""
    is_validated: bool = True
    """Whether articles are read back, and quarantined when the data do not support them."""
    is_forced: bool = False
    is_check: bool = False
    share: tuple[int, int] = (1, 1)
    scheduler: str = ""


def render(
    request: RenderRequest, progress: Callable[[int, int], None] = lambda done, total: None
) -> Summary:
    """Writes articles, and says what became of them; `progress` is told how many are done, of how many.

    Raises:
        InputError: the call, the dataset or the grammar has faults, or another run is at work in the folder.
        OSError: the folder does not take what is written; another call goes on from there.
    """
    from nlg.bulk.order import OUTPUT_FORMATS, Order
    from nlg.bulk.pages import Manner
    from nlg.bulk.run import Means, run

    folder = find_dataset(request.data)
    grammar = find_grammar(request.grammar)
    dataset = load(folder)
    order = Order(
        str(folder.resolve()),
        str(grammar.resolve()),
        request.house_style,
        request.seed,
        tuple(form for form in OUTPUT_FORMATS if form in request.formats),
        request.is_validated,
    )
    plan = _plan(request, dataset)
    total = sum(len(tile) for tile in plan.share(*request.share))
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    jobs = request.jobs or _cores()
    manner = Manner(request.is_forced, request.is_check)
    means = Means(jobs, request.scheduler, request.share, manner)
    return run(order, dataset, plan, request.out, means, count)


def _plan(request: RenderRequest, dataset: Dataset) -> Plan:
    from nlg.bulk.pairs import listed_pairs, named_pairs, sampled_pairs
    from nlg.bulk.tiles import plan_of_all, plan_of_list

    if request.is_all:
        return plan_of_all(tuple(dataset.entities))
    if request.sample is not None:
        return plan_of_list(sampled_pairs(tuple(dataset.entities), request.sample, request.seed))
    if request.file is not None:
        return plan_of_list(listed_pairs(dataset, request.file))
    if request.pairs:
        return plan_of_list(named_pairs(dataset, request.pairs))
    if not dataset.pairs:
        raise InputError(
            f"{dataset.folder}: the dataset lists no pairs; name some, or give --all, --sample N or --pairs FILE"
        )
    return plan_of_list(dataset.pairs)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
