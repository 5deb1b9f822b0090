"""What a program calls: load a dataset, make a writer, publish an article, render many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
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
    from nlg.bulk.comparison import Difference
    from nlg.bulk.run import Summary
    from nlg.bulk.tiles import Plan
    from nlg.validator.claim import Report

__all__ = [
    "Article",
    "Dataset",
    "Page",
    "RenderRequest",
    "Writer",
    "build_site",
    "difference",
    "load",
    "make_writer",
    "markdown",
    "render",
    "review_kept",
    "show",
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
    jobs: int | None = 1
    """Processes; None is one for each core. With several, a script needs `if __name__ == "__main__":`."""
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


def review_kept(request: RenderRequest, names: Iterable[str]) -> dict[str, Report]:
    """What the reader says of articles that an editor has changed, by name in the output folder.

    Files that are no pages, such as images, have no entry, nor have files that are not UTF-8.
    """
    from pathlib import PurePosixPath

    from nlg.bulk.storage import open_storage
    from nlg.data.checks import SEPARATOR
    from nlg.validator.context import compile_reader
    from nlg.validator.reading import FORMATS
    from nlg.validator.validation import validate_text

    pages = [name for name in names if PurePosixPath(name).suffix in FORMATS]
    if not pages:
        return {}
    storage = open_storage(request.out)
    reader = compile_reader(load(find_dataset(request.data)))
    found: dict[str, Report] = {}
    for name in pages:
        first, _, second = PurePosixPath(name).stem.partition(SEPARATOR)
        try:
            text = (storage.read(name) or b"").decode()
        except UnicodeDecodeError:
            continue
        found[name] = validate_text(reader, name, text, (first, second))
    return found


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


def show(pair: tuple[str, str], out: str = "output", form: str = "md") -> str:
    """The article on a pair as it stands in an output folder: its own file, or from a shard.

    Raises:
        InputError: the folder holds no such article, or not in that format.
    """
    import orjson

    from nlg.bulk.lookup import find_page, find_row
    from nlg.bulk.storage import open_storage

    storage = open_storage(out)
    page = find_page(storage, pair, f".{form}")
    if page is not None:
        return page
    row = find_row(storage, out, pair)
    if row is None:
        raise InputError(
            f"{out}: no article on {pair[0]} and {pair[1]}; nlg render {pair[0]}:{pair[1]} writes it"
        )
    if form == "json":
        return orjson.dumps(row, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    if form != "md":
        raise InputError(
            f"{out}: the article is in a shard, which holds it as Markdown; --format md prints it"
        )
    return str(row["markdown"])


def difference(
    old: str,
    new: str,
    grammar: str | None = None,
    seed: int = 0,
    house_style: str = DEFAULT_HOUSE_STYLE,
    is_all: bool = False,
    sample: int | None = None,
) -> tuple[Difference, dict[str, str]]:
    """What changed between two outputs or two datasets, and what the newer dataset calls its measures.

    Of two datasets the pairs are those that the newer lists, or all of either, or a sample of all.

    Raises:
        InputError: a place is neither an output with claims nor a dataset, or one is this and one that.
    """
    from nlg.bulk.comparison import compare
    from nlg.bulk.pairs import every_pair, sampled_pairs
    from nlg.bulk.storage import open_storage
    from nlg.bulk.versions import Written, open_output

    are_data = [_is_dataset(place) for place in (old, new)]
    if are_data[0] != are_data[1]:
        raise InputError(f"{old} and {new}: one is a dataset and the other an output; name two of a kind")
    if not are_data[0]:
        return compare(open_output(open_storage(old), old), open_output(open_storage(new), new)), {}
    before, after = (make_writer(place, grammar, house_style, seed) for place in (old, new))
    slugs = tuple({**before.dataset.entities, **after.dataset.entities})
    pairs = after.dataset.pairs or before.dataset.pairs
    if is_all:
        pairs = every_pair(slugs)
    elif sample is not None:
        pairs = sampled_pairs(slugs, sample, seed)
    names = {measure.concept: measure.noun for measure in after.dataset.measures if measure.noun}
    return compare(Written(before, pairs), Written(after, pairs)), names


def build_site(site: str, out: str, data: str | None, url: str) -> int:
    """Writes a site around the web pages in an output folder, and says how many articles it has.

    Raises:
        InputError: the address is none, the site would stand on the articles, or there are no web pages of
            the dataset's articles.
    """
    from nlg.bulk.site.building import build_site as build
    from nlg.bulk.storage import open_storage

    if not url.startswith(("https://", "http://")):
        raise InputError(f'--url "{url}": not an address on the web; it begins with https://')
    if _is_one_place(site, out):
        raise InputError(f"{site}: the articles are there; name another folder for the site")
    dataset = load(find_dataset(data))
    return build(dataset, open_storage(out), open_storage(site), f"{url.rstrip('/')}/")


def _is_one_place(one: str, other: str) -> bool:
    """Whether two names are those of one folder, or one URL."""
    places = {
        name.rstrip("/") if "://" in name else str(Path(name).resolve())
        for name in (one.removeprefix("file://"), other.removeprefix("file://"))
    }
    return len(places) == 1


def _is_dataset(place: str) -> bool:
    from nlg.data.descriptor import FILE_NAME

    try:
        return (find_dataset(place) / FILE_NAME).is_file()
    except InputError:
        return False
