"""Answers that lean on the question before them: "Which pays better? Nursing, by far." "Is it growing? Yes."

The question is turned into the statement that the answer makes of it, and that is read like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlg.validator.claim import Claim
from nlg.validator.context import Reader
from nlg.validator.judgement.listings import denied_of
from nlg.validator.judgement.verdicts import Place
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.tokens import Token, plain, tokenise
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.marks import EntityMark, TargetMark
from nlg.validator.sentences.recognition import find_marks
from nlg.validator.sentences.scene import Scene

_LIST = word_list("answers")
_AUXILIARIES, _DROPPED = frozenset(_LIST["auxiliaries"]), frozenset(_LIST["dropped"])
_ASKING, _ASKED, _LEADING = (frozenset(_LIST[name]) for name in ("asking", "asked", "leading"))
_ADVISING, _FILLING = frozenset(_LIST["advising"]), frozenset(_LIST["filling"])
_POLAR = PhraseTable.build(
    (words_of(phrase), name == "yes") for name in ("yes", "no") for phrase in _LIST[name]
)
_GOING_ON = frozenset(_LIST["going_on"])
_CLOSING = frozenset({",", ".", "!", ":", ";", "—", "–", "(", "-"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer says: a statement made of its question, or that this does not hold."""

    place: Place
    statement: str
    is_denial: bool
    slugs: tuple[str, ...]
    """Who is named for an answer; empty for a yes or a no."""


def answer_of(scene: Scene, question: str) -> Answer | None:
    """The answer that a sentence opens with; none where it, or the question, is of another kind."""
    content = plain(question)
    tokens = tokenise(content, 0, len(content))
    start = 0
    while start < len(tokens) and (tokens[start].low in _LEADING or tokens[start].low.isdigit()):
        start += 1
    low = {token.low for token in tokens}
    if start + 1 >= len(tokens) or low & _ADVISING or tokens[-1].low != "?":
        return None
    if tokens[start].low in _ASKING:
        return _named(scene, question, tokens, start)
    if tokens[start].low in _AUXILIARIES:
        return _polar(scene, question, tokens, start)
    return None


def _named(scene: Scene, question: str, tokens: Sequence[Token], start: int) -> Answer | None:
    end, owner = 0, None
    for clause in scene.clauses[:2]:
        if clause.figures() or clause.targets() or len(clause.entities()) > 1:
            break
        if clause.entities():
            owner = clause.entities()[0]
        end = clause.end
        if owner is not None:
            break
    if owner is None or len(owner.slugs) != 1 or owner.reference in ("it", "they", "other"):
        return None
    words = [scene.tokens[at].low for at in range(end) if not owner.start <= at < owner.end]
    if any(word not in _FILLING and word not in _CLOSING for word in words):
        return None
    if not _stands_alone(scene, end):
        return None
    verb = start + 1
    nouns = scene.reader.words
    kinds = _ASKED | set(nouns.nouns) | nouns.plurals | set(nouns.loose) | nouns.people
    while verb < len(tokens) and tokens[verb].low in kinds:
        verb += 1
    rest = _rest(question, tokens, verb)
    if not rest or tokens[start].low == "whose":
        return None
    statement = f"{scene.reader.dataset.entities[owner.slugs[0]].title} {rest}."
    return Answer(scene.place(0, _end(scene, end)), statement, False, owner.slugs)


def _stands_alone(scene: Scene, end: int) -> bool:
    """Whether nothing goes on with a name as its subject: "Nursing, by far", but not "Nurses, it seems, earn less"."""
    following = next((clause for clause in scene.clauses if clause.start >= end), None)
    if following is None or following.opener != "," or following.start >= len(scene.tokens):
        return True
    first = scene.tokens[following.start].low
    return not first.isalpha() or first in _GOING_ON


def _polar(scene: Scene, question: str, tokens: Sequence[Token], start: int) -> Answer | None:
    found = _POLAR.starting_at(scene.tokens, 0)
    if found is None or (found[0] < len(scene.tokens) and scene.tokens[found[0]].low not in _CLOSING):
        return None
    end = next((clause.end for clause in scene.clauses if clause.end >= found[0]), found[0])
    place = scene.place(0, _end(scene, end))
    after = start + 1
    if tokens[after].low == "there":
        subject = after + 1
    else:
        marks = find_marks(scene.reader, plain(question), tokens, scene.context.subjects)
        named = [mark for mark in marks if isinstance(mark, EntityMark | TargetMark) and mark.start >= after]
        if not named or named[0].start > after + 2:
            return None
        subject = named[0].end
        if isinstance(named[0], EntityMark) and named[0].possessive and len(named) > 1:
            subject = named[1].end
    verb = tokens[start].low
    # "Aren't nurses older?" asks for a yes as "Are nurses older?" does.
    middle = "" if verb in _DROPPED else " " + verb.removesuffix("n't")
    head = question[tokens[after].start : tokens[subject - 1].end]
    rest = _rest(question, tokens, subject)
    if not rest:
        return None
    return Answer(place, f"{head}{middle} {rest}.", not found[1], ())


def _rest(question: str, tokens: Sequence[Token], start: int) -> str:
    if start >= len(tokens) - 1:
        return ""
    text = question[tokens[start].start : tokens[-2].end]
    return "is" + text[2:] if tokens[start].low == "'s" else text


def _end(scene: Scene, end: int) -> int:
    """Where the answer ends that begins a sentence: with the words behind it that claim nothing of their own."""
    for clause in scene.clauses:
        if clause.start < end:
            continue
        if (
            clause.figures()
            or clause.targets()
            or clause.entities()
            or clause.opener in ("while", "than", "against")
        ):
            break
        end = clause.end
    return max(end, 1)


def judged(reader: Reader, answer: Answer, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The one claim that an answer makes, from those of the statement that it stands for."""
    known = [claim for claim in claims if claim.verdict in ("supported", "refuted")]
    if answer.slugs:
        known = [claim for claim in known if claim.subjects[:1] == answer.slugs]
    if not known or any(claim.verdict == "unparsed" for claim in claims):
        return
    telling = next((claim for claim in known if claim.verdict == "refuted"), known[0])
    if answer.is_denial:
        telling = denied_of(reader, telling)
    yield replace(telling, span=answer.place.span, text=answer.place.text)
