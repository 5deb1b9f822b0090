"""One cell under a known label → judged claims; every figure in it is covered."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from nlg.data import Measure, Quantity
from nlg.validator.cells.agreement import agrees_with, fits_family, shown, stated_of
from nlg.validator.cells.claims import claim_of, expected_of, own_figure_of_other
from nlg.validator.cells.comparatives import judge_comparative
from nlg.validator.cells.items import NamedShare, read_names, read_shares
from nlg.validator.cells.labels import Label
from nlg.validator.cells.shares import judge_shares
from nlg.validator.cells.text_values import judge_name, judge_several, judge_stray
from nlg.validator.cells.units import in_own_unit
from nlg.validator.claim import Claim, Kind, Stated, Status
from nlg.validator.context import Reader
from nlg.validator.judgement.verdicts import attribute_of, title
from nlg.validator.lexis.figure import Figure
from nlg.validator.lexis.figures import read_figures
from nlg.validator.lexis.tokens import Token, plain, tokenise
from nlg.validator.page import Text
from nlg.validator.vocabulary.resolution import Target, period_of

_NOTHING = re.compile(
    r"\W*(?:n\s*[./]?\s*a\.?|n\.?d\.?|none given|not (?:available|known|reported|stated|given|applicable)|unknown"
    r"|no data|tbd|\?)?\W*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^\(\s*[\d.,]+\s*%?\s*\)$")
_DECADE = re.compile(r"(?:\b(early|mid|late)[ -]+)?\b[2-9]0['’]?s\b", re.IGNORECASE)
_FROM = re.compile(r"^\s*(?:from|starting|starts|begins)\b", re.IGNORECASE)
_FALLING = frozenset(
    "decline declines declining decrease decreases decreasing fall falls falling drop drops dropping shrink shrinks"
    " shrinking loss losing down fewer contraction contracting ↓ ▼".split()
)
_RISING = frozenset(
    "growth increase increases rise rises rising up gain gains growing grow grows ↑ ▲".split()
)


_BEYOND = {"low": ("less", "at_most"), "high": ("more", "at_least")}
"""The hedges on the far side of each end of a range."""


def says_nothing(text: Text) -> bool:
    """Whether a cell is empty, a dash, "N/A" or the like: it claims nothing."""
    return not any(character.isalnum() for character in text.content) or bool(_NOTHING.match(text.content))


def figures_of(text: Text) -> tuple[tuple[Figure, int, int], ...]:
    """The figures of a text with their character spans, a falling word counted as a minus sign."""
    return _figures_in(text.content)


@lru_cache(maxsize=65_536)
def _figures_in(content: str) -> tuple[tuple[Figure, int, int], ...]:
    content = plain(content)
    tokens = tokenise(content, 0, len(content))
    falls = _direction(tokens) < 0
    found = []
    for figure in read_figures(tokens):
        if falls and figure.unit in ("percent", "plain") and figure.value > 0 and not figure.signed:
            figure = replace(figure, value=-figure.value)
        found.append((figure, tokens[figure.start].start, tokens[figure.end - 1].end))
    return tuple(found)


def family_shown(text: Text) -> str:
    """The unit family that a cell's first figure shows: "money", "percent", or empty."""
    for figure, _, _ in figures_of(text):
        return figure.unit if figure.unit in ("money", "percent") else ""
    return ""


