"""Whom a measure speaks for, and who falls behind in it: "growth favors the architect", "on pay, bakers trail"."""

from __future__ import annotations

from collections.abc import Iterator

from nlg.validator.binding.comparands import first_measure
from nlg.validator.claim import Claim
from nlg.validator.judgement.comparisons import judge_comparison
from nlg.validator.judgement.verdicts import family
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import EntityMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.merits import merit
from nlg.validator.vocabulary.resolution import Target

_LIST = word_list("leads")
_FAVOURING = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["favouring"])
_AWARDING = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["awarding"])
_TRAILING = PhraseTable.build((words_of(phrase), True) for phrase in _LIST["trailing"])
_ARTICLES = frozenset({"the", "a", "an"})
_IN = frozenset({"in", "on", "for", "with", "when", "as", "at"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """Who is said to have more of what the clause, or the words that front it, name."""
    if scene.advisory or scene.neither or clause.cues("not", "same", "similar"):
        return
    if (favoured := _in_favour(scene, clause)) is not None:
        yield favoured
        return
    if clause.figures() or clause.cues("ratio"):
        return
    named = [one for one in clause.entities() if len(one.slugs) == 1 and not one.is_pronoun]
    if len(named) != 1 or named[0].possessive or not scene.other(named[0].slugs):
        return
    found = _favoured(scene, clause, named[0]) or _behind(scene, clause, named[0])
    if found is None:
        return
    target, sign, start, end = found
    # Of jobs, openings or moons more is better, whatever they are called.
    sign *= 1 if family(scene.reader, target) == "count" else merit(scene.reader, target)
    if not sign:
        return
    scene.used.update(one.start for one in clause.cues("more", "gap"))
    scene.last_target, scene.said = target, named[0].slugs
    slightly = bool(clause.cues("slightly"))
    first, other = named[0].slugs[0], scene.other(named[0].slugs)
    place = scene.place(start, end)
    yield judge_comparison(scene.reader, place, first, other, target, sign, "", slightly)


def _in_favour(scene: Scene, clause: Clause) -> Claim | None:
    """Whom what was told last speaks for: "7.1% vs. 5.6%, in the bakers' favor", "… in favor of bakers"."""
    for named in clause.entities():
        behind = [
            token.low for token in scene.tokens[named.end : named.end + 2] if token.low not in _GENITIVE
        ]
        at = named.start - (scene.tokens[named.start - 1].low in _ARTICLES)
        before = [token.low for token in scene.tokens[max(0, at - 3) : at]]
        owned = named.possessive and behind[:1] != [] and behind[0] in _FAVOUR and before[-1:] == ["in"]
        granted = before in (["in", "favor", "of"], ["in", "favour", "of"])
        other = scene.other(named.slugs) if len(named.slugs) == 1 else ""
        if not (owned or granted) or not other:
            continue
        told = [mark for mark in clause.targets() if mark.end <= named.start]
        target = _measure(scene, told[-1]) if told else scene.last_target
        if target is None or target.kind != "measure":
            return None
        sign = 1 if family(scene.reader, target) == "count" else merit(scene.reader, target)
        if not sign:
            return None
        place = scene.place(at - 3 if granted else at - 1, named.end + 2 if owned else named.end)
        return judge_comparison(scene.reader, place, named.slugs[0], other, target, sign)
    return None


_FAVOUR = frozenset({"favor", "favour"})
_GENITIVE = frozenset({"'", "'s"})

_Found = tuple[Target, int, int, int] | None
"""A measure, 1 for who has what one wants of it or −1, and the words that say so."""


def _favoured(scene: Scene, clause: Clause, named: EntityMark) -> _Found:
    """Before whose name a verb of favour stands, behind a measure: "growth also favors the architect"."""
    start = named.start - (scene.tokens[named.start - 1].low in _ARTICLES)
    verb = _FAVOURING.ending_at(scene.tokens, start)
    awarded = None if verb else _AWARDING.ending_at(scene.tokens, start)
    at = (verb or awarded or (0, True))[0]
    before = [mark for mark in clause.targets() if mark.end <= at]
    if not before or (awarded and not any(gap.end <= before[-1].start for gap in clause.cues("gap"))):
        # "The edge in pay goes to nurses", but not "much of the pay goes to nurses"
        return None
    if any(cue.end <= before[-1].start for cue in clause.cues("more", "most")):
        # "A larger number of openings speaks for accountants" says itself what there is more of.
        return None
    target = _measure(scene, before[-1])
    return (target, 1, before[-1].start, named.end) if target is not None else None


def _behind(scene: Scene, clause: Clause, named: EntityMark) -> _Found:
    """Whose name stands before a verb of trailing that has no object: "architects lag behind in growth"."""
    at = named.end
    while at < clause.end and scene.tokens[at].low in _STRESSING:
        at += 1
    verb = _TRAILING.starting_at(scene.tokens, at) if at < clause.end else None
    if verb is None or any(one.opener == "than" for one in scene.clauses[clause.number + 1 :][:1]):
        return None
    after = [mark for mark in clause.targets() if mark.start >= verb[0]]
    word = scene.tokens[verb[0]].low if verb[0] < clause.end else ""
    if after and word in _IN:
        target = _measure(scene, after[0])
        return (target, -1, named.start, after[0].end) if target is not None else None
    if clause.targets() or (word.isalpha() and word not in _CLOSING) or not clause.number:
        return None
    fronting = scene.clauses[0]
    plain = scene.tokens[0].low in _IN and len(fronting.targets()) == 1 and not fronting.names_somebody()
    target = _measure(scene, fronting.targets()[0]) if plain and clause.opener == "," else None
    return (target, -1, named.start, verb[0]) if target is not None else None


_STRESSING = frozenset({"also", "still", "clearly", "actually", "only", "just", "slightly", "narrowly"})
_CLOSING = frozenset({"slightly", "badly", "too", "again", "here", "by"})


def _measure(scene: Scene, mark: TargetMark) -> Target | None:
    """The measure that a word names by itself."""
    found = tuple(target for target in mark.targets if target.kind == "measure")
    return first_measure(scene.reader, found) if not mark.is_verb else None
