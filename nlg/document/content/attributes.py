"""Text values beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nlg.data import SourceRef
from nlg.document.content.pair import Aspect, Pair, scored
from nlg.document.messages import Attribute, AttributeContrast, SharedAttribute, SharedLack
from nlg.document.plan import Candidate


class _Text(NamedTuple):
    """An entity's value of a text measure."""

    slug: str
    value: str
    source: SourceRef
    is_empty: bool
    """Whether it says that there is nothing."""


def attributes(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every text measure that is known of at least one of the two."""
    first, second = pair.once(_texts, pair.first), pair.once(_texts, pair.second)
    for aspect, one, two in zip(pair.once(_aspects), first, second, strict=True):
        if one is not None and two is not None:
            if one.value != two.value:
                yield _contrast(aspect, one, two)
            else:
                yield _same(aspect, one, two)
        elif one is not None:
            yield _single(aspect, one)
        elif two is not None:
            yield _single(aspect, two)


def _single(aspect: Aspect, text: _Text) -> Candidate:
    measure = aspect.measure
    message = Attribute(f"attribute.{measure.concept}", (text.slug,), (measure,), (text.source,), text.value)
    return scored(message, aspect, 0.3 * aspect.interest.weight, "only one of the two is known")


def _same(aspect: Aspect, one: _Text, two: _Text) -> Candidate:
    """What both have, or that both have nothing of the sort, which is worth less than anything that they have."""
    measure = aspect.measure
    kind, name, worth, case = (
        (SharedLack, "shared_lack", 0.2, "neither has any")
        if one.is_empty
        else (SharedAttribute, "shared_attribute", 0.35, "the same value")
    )
    message = kind(
        f"{name}.{measure.concept}", (one.slug, two.slug), (measure,), (one.source, two.source), one.value
    )
    return scored(message, aspect, worth * aspect.interest.weight, case)


def _contrast(aspect: Aspect, one: _Text, two: _Text) -> Candidate:
    """What each of the two has; whoever has nothing comes second."""
    if one.is_empty:
        one, two = two, one
    measure = aspect.measure
    message = AttributeContrast(
        f"attribute_contrast.{measure.concept}",
        (one.slug, two.slug),
        (measure,),
        (one.source, two.source),
        one.value,
        two.value,
        two.is_empty,
    )
    return scored(message, aspect, 0.6 * aspect.interest.weight, "different values")


def _aspects(pair: Pair) -> tuple[Aspect, ...]:
    """The text measures."""
    return tuple([pair.aspect(one) for one in pair.survey.dataset.measures if not one.numeric])


def _texts(pair: Pair, slug: str) -> tuple[_Text | None, ...]:
    """What is known of an entity, for each text measure."""
    return tuple([_text(pair, aspect, slug) for aspect in pair.once(_aspects)])


def _text(pair: Pair, aspect: Aspect, slug: str) -> _Text | None:
    seen = pair.survey.dataset.observed(slug, aspect.measure.concept)
    if seen is None or not isinstance(seen.value, str):
        return None
    return _Text(slug, seen.value, seen.source, seen.value.casefold() in aspect.interest.empty)
