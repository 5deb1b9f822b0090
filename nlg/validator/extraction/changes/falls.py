"""Comparatives that speak of a decline: the steeper one has the lower value, and whoever grows has none."""

from __future__ import annotations

from dataclasses import replace

from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import amount_of, family, shown, title
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.resolution import Target


def is_fall(clause: Clause, cue: CueMark, scene: Scene, target: Target) -> bool:
    """Whether a comparative speaks of a decline, so that the steeper has the lower value."""
    if family(scene.reader, target) != "change" or cue.cue.role == "gap":
        return False
    falls = [one for one in clause.cues("trend") if one.cue.sign < 0]
    number = scene.index(clause)
    if clause.opener == "," and number and not clause.cues("trend") and not clause.targets():
        # "… to fall by 14.6%, 6.5 points more than that of …"
        falls = [one for one in scene.clauses[number - 1].cues("trend") if one.cue.sign < 0]
    if cue.cue.domain == "steep" or (falls and cue.cue.domain not in ("quality", "strength")):
        if not falls:
            falls = [
                one for earlier in scene.clauses[:number] for one in earlier.cues("trend") if one.cue.sign < 0
            ]
            grows = [one for one in clause.cues("trend") if one.cue.sign > 0]
            return bool(falls) and not grows
        return True
    return False


def of_a_decline(scene: Scene, claim: Claim, target: Target) -> Claim:
    """A comparison of declines, refuted where the one of whom it is said grows: "face the milder decline"."""
    amount = amount_of(scene.reader, claim.subjects[0], target) if claim.subjects else None
    if claim.verdict != "supported" or amount is None or amount.value <= 0:
        return claim
    gives = f"{shown(scene.reader, target, amount.value)} for {title(scene.reader, claim.subjects[0])}"
    return replace(
        claim, verdict="refuted", message=f'says "{claim.text}" of a decline; the data give {gives}'
    )
