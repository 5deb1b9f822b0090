"""Text values beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.document.content.pair import Pair, candidate
from nlg.document.messages import Attribute, AttributeContrast, SharedAttribute
from nlg.document.plan import Candidate


def attributes(pair: Pair) -> Iterator[Candidate]:
    """One candidate for every text measure that is known of at least one of the two."""
    dataset = pair.survey.dataset
    for measure in dataset.measures:
        if measure.numeric:
            continue
        seen = [dataset.observed(slug, measure.concept) for slug in (pair.first, pair.second)]
        known = [
            (slug, found.value, found.source)
            for slug, found in zip((pair.first, pair.second), seen, strict=True)
            if found is not None and isinstance(found.value, str)
        ]
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
