"""Text values that come in an order: levels of a school, lengths of a training, kinds of experience."""

from __future__ import annotations

from functools import lru_cache

from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import Place, make, no_data, title
from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.vocabulary.resolution import Reader, Target

_ORDERS = tuple(
    tuple(tuple(words_of(phrase) for phrase in step) for step in order["steps"])
    for order in word_list("orders")["order"]
)


@lru_cache(maxsize=256)
def ranks(reader: Reader, concept: str) -> dict[str, int]:
    """The place of each value of a text measure in an order, by value; empty where no order knows most of them."""
    values = {
        observation.value
        for (_, name), observation in reader.dataset.observations.items()
        if name == concept and isinstance(observation.value, str)
    }
    best: dict[str, int] = {}
    for order in _ORDERS:
        found = {value: step for value in sorted(values) if (step := _step(order, value)) >= 0}
        if len(found) > max(len(best), len(values) // 2) and len(set(found.values())) > 1:
            best = found
    return best


def _step(order: tuple[tuple[tuple[str, ...], ...], ...], value: str) -> int:
    """The step of an order that a value is on: the one with the longest of the words that it holds; −1 for none."""
    words = words_of(value)
    found = [
        (len(phrase), number)
        for number, step in enumerate(order)
        for phrase in step
        if any(words[at : at + len(phrase)] == phrase for at in range(len(words)))
    ]
    return max(found)[1] if found else -1


def judge_order(
    reader: Reader, place: Place, first: str, second: str, target: Target, sign: int, *, is_denied: bool
) -> Claim | None:
    """That the value of one entity is above (sign 1) or below the other's; None where no order tells."""
    known = ranks(reader, target.name)
    cells = {slug: reader.dataset.observed(slug, target.name) for slug in (first, second)}
    missing = [slug for slug, cell in cells.items() if cell is None]
    if not known:
        return None
    if missing:
        return no_data(reader, place, "comparison", missing, target, "more" if sign > 0 else "less")
    values = {slug: str(cell.value) for slug, cell in cells.items() if cell is not None}
    if any(value not in known for value in values.values()):
        return None
    true = ((known[values[first]] - known[values[second]]) * sign > 0) != is_denied
    gives = " and ".join(f'"{value}" for {title(reader, slug)}' for slug, value in values.items())
    return make(
        reader, place, "comparison", (first, second), target, "supported" if true else "refuted",
        f'says "{place.text}"; the data give {gives}', "more" if sign > 0 else "less", None,
        tuple(cell.source for cell in cells.values() if cell is not None),
    )  # fmt: skip
