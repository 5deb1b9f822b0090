"""Clauses that say of somebody else what was just said: "so do audiologists", "bakers don't", "a pilot too".

They are read by putting the one whom they name into the words that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.judgement.listings import denied_of
from nlg.validator.judgement.verdicts import Place
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.page import Text
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, TargetMark
from nlg.validator.sentences.scene import Scene

_LISTS = word_list("proforms")
_VERBS = frozenset(_LISTS["verbs"])
_TOO = PhraseTable.build((words_of(phrase), True) for phrase in _LISTS["too"])
_BEFORE = PhraseTable.build(
    (words_of(phrase), sense)
    for sense in ("same", "like", "otherwise", "do", "not")
    for phrase in _LISTS[sense]
)
_DENIALS = frozenset(_LISTS["denials"])
_NEGATED = frozenset(_LISTS["negated"])
_GOING_ON = frozenset({"than", "against", "unlike", "who", "with"})
_ASIDE = re.compile(r"\s*\([^()]*\)")
_ALSO = frozenset({(), ("too",), ("also",), ("as", "well"), ("indeed",)})
_AMONG = frozenset({"among", "in", "for", "of", "with", "at"})
_OPENING = frozenset({"so", "nor", "neither", "as"})
_SMALL = frozenset({"the", "a", "an", "and", "but", "'s", "'", ",", ".", "!", ";"})


@dataclass(frozen=True, slots=True)
class ProForm:
    """A clause that repeats what was said, of somebody else."""

    place: Place
    slugs: tuple[str, ...]
    antecedent: str
    """The words that it stands for, with whom it names in the place of whom they were said of."""
    is_denial: bool
    """Whether it says that they do not hold."""


def pro_forms(scene: Scene, before: str) -> Iterator[ProForm]:
    """The pro-forms of a sentence; `before` is the sentence before it, with nobody's name left out."""
    for clause in scene.clauses:
        if len(_owners(clause)) != 1 or clause.figures() or clause.targets():
            continue
        number = scene.index(clause)
        if clause.opener == "than" and scene.tokens[clause.start - 1].low == "than":
            # "42 more than the Fjord does" is set against, and says nothing once more.
            continue
        if clause.opener in ("against", "who") or not (before or number) or _has_own(scene, number):
            continue
        if clause.opener == "unlike" and (unlike := _unlike(scene, clause)) is not None:
            yield unlike
            continue
        sense = _sense(scene, clause, before)
        if sense is None:
            continue
        start = _start_of_last(scene, clause)
        if sense == "like":
            if start < 0:
                continue
            sense = "same"
        said = scene.text.content[start : scene.tokens[clause.start].start] if start >= 0 else before
        owner = _owners(clause)[0]
        known = _subject(scene, start, clause) if start >= 0 else None
        negated = bool(_words(said) & _NEGATED)
        text = _with_other(scene, said, start, known, owner) if start >= 0 else ""
        if start < 0:
            text = before.replace("\0", _name(scene.reader, owner.slugs)) if "\0" in before else ""
        if text:
            text = _ASIDE.sub("", text)
            denial = (sense == "otherwise") if sense in ("same", "otherwise") else (sense == "not") != negated
            yield ProForm(scene.place(clause.start, _end(scene, clause)), owner.slugs, text, denial)


def _owners(clause: Clause) -> list[EntityMark]:
    """Whom a clause names, an "it" for what was said apart: "but it is in web development"."""
    return [entity for entity in clause.entities() if entity.reference != "it"]


def _has_own(scene: Scene, number: int) -> bool:
    """Whether a clause goes on: "as do specialists (40%)", "Mercury has next to none"."""
    following = scene.clauses[number + 1 : number + 2]
    if any(one.figures() and one.opener in (",", "while") and not one.entities() for one in following):
        # "Nurses are too, but only by 4.9."
        return True
    return any(one.opener in _GOING_ON or (one.opener == "(" and one.figures()) for one in following)


