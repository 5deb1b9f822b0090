"""What prose may call an item of a list or a value of a text measure, by the name that the data give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nlg.validator.lexis.thesaurus import ALIKE


def plural_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The phrase with its last word in the plural."""
    last = words[-1]
    if last.endswith("s"):
        return words
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return (*words[:-1], last[:-1] + "ies")
    if last.endswith(("ch", "sh", "x")):
        return (*words[:-1], last + "es")
    return (*words[:-1], last + "s")


_NUMBERS = dict(zip("23456789", "two three four five six seven eight nine".split(), strict=True))


def in_words(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """A value with its number spelt out: "five years or more"."""
    if any(word in _NUMBERS for word in words):
        yield tuple(_NUMBERS.get(word, word) for word in words)


_NO_ITEM = frozenset(
    "equivalent several more less higher lower other another above below none some any no".split()
)


def item_forms(words: tuple[str, ...], noun: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """An item's name as prose may give it.

    Example: "Bachelor's degree" → "bachelor's", "Hispanic or Latino" → "Latino"
    """
    forms = [words]
    if noun and words[-len(noun) :] == noun and len(words) > len(noun):
        forms.append(words[: -len(noun)])
    if "," in words:
        at = words.index(",")
        forms.extend((*words[:at], *link, *words[at + 1 :]) for link in ((), ("but",), ("and",)))
        if words[at + 1 : at + 2] == ("no",):
            forms.extend((*words[:at], "without", article, *words[at + 2 :]) for article in ("a", "any"))
    if "and" in words:
        forms.append(tuple("&" if word == "and" else word for word in words))
    for link in ("or", "and"):
        if link in words and 0 < words.index(link) < len(words) - 1:
            at = words.index(link)
            if link == "or" or noun == ("group",):
                forms.extend((words[:at], words[at + 1 :]))
    for form in list(forms):
        if "'s" in form:
            at = form.index("'s")
            forms.append((*form[:at], *form[at + 1 :]))
            forms.append((*form[:at], form[at - 1] + "s", *form[at + 1 :])[1:] if at == 1 else form)
    forms.extend(_by_other_names(forms))
    for form in forms:
        if (
            form
            and not (form != words and len(form) == 1 and form[0] in _NO_ITEM)
            and not (form[0][0].isdigit() and (form != words or not any(word.isalpha() for word in words)))
        ):
            yield form
            yield plural_of(form)


def value_forms(
    words: tuple[str, ...], noun: tuple[str, ...], measure: Sequence[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """A text value's name as prose may give it; `measure` are the names of what it is a value of.

    Example: "moderate-term on-the-job training" of "on-the-job training", also called "training on the job"
    → "moderate-term training on the job"; "bright rings" → "bright ones"
    """
    for form in (*item_forms(words, noun), *in_words(words), *_with_measure(words, measure)):
        yield form
        yield plural_of(form)


def _with_measure(words: tuple[str, ...], measure: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The value with other names of the measure for the one that it ends in."""
    for name in measure:
        if words[-len(name) :] == name and len(words) > len(name):
            own = words[: -len(name)]
            yield from ((*own, *other) for other in measure)
            if own[0] != "no":
                yield from ((*own, name[-1]), (*own, "ones"), (*own, "one"))


def _by_other_names(forms: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The other names of any of the forms in the list of values that are alike."""
    for group in ALIKE:
        if any(form in group for form in forms):
            yield from (other for other in group if other not in forms)
