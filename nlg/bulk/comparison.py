"""Two versions of many articles → what changed, claim by claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlg.bulk.order import Pair
from nlg.bulk.versions import Source, Subject, Version

MOST_DETAILS = 1_000
"""Articles that are described one by one; all of them are counted."""


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that one version makes and the other does not, or not so."""

    kind: str
    subjects: tuple[str, ...]
    attribute: str
    old: tuple[object, ...]
    """What the old version states; empty when it makes no such claim."""
    new: tuple[object, ...]

    @property
    def direction(self) -> str:
        """ "added", "dropped", "up", "down", or "changed" where there is no up and down."""
        if not self.old or not self.new:
            return "added" if self.new else "dropped"
        old, new = self.old[-1], self.new[-1]
        if isinstance(old, int | float) and isinstance(new, int | float):
            return "up" if new > old else "down"
        return "changed"


@dataclass(frozen=True, slots=True)
class Turn:
    """Of a pair, the one that is ahead on a measure is another than before."""

    pair: Pair
    attribute: str
    old: str
    """The slug that was ahead; empty for a tie."""
    new: str


@dataclass(frozen=True, slots=True)
class ArticleChange:
    """An article that reads differently."""

    pair: Pair
    claims: tuple[ClaimChange, ...]
    """Empty when only the wording changed."""
    turns: tuple[Turn, ...]


@dataclass(slots=True)
class Difference:
    """What changed between two versions of many articles."""

    unchanged: int = 0
    reworded: int = 0
    """Changed articles that claim what they claimed before."""
    added: list[Pair] = field(default_factory=list)
    removed: list[Pair] = field(default_factory=list)
    changed: int = 0
    claims: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Changed claims by attribute and direction."""
    articles: Counter[str] = field(default_factory=Counter)
    """Articles with a changed claim, by attribute."""
    turns: Counter[str] = field(default_factory=Counter)
    """Pairs of which another one is ahead, by attribute."""
    details: list[ArticleChange] = field(default_factory=list)
    """The first changed articles, those with a turn before all others."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.changed or self.added or self.removed)


def compare(old: Source, new: Source) -> Difference:
    """What changed between two sources of articles."""
    result = Difference()
    for before, after in _joined(old, new, result):
        if before is None or after is None:
            if after:
                result.added.append(after.pair)
            elif before:
                result.removed.append(before.pair)
        elif before.text == after.text:
            result.unchanged += 1
        else:
            _count(result, compare_versions(before, after))
    result.added.sort()
    result.removed.sort()
    result.details.sort(key=lambda change: (not change.turns, change.pair))
    return result


def _joined(old: Source, new: Source, result: Difference) -> Iterator[tuple[Version | None, Version | None]]:
    """The two versions of each article. Parts known to be equal are counted unread.

    One part is in memory at a time, and the articles that are not in the same part of both sources.
    """
    before, after = old.parts(), new.parts()
    gone: dict[Pair, Version] = {}
    come: dict[Pair, Version] = {}
    for part in sorted({**before, **after}):
        if part in before and part in after and before[part].digest and before[part] == after[part]:
            result.unchanged += after[part].articles
            continue
        known = {version.pair: version for version in (old.versions(part) if part in before else ())}
        for version in new.versions(part) if part in after else ():
            if version.pair in known:
                yield known.pop(version.pair), version
            else:
                come[version.pair] = version
        gone |= known
    # With other entities the parts are cut elsewhere, and an article may have moved from one to another.
    for pair, version in come.items():
        yield gone.pop(pair, None), version
    for version in gone.values():
        yield version, None


def _count(result: Difference, change: ArticleChange) -> None:
    result.changed += 1
    result.reworded += not change.claims
    for claim in change.claims:
        result.claims[claim.attribute, claim.direction] += 1
    for attribute in {claim.attribute for claim in change.claims}:
        result.articles[attribute] += 1
    for turn in change.turns:
        result.turns[turn.attribute] += 1
    if len(result.details) < MOST_DETAILS:
        result.details.append(change)
    elif change.turns:
        weaker = next((at for at, one in enumerate(result.details) if not one.turns), None)
        if weaker is not None:
            result.details[weaker] = change


def compare_versions(old: Version, new: Version) -> ArticleChange:
    """What one article claims that it did not claim before, and the other way round."""
    before, after = _grouped(old), _grouped(new)
    changes = []
    for subject in dict.fromkeys((*before, *after)):
        gone = tuple(stated for stated in before.get(subject, ()) if stated not in after.get(subject, ()))
        come = tuple(stated for stated in after.get(subject, ()) if stated not in before.get(subject, ()))
        if gone or come:
            changes.append(ClaimChange(*subject, gone, come))
    ahead, now = _leaders(old), _leaders(new)
    turns = [
        Turn(new.pair, attribute, ahead[attribute], leader)
        for attribute, leader in now.items()
        if attribute in ahead and ahead[attribute] != leader
    ]
    return ArticleChange(new.pair, tuple(changes), tuple(turns))


def _grouped(version: Version) -> dict[Subject, list[object]]:
    groups: dict[Subject, list[object]] = {}
    for (kind, subjects, attribute), stated in version.claims:
        groups.setdefault((kind, tuple(sorted(subjects)), attribute), []).append(stated)
    return groups


def _leaders(version: Version) -> dict[str, str]:
    """By attribute, the slug whose figure is the larger one, or "" for a tie."""
    figures: dict[str, dict[str, float]] = {}
    for (kind, subjects, attribute), stated in version.claims:
        if kind == "value" and len(subjects) == 1 and isinstance(stated, int | float):
            known = figures.setdefault(attribute, {})
            # Prose may round a figure that a table prints in full.
            if _length(stated) >= _length(known.get(subjects[0], 0)):
                known[subjects[0]] = stated
    leaders = {}
    for attribute, known in figures.items():
        if len(known) == len(version.pair):
            first, second = (known[slug] for slug in sorted(known))
            high, low = sorted(known, reverse=True), sorted(known)
            leaders[attribute] = "" if first == second else low[0] if first > second else high[0]
    return leaders


def _length(figure: float) -> int:
    """How many digits a figure has, zeros at its ends left out."""
    return len(f"{figure:.12g}".lstrip("-").replace(".", "").strip("0"))