def _unlike(scene: Scene, clause: Clause) -> ProForm | None:
    """What "unlike plumbers" denies of plumbers: all that the rest of the sentence says of somebody else."""
    owner, tokens = clause.entities()[0], scene.tokens
    ends = clause.end >= len(tokens) - 1 or tokens[clause.end].low == ","
    if clause.end - owner.end > 1 or not ends or owner.start - clause.start > 1 or len(owner.slugs) != 1:
        return None
    known = [mark for one in scene.clauses if one is not clause for mark in one.entities()]
    if not known or {mark.slugs for mark in known} != {known[0].slugs} or known[0].slugs == owner.slugs:
        return None
    content, word = scene.text.content, clause.start - 1
    before = content[tokens[0].start : tokens[word].start] if word > 0 else ""
    after = content[tokens[min(clause.end, len(tokens) - 1)].start : tokens[-1].end].lstrip(", ")
    first, last = tokens[known[0].start].start, tokens[known[0].end - 1].end
    named = content[first:last]
    text = before.rstrip(", ") + " " + after
    if known[0].reference or text.count(named) != 1:
        return None
    text = text.replace(named, _name(scene.reader, owner.slugs))
    return ProForm(scene.place(clause.start, _end(scene, clause)), owner.slugs, text.strip(), True)


def combine(reader: Reader, form: ProForm, claims: Sequence[Claim]) -> Claim | None:
    """The one claim that a pro-form makes, from those of the words that it stands for."""
    own = [claim for claim in claims if set(claim.subjects) == set(form.slugs)]
    known = [claim for claim in own if claim.verdict in ("supported", "refuted")]
    if not known or any(claim.verdict == "unparsed" for claim in claims):
        return next((_moved(claim, form) for claim in own if claim.verdict == "no_data"), None)
    telling = next((claim for claim in known if claim.verdict == "refuted"), known[0])
    return _moved(denied_of(reader, telling) if form.is_denial else telling, form)


def repeatable(scene: Scene) -> str:
    """The sentence with a mark where its subject stands, for a pro-form in the next; empty where it has none."""
    clause = next((one for one in scene.clauses if one.entities()), None)
    if clause is None or clause.opener in ("than", "against"):
        return ""
    owner = clause.entities()[0]
    if len({one.slugs for other in scene.clauses for one in other.entities()}) != 1:
        return ""
    first, last = scene.tokens[0], scene.tokens[-1]
    content = scene.text.content
    named = content[scene.tokens[owner.start].start : scene.tokens[owner.end - 1].end]
    possessive = "'s" if owner.possessive and owner.reference and not named.endswith("'s") else ""
    return (
        content[first.start : scene.tokens[owner.start].start]
        + "\0"
        + possessive
        + content[scene.tokens[owner.end - 1].end : last.end]
    )


def _moved(claim: Claim, form: ProForm) -> Claim:
    return replace(claim, span=form.place.span, text=form.place.text)


def _sense(scene: Scene, clause: Clause, before: str) -> str | None:
    """What a clause of a name and a pro-form says: "do", "not", "same", "otherwise"; None for another clause."""
    owner, tokens = _owners(clause)[0], scene.tokens
    small = _SMALL.union(scene.reader.words.nouns, scene.reader.words.plurals)
    first = clause.start
    while first and tokens[first - 1].low in _OPENING:
        first -= 1
    opening = first
    while first < owner.start and tokens[first].low in small:
        first += 1
    last = _end(scene, clause)
    after = [at for at in range(owner.end, last) if tokens[at].low not in small]
    if first < owner.start:
        found = next(
            (at for place in range(opening, first + 1) if (at := _BEFORE.starting_at(tokens, place))),
            None,
        )
        most = {"most"} if before.lower().startswith("most \0") else set()
        alone = found is not None and all(
            token.low in small or token.low in most or (found[1] == "otherwise" and token.low in _AMONG)
            for token in tokens[found[0] : owner.start]
        )
        again = [tokens[at].low for at in after]
        once_more = (
            found is not None and found[1] in ("same", "like") and len(again) == 1 and again[0] in _VERBS
        )
        # "as a lawyer" repeats nothing, "as lawyers do" does
        plain = [token.low for token in tokens[opening : owner.start] if token.low not in small] == ["as"]
        repeats = once_more and not again[0].endswith("n't") and clause.opener != "than"
        closed = repeats or (not after and not plain)
        return found[1] if found is not None and alone and closed else None
    if not after:
        return None
    too = _TOO.starting_at(tokens, after[0])
    if too is not None and too[0] >= last:
        return "same"
    verb, rest = tokens[after[0]].low, [tokens[at].low for at in after[1:]]
    if verb not in _VERBS:
        return None
    if verb.endswith("n't") or verb == "cannot" or (rest[:1] and rest[0] in _DENIALS):
        rest = rest[1:] if rest[:1] and rest[0] in _DENIALS else rest
        return {(): "not", ("either",): "same"}.get(tuple(rest))
    return "do" if tuple(rest) in _ALSO else None


