"""`nlg validate`: reads articles back and checks every claim in them against the data."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from nlg.data import Dataset, load
from nlg.data.lookup import find_dataset
from nlg.errors import InputError, Problem
from nlg.validator.claim import Report
from nlg.validator.context import compile_reader
from nlg.validator.coverage import Coverage, compare, read_intended
from nlg.validator.reading import FORMATS
from nlg.validator.reports import REPORT_FORMATS, render_reports, write_coverage
from nlg.validator.validation import validate_text

EXIT_FOUND = 1
EXIT_UNUSABLE = 2
UNCLEAR = "cannot tell which two are compared; name them with --pair FIRST:SECOND"
STANDARD_INPUT = "-"
INDEX_MARK = '<nav class="site" aria-label="Site">'
"""What each page has that "nlg site" writes to lead to articles; its numbers count them."""
MARKDOWN_ENDINGS = (".md", ".markdown")


@click.command(short_help="Read articles back and check every claim in them against the data.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--data", metavar="DIR", help="The dataset's folder.  [default: datasets/occupations]")
@click.option("--pair", metavar="FIRST:SECOND", help="Who is compared, when an article does not say.")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(REPORT_FORMATS)),
    default="text",
    show_default=True,
    help="The report's form.",
)
@click.option("--output", metavar="FILE", help="Write the report to a file instead of standard output.")
@click.option(
    "--coverage",
    is_flag=True,
    help="Also say what share of the claims that the writer meant was found again; needs the article's JSON "
    "beside its Markdown page (nlg render --format md --format json).",
)
def command(
    paths: tuple[str, ...], data: str | None, pair: str | None, form: str, output: str | None, coverage: bool
) -> None:
    """Read articles back and check every claim in them against the data.

    A PATH is a .md, .html or .txt file, a folder of them, or - for standard input. Exit code 1 says that
    a claim is not supported (or, with --coverage, not found again), 2 that something could not be read,
    or that the one article named does not say who is compared.

    \b
    Example:
      nlg validate output/electrician-vs-plumber.md --data datasets/occupations
    """
    files = find_files(paths)
    dataset = load(find_dataset(data))
    compared = _read_pair(pair, dataset)
    reader = compile_reader(dataset)
    sources, unreadable = _read_sources(files)
    pages = _without_indexes(sources, paths)
    reports = tuple(validate_text(reader, path, source, compared) for path, source in pages.items())
    ranges = {concept: name for name, ends in reader.ranges.items() for concept in ends}
    coverages = tuple(_cover(report, ranges) for report in _markdown(reports)) if coverage else ()
    written = render_reports(reports, form, on_terminal=output is None and sys.stdout.isatty())
    if output is None:
        click.echo(written, nl=False)
    else:
        Path(output).write_text(written, encoding="utf-8")
    if coverage:
        # Beside JSON or SARIF the figures would spoil the document, so they go where diagnostics go.
        sums = write_coverage(coverages, {report.path: report.source for report in reports})
        click.echo(sums, nl=False, err=form != "text" or output is not None)
    for problem in unreadable:
        click.echo(str(problem), err=True)
    if len(pages) < len(sources):
        click.echo(f"index pages of a site, passed over: {len(sources) - len(pages):,}", err=True)
    unclear = [report.path for report in reports if _is_unclear(report)]
    for path in unclear:
        click.echo(f"{path}: {UNCLEAR}", err=True)
    if unreadable or (unclear and len(paths) == 1 and not Path(paths[0]).is_dir()):
        sys.exit(EXIT_UNUSABLE)
    if any(report.verdict != "supported" for report in reports) or any(part.missing for part in coverages):
        sys.exit(EXIT_FOUND)


def _is_unclear(report: Report) -> bool:
    """Whether nothing could be checked for want of knowing who is spoken of."""
    return not report.subjects or (len(report.subjects) == 1 and not report.claims)


def _markdown(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports of Markdown pages: an article's JSON says where its claims stand in them, and in no other form.

    Raises:
        InputError: there is none.
    """
    pages = tuple(report for report in reports if Path(report.path).suffix.lower() in MARKDOWN_ENDINGS)
    if not pages:
        raise InputError(
            "--coverage compares Markdown pages with the JSON beside them; no Markdown page was named"
        )
    return pages


