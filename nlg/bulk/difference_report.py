"""What changed between two versions of many articles, as text, as data, and as a page to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

import orjson

from nlg.bulk.comparison import ArticleChange, ClaimChange, Difference
from nlg.bulk.order import Pair

MOST_NAMED = 10
"""Pairs that the text names under one heading; JSON and the page have more."""

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;"
    "background:#fff}table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600}"
    "th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "del{color:#8b1a1a}ins{color:#14532d}@media(prefers-color-scheme:dark){body{color:#eee;background:#181818}"
    "del{color:#ffb4a9}ins{color:#a6e3b5}}"
)
_DIRECTIONS = ("up", "down", "changed", "added", "dropped")

Names = Mapping[str, str]
"""What people call an attribute; one that is missing is called by its name in words."""


def text_report(found: Difference, names: Names) -> str:
    """The report as lines for a terminal."""
    lines = [_headline(found)]
    for attribute, count in _ranked(found.turns):
        pairs = "1 pair changes" if count == 1 else f"{count:,} pairs change"
        lines.append(f"{pairs} which one is ahead in {_called(attribute, names)}")
    lines += [
        f"{_called(attribute, names)}: {_counted(count, 'article')}, {_directions(found, attribute)}"
        for attribute, count in _ranked(found.articles)
    ]
    if found.reworded:
        lines.append(f"{_counted(found.reworded, 'article')} with the same claims in other words")
    for sign, listed in (("new", found.added), ("gone", found.removed)):
        lines += [f"{sign}: {first}:{second}" for first, second in listed[:MOST_NAMED]]
        if len(listed) > MOST_NAMED:
            lines.append(f"{sign}: … and {len(listed) - MOST_NAMED:,} more")
    for change in found.details[:MOST_NAMED]:
        lines += _described(change, names)
    more = found.changed - MOST_NAMED
    if more > 0:
        lines.append(f"… and {_counted(more, 'changed article')} more; --format json lists them")
    return "\n".join(lines) + "\n"


def json_report(found: Difference, names: Names) -> str:
    """The report as data: all counts, all new and gone pairs, the first changed articles claim by claim."""
    content = {
        "articles": {
            "unchanged": found.unchanged,
            "changed": found.changed,
            "reworded": found.reworded,
            "added": len(found.added),
            "removed": len(found.removed),
        },
        "ahead": [{"attribute": attribute, "pairs": count} for attribute, count in _ranked(found.turns)],
        "claims": [
            {
                "attribute": attribute,
                "articles": count,
                **{direction: found.claims[attribute, direction] for direction in _DIRECTIONS},
            }
            for attribute, count in _ranked(found.articles)
        ],
        "added": found.added,
        "removed": found.removed,
        "changed": [
            {
                "first": change.pair[0],
                "second": change.pair[1],
                "ahead": [
                    {"attribute": turn.attribute, "old": turn.old, "new": turn.new} for turn in change.turns
                ],
                "claims": [
                    {
                        "kind": claim.kind,
                        "subjects": claim.subjects,
                        "attribute": claim.attribute,
                        "direction": claim.direction,
                        "old": claim.old,
                        "new": claim.new,
                    }
                    for claim in change.claims
                ],
            }
            for change in found.details
        ],
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def html_report(found: Difference, names: Names) -> str:
    """The report as a page of its own."""
    rows = "".join(
        f'<tr><th scope="row">{escape(_called(attribute, names))}</th>'
        f'<td class="n">{count:,}</td><td class="n">{found.turns[attribute]:,}</td>'
        + "".join(f'<td class="n">{found.claims[attribute, direction]:,}</td>' for direction in _DIRECTIONS)
        + "</tr>\n"
        for attribute, count in _ranked(found.articles)
    )
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("measure", "articles", "another one ahead", *(f"claims {word}" for word in _DIRECTIONS))
    )
    table = (
        f"<table>\n<caption>Claims that changed</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
        if rows
        else ""
    )
    articles = "".join(_article(change, names) for change in found.details)
    shown = found.changed - len(found.details)
    rest = f"<p>{_counted(shown, 'changed article')} more.</p>\n" if shown > 0 else ""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>What changed</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>What changed</h1>\n"
        f"<p>{escape(_headline(found))}</p>\n{table}{_pairs('New', found.added)}{_pairs('Gone', found.removed)}"
        f"{articles}{rest}</main>\n</body>\n</html>\n"
    )


REPORTS: Mapping[str, Callable[[Difference, Names], str]] = {
    "text": text_report,
    "json": json_report,
    "html": html_report,
}
"""By the name of the form."""


def _headline(found: Difference) -> str:
    if found.is_empty:
        return f"nothing changed in {_counted(found.unchanged, 'article')}"
    parts = [
        f"{_counted(found.changed, 'article')} changed",
        f"{found.unchanged:,} unchanged",
        f"{len(found.added):,} new",
        f"{len(found.removed):,} gone",
    ]
    return ", ".join(parts)


def _described(change: ArticleChange, names: Names) -> list[str]:
    lines = [f"{change.pair[0]}:{change.pair[1]}"]
    for turn in change.turns:
        old, new = turn.old or "neither", turn.new or "neither"
        lines.append(f"  ahead in {_called(turn.attribute, names)}: {old} → {new}")
    for claim in change.claims:
        subjects = " and ".join(claim.subjects)
        lines.append(
            f"  {claim.kind} {_called(claim.attribute, names)} of {subjects}: "
            f"{_stated(claim.old)} → {_stated(claim.new)}"
        )
    return lines


def _article(change: ArticleChange, names: Names) -> str:
    turns = "".join(
        f"<li>ahead in {escape(_called(turn.attribute, names))}: <del>{escape(turn.old or 'neither')}</del> "
        f"<ins>{escape(turn.new or 'neither')}</ins></li>\n"
        for turn in change.turns
    )
    claims = "".join(_item(claim, names) for claim in change.claims)
    items = f"<ul>\n{turns}{claims}</ul>\n" if turns or claims else "<p>The same claims in other words.</p>\n"
    first, second = change.pair
    return f"<h2>{escape(first)} : {escape(second)}</h2>\n{items}"


def _item(claim: ClaimChange, names: Names) -> str:
    return (
        f"<li>{escape(claim.kind)} {escape(_called(claim.attribute, names))} of "
        f"{escape(' and '.join(claim.subjects))}: <del>{escape(_stated(claim.old))}</del> "
        f"<ins>{escape(_stated(claim.new))}</ins></li>\n"
    )


def _pairs(heading: str, pairs: list[Pair]) -> str:
    if not pairs:
        return ""
    items = "".join(f"<li>{escape(first)} : {escape(second)}</li>\n" for first, second in pairs[:1000])
    return f"<details>\n<summary>{heading}: {len(pairs):,}</summary>\n<ul>\n{items}</ul>\n</details>\n"


def _stated(values: tuple[object, ...]) -> str:
    if not values:
        return "nothing"
    texts = ["–".join(map(_shown, value)) if isinstance(value, tuple) else _shown(value) for value in values]
    return "; ".join(text for text in texts if text) or "said"


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{round(value, 4):,}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _directions(found: Difference, attribute: str) -> str:
    counts = ((found.claims[attribute, direction], direction) for direction in _DIRECTIONS)
    return "claims " + ", ".join(f"{count:,} {direction}" for count, direction in counts if count)


def _called(attribute: str, names: Names) -> str:
    return names.get(attribute) or attribute.replace("_", " ").replace("-", " ")


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