def _end(scene: Scene, clause: Clause) -> int:
    end = clause.end
    while (
        end > clause.start + 1
        and not scene.tokens[end - 1].low[0].isalnum()
        and scene.tokens[end - 1].low != "'s"
    ):
        end -= 1
    return end


def _start_of_last(scene: Scene, clause: Clause) -> int:
    """Where the words before a clause begin that it can stand for, in characters; −1 for none in the sentence."""
    number = scene.index(clause)
    start = number
    while start and scene.clauses[start - 1].opener not in (";", "—"):
        start -= 1
        if scene.clauses[start].opener in (";", "—", "while") and start < number:
            break
        if _states_anew(scene, start) and any(one.entities() for one in scene.clauses[start:number]):
            # "X earn less, and jobs are to shrink for X but not for Y": only the latter is denied of Y.
            break
    if start and not any(one.entities() for one in scene.clauses[start:number]):
        start -= 1
        while start and scene.clauses[start].opener not in (";", "—"):
            start -= 1
    if not any(one.entities() for one in scene.clauses[start:number]):
        return -1
    return int(scene.tokens[scene.clauses[start].start].start)


def _states_anew(scene: Scene, number: int) -> bool:
    """Whether a clause is a statement of its own behind ", and", and not the last item of a series."""
    clause = scene.clauses[number]
    if clause.opener != "and" or clause.start < 2 or scene.tokens[clause.start - 2].low != ",":
        return False
    before, own = scene.clauses[number - 1].targets(), clause.targets()
    in_series = bool(before and own) and before[-1].end == clause.start - 2 and own[0].start == clause.start
    return not (in_series and _is_item(before[-1]) and _is_item(own[0]))


def _is_item(mark: TargetMark) -> bool:
    return any(target.kind == "item" for target in mark.targets)


def _subject(scene: Scene, start: int, clause: Clause) -> EntityMark | None:
    """Whom the words from a character to a clause were said of."""
    for one in scene.clauses[: scene.index(clause)]:
        for mark in one.entities():
            if scene.tokens[mark.start].start >= start:
                return mark
    return None


def _with_other(scene: Scene, said: str, start: int, known: EntityMark | None, owner: EntityMark) -> str:
    """The words with another's name in the place of the one of whom they were said."""
    if known is None or known.slugs == owner.slugs:
        return ""
    first = scene.tokens[known.start].start - start
    last = scene.tokens[known.end - 1].end - start
    possessive = "'s" if known.possessive and known.reference else ""
    return said[:first] + _name(scene.reader, owner.slugs) + possessive + said[last:]


def _name(reader: Reader, slugs: tuple[str, ...]) -> str:
    return " and ".join(reader.dataset.entities[slug].title for slug in slugs)


def _words(text: str) -> set[str]:
    return set(words_of(text)) if len(text) < 400 else set()


def text_of(form: ProForm) -> Text:
    """The words that a pro-form stands for, as a passage to be read."""
    return Text(form.antecedent.rstrip(" ,;:—"), (0,), (0,))