def _cover(report: Report, ranges: Mapping[str, str]) -> Coverage:
    """The coverage of a page beside which the article's JSON lies. Raises InputError when none does."""
    beside = Path(report.path).with_suffix(".json")
    if not beside.is_file():
        problem = Problem(
            str(beside), 0, 0, "no such file; --coverage needs the article's JSON beside its page"
        )
        raise InputError("", (problem,))
    try:
        return compare(report, read_intended(_read_source(str(beside)), report.source), ranges)
    except InputError as error:
        raise (
            error if error.problems else InputError("", (Problem(str(beside), 0, 0, str(error)),))
        ) from error


def find_files(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The files that the paths name, folders walked, each once, in the order of the call.

    Raises:
        InputError: a path that is not there, or a folder without a readable page.
    """
    files: list[str] = []
    problems: list[Problem] = []
    for path in paths:
        place = Path(path)
        if path == STANDARD_INPUT or place.is_file():
            files.append(path)
        elif place.is_dir():
            inside = sorted(
                str(file) for file in place.rglob("*") if file.suffix.lower() in FORMATS and file.is_file()
            )
            if not inside:
                problems.append(Problem(path, 0, 0, f"no {', '.join(FORMATS)} file in this folder"))
            files.extend(inside)
        else:
            problems.append(Problem(path, 0, 0, f"no such file or folder{_near_file(place)}"))
    if problems:
        raise InputError("nothing to read", tuple(problems))
    return tuple(dict.fromkeys(files))


def _near_file(place: Path) -> str:
    try:
        names = sorted(file.name for file in place.parent.iterdir())
    except OSError:
        return ""
    near = get_close_matches(place.name, names, n=1)
    return f'; did you mean "{place.parent / near[0]}"?' if near else ""


def _read_sources(files: tuple[str, ...]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The characters of every file, and what is wrong with those that have none.

    Raises:
        InputError: no file can be read.
    """
    sources: dict[str, str] = {}
    problems: list[Problem] = []
    for path in files:
        try:
            sources[path] = _read_source(path)
        except InputError as error:
            problems.extend(error.problems)
    if not sources:
        raise InputError("nothing was validated", tuple(problems))
    return sources, tuple(problems)


def _read_source(path: str) -> str:
    """The characters of a file, line ends as they are. Raises InputError when it cannot be read as UTF-8."""
    try:
        raw = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise InputError("", (Problem(path, 0, 0, f"cannot be read: {error.strerror}"),)) from error
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problem = Problem(path, line, 0, f"not UTF-8 at byte {error.start}; save the file as UTF-8")
        raise InputError("", (problem,)) from error


def _without_indexes(sources: Mapping[str, str], named: tuple[str, ...]) -> dict[str, str]:
    """The pages but those of a site that only lead to others; one that the call names itself stays.

    Raises:
        InputError: there is no other page.
    """
    pages = {path: source for path, source in sources.items() if path in named or INDEX_MARK not in source}
    if not pages:
        raise InputError(
            f"{', '.join(named)}: only the index pages of a site; name the folder of its articles"
        )
    return pages


def _read_pair(pair: str | None, dataset: Dataset) -> tuple[str, str] | None:
    if pair is None:
        return None
    first, colon, second = pair.partition(":")
    if not colon or not first or not second:
        raise InputError(f'--pair "{pair}": two slugs with a colon between them, "FIRST:SECOND"')
    for slug in (first, second):
        if slug not in dataset.entities:
            near = get_close_matches(slug, dataset.entities, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            raise InputError(f'--pair: the dataset has no {dataset.entity_noun} "{slug}"{hint}')
    if first == second:
        raise InputError(f'--pair: "{first}" is compared with itself; name another {dataset.entity_noun}')
    return first, second