def judge_cell(
    reader: Reader, text: Text, label: Label | None, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    """The claims of one cell about one entity.

    Without a label the cell is still read when it names items with their shares; any other figure is
    unparsed.
    """
    if says_nothing(text):
        return ()
    if label is None:
        return judge_unlabelled(reader, text, slug, subjects)
    target = label.target
    if target.kind == "text":
        return _judge_text(reader, text, reader.measures[target.name], slug, subjects)
    if target.kind == "measure":
        return _judge_number(reader, text, reader.measures[target.name], label, slug, subjects)
    if target.kind == "range":
        return _judge_range(reader, text, label, slug, subjects)
    if target.kind == "item":
        shares = read_shares(reader, text) or _bare_share(text)
        if not shares and figures_of(text):
            return _no_share(reader, text, label, slug)
        return judge_shares(reader, text, shares, label, slug, subjects)
    shares = read_shares(reader, text) or read_names(reader, text, target.name)
    return judge_shares(reader, text, shares, label, slug, subjects)


def _no_share(reader: Reader, text: Text, label: Label, slug: str) -> tuple[Claim, ...]:
    """The refuted claim of a cell that gives money or time where a share belongs."""
    figure, start, end = figures_of(text)[0]
    resource = reader.collections[label.target.name].resource
    message = f'"{text.content[start:end]}" is no share'
    return (
        claim_of(
            text, start, end, "share", (slug,), resource, stated_of(figure), None, (), "refuted", message
        ),
    )  # fmt: skip


def judge_unlabelled(
    reader: Reader, text: Text, slug: str, subjects: tuple[str, ...], *, attribute: str = ""
) -> tuple[Claim, ...]:
    """The claims of a cell whose label names nothing that the data know."""
    shares = read_shares(reader, text)
    if slug and shares and all(any(character.isalpha() for character in share.name) for share in shares):
        return judge_shares(reader, text, shares, None, slug, subjects)
    about = (slug,) if slug else ()
    return tuple(
        claim_of(
            text, start, end, "value", about, attribute, stated_of(figure), None, (), "unparsed",
            "the reader cannot tell what this figure measures",
        )
        for figure, start, end in figures_of(text)
    )  # fmt: skip


def _in_decade(figure: Figure, part: str | None) -> Figure:
    """ "40s", "late 40s" as the middle of the years meant, with what they span as the rounding."""
    start, width = {"early": (0, 4), "mid": (3, 4), "late": (6, 4)}.get((part or "").lower(), (0, 10))
    middle = figure.value + start + Decimal(width) / 2
    return replace(figure, value=middle, step=Decimal(width), unit="plain", hedge="")


def _bare_share(text: Text) -> tuple[NamedShare, ...]:
    """A number without a unit in the row of an item: its share, the percent sign standing in the label."""
    return tuple(
        NamedShare(start, end, "", start, replace(figure, unit="percent"), (start, end))
        for figure, start, end in figures_of(text)
        if figure.unit == "plain"
    )


def _judge_number(
    reader: Reader, text: Text, measure: Measure, label: Label, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    figures = figures_of(text)
    if (
        not figures
        and text.content.strip(" .").lower() == "none"
        and reader.families[measure.concept] == "count"
    ):
        # Of what is counted there may be none.
        nought = Figure(0, 1, Decimal(0))
        length = len(text.content)
        return (_number_claim(reader, text, 0, length, nought, measure, label.period, slug, subjects),)
    if not figures:
        return judge_comparative(reader, text, measure, slug, subjects) or judge_stray(
            reader, text, measure, slug, subjects
        )
    main, start, end = figures[0]
    if decade := _DECADE.search(text.content):
        main = replace(_in_decade(main, decade[1]), start=main.start, end=main.end)
        end = decade.end()
    if reader.families[measure.concept] == "change" and _IN_BRACKETS.match(text.content):
        # As accountants write it, a loss stands in brackets.
        main = replace(main, value=-abs(main.value))
    if main.high is not None and (name := _range_like(reader, measure)):
        return _judge_range(reader, text, Label(Target("range", name)), slug, subjects)
    claims = []
    if len(figures) == 1:
        start, end = 0, len(text.content)
    claims.append(_number_claim(reader, text, start, end, main, measure, label.period, slug, subjects))
    for figure, first, last in figures[1:]:
        claims.extend(_judge_further(reader, text, first, last, figure, measure, slug, subjects))
    return tuple(claims)


def _number_claim(
    reader: Reader,
    text: Text,
    start: int,
    end: int,
    figure: Figure,
    measure: Measure,
    period: str,
    slug: str,
    subjects: tuple[str, ...],
    kind: Kind = "value",
) -> Claim:
    observation = reader.dataset.observed(slug, measure.concept)
    if observation is None or isinstance(observation.value, str):
        return _no_data(reader, text, start, end, kind, slug, measure.concept, stated_of(figure), measure)
    truth = observation.value.value
    own = in_own_unit(text, figure, measure)
    if own is not None and own.high is None and agrees_with(reader, own, measure, truth, period):
        status: Status = "supported"
        message = ""
    else:
        status = "refuted"
        message = f"the data give {shown(observation, measure)} for {title(reader, slug)}"
        if own is not None:
            message += own_figure_of_other(
                reader,
                measure,
                slug,
                subjects,
                lambda value: agrees_with(reader, own, measure, value, period),
            )
    return claim_of(
        text, start, end, kind, (slug,), measure.concept, stated_of(figure), expected_of(observation),
        (observation.source,), status, message,
    )  # fmt: skip


def _judge_further(
    reader: Reader,
    text: Text,
    start: int,
    end: int,
    figure: Figure,
    measure: Measure,
    slug: str,
    subjects: tuple[str, ...],
) -> tuple[Claim, ...]:
    """A second figure of a cell: another measure's that its unit points to, or a year in brackets."""
    content = text.content
    if figure.unit == "plain" and 1900 <= figure.value <= 2100 and len(content[start:end]) == 4:
        return ()
    others = [
        other
        for other in reader.dataset.measures
        if other.numeric and other is not measure and not other.range and figure.unit != "plain"
        and fits_family(figure, reader.families[other.concept])
    ]  # fmt: skip
    if figure.unit == "money" and figure.period:
        same_period = [other for other in (*others, measure) if period_of(other) == figure.period]
        others = same_period or [measure]
        return (_number_claim(reader, text, start, end, figure, others[0], "", slug, subjects),)
    for other in others:
        claim = _number_claim(reader, text, start, end, figure, other, "", slug, subjects)
        if claim.verdict == "supported":
            return (claim,)
    return (
        claim_of(
            text, start, end, "value", (slug,), "", stated_of(figure), None, (), "unparsed",
            "the reader cannot tell what this figure measures",
        ),
    )  # fmt: skip


def _judge_range(
    reader: Reader, text: Text, label: Label, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    name = label.target.name
    low, high = (reader.measures[concept] for concept in reader.ranges[name])
    figures = figures_of(text)
    if not figures:
        return judge_stray(reader, text, low, slug, subjects)
    if label.bound:
        measure = low if label.bound == "low" else high
        if figures[0][0].hedge in _BEYOND[label.bound]:
            # Under "lowest 10%" a cell says "under $66,470" of the people, and means the limit itself.
            figures = ((replace(figures[0][0], hedge=""), *figures[0][1:]), *figures[1:])
        start, end = (0, len(text.content)) if len(figures) == 1 else figures[0][1:]
        claims = [
            _number_claim(
                reader, text, start, end, figures[0][0], measure, label.period, slug, subjects, "bound"
            )
        ]
        for figure, first, last in figures[1:]:
            claims.extend(_judge_further(reader, text, first, last, figure, measure, slug, subjects))
        return tuple(claims)
    figure, start, end = figures[0]
    rest = figures[1:]
    if figure.high is None and rest and rest[0][0].high is None:
        last_figure, _, end = rest[0]
        unit = last_figure.unit if figure.unit == "plain" else figure.unit
        period = figure.period or last_figure.period
        step = min(figure.step, last_figure.step)
        figure = replace(figure, high=last_figure.value, unit=unit, period=period, step=step)
        rest = rest[1:]
    elif figure.high is None and (figure.hedge or _FROM.match(text.content)):
        measure = high if figure.hedge in ("limit_high", "at_most", "less", "under") else low
        plain_figure = replace(figure, hedge="") if figure.hedge.startswith("limit") else figure
        return (_number_claim(reader, text, start, end, plain_figure, measure, "", slug, subjects, "bound"),)
    if not rest:
        start, end = 0, len(text.content)
    claims = [*_range_claims(reader, text, start, end, figure, low, high, label, slug)]
    for extra, first, last in rest:
        claims.extend(_judge_further(reader, text, first, last, extra, low, slug, subjects))
    return tuple(claims)


def _range_claims(
    reader: Reader,
    text: Text,
    start: int,
    end: int,
    figure: Figure,
    low: Measure,
    high: Measure,
    label: Label,
    slug: str,
) -> tuple[Claim, ...]:
    bottom, top = figure.value, figure.value if figure.high is None else figure.high
    stated = stated_of(figure)
    attribute = attribute_of(reader, label.target)
    seen = [reader.dataset.observed(slug, measure.concept) for measure in (low, high)]
    known = [observation for observation in seen if observation is not None]
    truths = [observation.value.value for observation in known if isinstance(observation.value, Quantity)]
    if len(truths) < 2:
        return (_no_data(reader, text, start, end, "range", slug, attribute, stated, low),)
    sources = tuple(observation.source for observation in known)
    expected: Stated = tuple(expected_of(observation) for observation in known)
    span = f"{shown(known[0], low)} to {shown(known[1], high)}"
    if bottom > top:
        message = f"the range is reversed; the data give {span}"
        return (
            claim_of(
                text,
                start,
                end,
                "structure",
                (slug,),
                attribute,
                stated,
                expected,
                sources,
                "refuted",
                message,
            ),
        )
    own = in_own_unit(text, figure, low)
    right = own is not None and all(
        agrees_with(reader, replace(own, value=value, high=None), measure, truth, label.period)
        for value, measure, truth in zip((own.value, own.high or own.value), (low, high), truths, strict=True)
    )
    status: Status = "supported" if right else "refuted"
    message = "" if right else f"the data give {span} for {title(reader, slug)}"
    return (
        claim_of(text, start, end, "range", (slug,), attribute, stated, expected, sources, status, message),
    )


def _judge_text(
    reader: Reader, text: Text, measure: Measure, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    claim = judge_name(reader, text, measure, slug, subjects)
    if claim.verdict == "refuted" and (several := judge_several(reader, text, measure, slug, subjects)):
        return several
    claims = [claim]
    remark = text.content.rfind("(")
    if claim.verdict == "supported" and remark > 0 and not str(claim.expected).endswith(")"):
        for figure, start, end in figures_of(text):
            if start > remark:
                claims.extend(_judge_further(reader, text, start, end, figure, measure, slug, subjects))
    return tuple(claims)


def _no_data(
    reader: Reader,
    text: Text,
    start: int,
    end: int,
    kind: Kind,
    slug: str,
    attribute: str,
    stated: Stated,
    measure: Measure,
) -> Claim:
    message = f"the data hold no {measure.noun or attribute} for {title(reader, slug)}"
    return claim_of(text, start, end, kind, (slug,), attribute, stated, None, (), "no_data", message)


def _range_like(reader: Reader, measure: Measure) -> str:
    """The one range in a measure's unit, when there is one."""
    names = [name for name, (low, _) in reader.ranges.items() if reader.measures[low].unit == measure.unit]
    return names[0] if len(names) == 1 else ""


def _direction(tokens: tuple[Token, ...]) -> int:
    words = {token.low for token in tokens}
    return -1 if words & _FALLING and not words & _RISING else 1
