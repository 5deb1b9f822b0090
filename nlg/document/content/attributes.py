"""Text values beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.data import Measure, SourceRef
from nlg.document.content.pair import Pair, candidate
from nlg.document.messages import Attribute, AttributeContrast, SharedAttribute
from nlg.document.plan import Candidate


def attributes(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every text measure that is known of at least one of the two."""
    first, second = pair.once(_texts, pair.first), pair.once(_texts, pair.second)
    for measure in pair.once(_measures):
        known = [texts[measure.concept] for texts in (first, second) if measure.concept in texts]
        if not known:
            continue
        weight = pair.interest(measure).weight
        name = measure.concept
        if len(known) == 1:
            slug, value, source = known[0]
            yield candidate(
                pair,
                Attribute(f"attribute.{name}", (slug,), (measure,), (source,), value),
                measure,
                0.3 * weight,
                "only one of the two is known",
            )
        elif len(known) == 2:
            slugs = (known[0][0], known[1][0])
            sources = (known[0][2], known[1][2])
            one, two = known[0][1], known[1][1]
            empty = pair.interest(measure).empty
            if one == two and one.casefold() in empty:
                continue
            if one == two:
                shared = SharedAttribute(f"shared_attribute.{name}", slugs, (measure,), sources, one)
                yield candidate(pair, shared, measure, 0.35 * weight, "the same value")
            else:
                if one.casefold() in empty:
                    slugs, sources, one, two = slugs[::-1], sources[::-1], two, one
                contrast = AttributeContrast(
                    f"attribute_contrast.{name}",
                    slugs,
                    (measure,),
                    sources,
                    one,
                    two,
                    two.casefold() in empty,
                )
                yield candidate(pair, contrast, measure, 0.6 * weight, "different values")


def _measures(pair: Pair) -> tuple[Measure, ...]:
    return tuple(measure for measure in pair.survey.dataset.measures if not measure.numeric)


def _texts(pair: Pair, slug: str) -> dict[str, tuple[str, str, SourceRef]]:
    """An entity's text values by concept: whose, which, and where from."""
    found = {}
    for measure in pair.once(_measures):
        seen = pair.survey.dataset.observed(slug, measure.concept)
        if seen is not None and isinstance(seen.value, str):
            found[measure.concept] = (slug, seen.value, seen.source)
    return found
