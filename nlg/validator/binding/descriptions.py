"""Whom a figure is of by a comparative behind it, and no name: "7.5 percent for the smaller"."""

from __future__ import annotations

from nlg.validator.judgement.verdicts import amount_of
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import FigureMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.people import head_count
from nlg.validator.vocabulary.resolution import domain_targets


def described_behind(scene: Scene, clause: Clause, mark: FigureMark) -> tuple[str, ...]:
    """Whom a comparative right behind a figure tells: "7.5 percent for the smaller and 15.8 percent for the larger"."""
    words = [token.low for token in scene.tokens[mark.end : mark.end + 2]]
    subjects = scene.context.subjects
    cue = next((one for one in clause.cues("more") if one.start == mark.end + 2), None)
    if cue is None or words not in (["for", "the"], ["in", "the"], ["of", "the"]) or len(subjects) != 2:
        return ()
    after = scene.tokens[cue.end].low if cue.end < len(scene.tokens) else "."
    own = scene.reader.words
    if after.isalpha() and after not in own.nouns and after not in ("one", "and", "of"):
        return ()
    people = head_count(scene.reader)
    found = domain_targets(scene.reader, cue.cue.domain) or (
        (people,) if people and cue.cue.domain == "size" else ()
    )
    amounts = [amount_of(scene.reader, slug, found[0]) for slug in subjects] if found else []
    if len(amounts) != 2 or amounts[0] is None or amounts[1] is None or amounts[0].value == amounts[1].value:
        return ()
    return (subjects[0 if (amounts[0].value - amounts[1].value) * cue.cue.sign > 0 else 1],)
