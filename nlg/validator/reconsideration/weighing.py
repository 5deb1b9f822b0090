"""The order in which refuted claims are weighed once more.

A reader who knows the figures does not take a guess for an error. Two figures side by side of which nobody says whose
they are stand in either order; a multiple or a gap between two figures that the sentence itself gives, and gives
rightly, is between these; and what is said of one's own life is no claim about the compared. What a clause names
explicitly, whom and which measure, is never read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nlg.validator.claim import Claim
from nlg.validator.reconsideration import (
    assignments,
    both_ends,
    contradictions,
    derived,
    described,
    ends,
    figures,
    gaps,
    gaps_told,
    idioms,
    meanings,
    memberships,
    nearest,
    relations,
    restated,
    scope,
    the_usual,
    turns,
    unmeasured,
    valued,
)
from nlg.validator.sentences.scene import Scene

STEPS: tuple[Callable[[Scene, list[Claim]], Iterator[Claim]], ...] = (
    scope.in_person,
    scope.in_question,
    scope.in_advice,
    idioms.in_phrases,
    idioms.of_how_often,
    assignments.in_pairs,
    assignments.of_a_pronoun,
    assignments.in_the_order_named,
    nearest.of_them,
    nearest.of_the_second,
    figures.of_another_item,
    figures.of_what_is_usual,
    figures.of_the_runner_up,
    figures.of_a_match,
    figures.below_zero,
    figures.far_off,
    figures.of_the_gap,
    gaps.before_a_comparative,
    gaps.behind_by,
    gaps.of_other_sides,
    gaps.of_the_usual,
    gaps.of_a_value,
    gaps.of_what_was_told,
    gaps.at_an_end,
    gaps_told.of_figures_given,
    meanings.in_another_period,
    meanings.in_our_years,
    meanings.of_a_decline,
    meanings.of_two_together,
    meanings.of_parts_together,
    meanings.of_the_others,
    meanings.by_the_year,
    meanings.of_own_multiple,
    meanings.of_what_is_compared,
    turns.respectively,
    turns.of_one_and_the_other,
    turns.named_later,
    turns.of_each,
    turns.in_brackets,
    turns.of_it,
    contradictions.of_two_values,
    the_usual.of_an_end,
    ends.of_the_end_told,
    ends.of_the_end_given,
    ends.of_the_other_end,
    restated.of_what_it_is_worth,
    restated.of_what_is_to_come,
    restated.of_that_share,
    restated.by_a_percentage,
    both_ends.of_figures,
    derived.of_distances,
    described.of_those_there,
    relations.between_figures,
    relations.in_points,
    relations.of_a_measure_told,
    relations.gap_again,
    relations.turned,
    unmeasured.of_what_is_alike,
    unmeasured.of_rates,
    valued.of_own_words,
    valued.of_what_parts_them,
    scope.of_a_part,
    scope.after_the_first,
    memberships.of_one_each,
    memberships.of_one_item,
    memberships.of_the_next,
    memberships.of_a_series,
    memberships.of_shares_told,
    memberships.of_a_share,
    memberships.of_another_clause,
    assignments.of_either,
)
"""Each takes the claims of a sentence and gives them back, those that it knows better replaced or left out."""


def reconsider(scene: Scene, claims: list[Claim]) -> list[Claim]:
    """The claims of a sentence, those that are refuted on a guess replaced by what the words leave possible."""
    for step in STEPS:
        if not any(claim.verdict == "refuted" for claim in claims):
            break
        claims = list(step(scene, claims))
    return claims
