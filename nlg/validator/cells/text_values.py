"""Names in cells: the highest-paying city, the typical way in."""

from __future__ import annotations

import re

from nlg.data import Measure
from nlg.validator.cells.claims import claim_of, expected_of
from nlg.validator.cells.state_codes import spelled_out
from nlg.validator.claim import Claim, Status
from nlg.validator.context import Reader
from nlg.validator.judgement.verdicts import title
from nlg.validator.lexis.phrases import words_of
from nlg.validator.lexis.stems import stems
from nlg.validator.page import Text
from nlg.validator.vocabulary.forms import item_forms

_REMARK = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def judge_name(reader: Reader, text: Text, measure: Measure, slug: str, subjects: tuple[str, ...]) -> Claim:
    """The claim of a cell that gives a text measure's value; a remark in brackets behind it does not count."""
    content = text.content
    length = len(content)
    observation = reader.dataset.observed(slug, measure.concept)
    if observation is None:
        message = f"the data hold no {measure.noun or measure.concept} for {title(reader, slug)}"
        return claim_of(
            text, 0, length, "value", (slug,), measure.concept, content, None, (), "no_data", message
        )
    truth = str(expected_of(observation))
    verdict: Status = "supported"
    message = ""
    if not is_same_name(content, truth, measure):
        verdict, message = "refuted", f'the data give "{truth}" for {title(reader, slug)}'
        for other in subjects:
            theirs = reader.dataset.observed(other, measure.concept)
            if (
                other != slug
                and theirs is not None
                and is_same_name(content, str(expected_of(theirs)), measure)
            ):
                message += f'; that is what they give for "{title(reader, other)}"'
    return claim_of(
        text, 0, length, "value", (slug,), measure.concept, content, truth, (observation.source,), verdict, message
    )  # fmt: skip


def judge_several(
    reader: Reader, text: Text, measure: Measure, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    """The claims of a cell that goes on from its value to those of other measures; empty for any other cell.

    Example: "associate's degree, no experience, no on-the-job training"
    """
    parts = [text.cut(found.start(), found.end()) for found in _PART.finditer(text.content)]
    first = judge_name(reader, parts[0], measure, slug, subjects) if len(parts) > 1 else None
    if first is None or first.verdict != "supported":
        return ()
    claims = [first]
    for part in parts[1:]:
        judged = [
            judge_name(reader, part, other, slug, subjects)
            for other in reader.dataset.measures
            if not other.numeric and other is not measure and _is_value(reader, part.content, other)
        ]
        claims += sorted(judged, key=lambda claim: claim.verdict != "supported")[:1]
    return tuple(claims)


_PART = re.compile(r"[^,;+\s](?:[^,;+]*[^,;+\s])?")


def _is_value(reader: Reader, said: str, measure: Measure) -> bool:
    """Whether a text is what any entity has of a measure."""
    cells = (reader.dataset.observed(slug, measure.concept) for slug in reader.dataset.entities)
    return any(
        is_same_name(said, value, measure) for value in {str(expected_of(cell)) for cell in cells if cell}
    )


def judge_stray(
    reader: Reader, text: Text, measure: Measure, slug: str, subjects: tuple[str, ...]
) -> tuple[Claim, ...]:
    """The refuted claim of a cell that names what another measure holds where a figure belongs; else nothing."""
    content = text.content
    for other in reader.dataset.measures:
        if other.numeric:
            continue
        for subject in (slug, *subjects):
            observation = reader.dataset.observed(subject, other.concept)
            if observation is not None and is_same_name(content, str(expected_of(observation))):
                attribute = measure.range if measure.range in reader.ranges else measure.concept
                message = (
                    f'"{content}" is no {measure.noun or measure.concept} but a {other.noun or other.concept}'
                )
                return (
                    claim_of(
                        text, 0, len(content), "value", (slug,), attribute, content, None,
                        (observation.source,), "refuted", message,
                    ),
                )  # fmt: skip
    return ()


def is_same_name(said: str, truth: str, measure: Measure | None = None) -> bool:
    """Whether two spellings name the same: case, number, blanks inside words, and the state behind a city apart.

    Beside its measure's name a value may be cut short: "moderate-term" for "moderate-term on-the-job training".
    """
    wanted = _plain(truth)
    spellings = {_plain(said), _plain(_REMARK.sub("", said))}
    place, comma, _ = truth.rpartition(", ")
    if comma and spelled_out(truth) != truth:
        # Of a city and its state's letters the city alone is name enough.
        spellings |= {_plain(spelled_out(said))}
        return bool(spellings & {wanted, _plain(spelled_out(truth)), _plain(place)})
    return wanted in spellings or (measure is not None and bool(spellings & _short_forms(truth, measure)))


_NOTHING = frozenset({"no", "none", "nothing"})
_ALTERNATIVE = " or "


def _short_forms(truth: str, measure: Measure) -> frozenset[str]:
    """What a cell may say for a value: without the measure's noun, without the alternative, "none" for nothing."""
    words = stems(truth)
    forms = set()
    if words and words[0] in _NOTHING:
        forms.update({"none", "no", "nothing", "nonerequired", "notrequired"})
        tails = [stems(noun) for noun in (measure.noun, measure.label, *measure.also)]
        forms.update("".join(("no", *tail[-size:])) for tail in tails for size in range(1, len(tail) + 1))
    for form in item_forms(words_of(truth.lower()), words_of(measure.noun.lower())):
        forms.add("".join(stems(" ".join(form).replace(" 's", "'s"))))
    for noun in (measure.noun, measure.label, *measure.also):
        tail = stems(noun)
        for size in range(1, len(tail) + 1):
            if len(words) > size and words[-size:] == tail[-size:]:
                forms.add("".join(words[:-size]))
    first = stems(truth.partition(_ALTERNATIVE)[0]) if _ALTERNATIVE in truth else ()
    if len(first) > 1:
        forms.add("".join(first))
    return frozenset(forms)


def _plain(name: str) -> str:
    return "".join(_DIGITS.get(word, word) for word in stems(name.replace("&", " and ")))


_DIGITS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
}
