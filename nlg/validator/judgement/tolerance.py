"""What counts as true: the reader's own rules of rounding and hedging."""

from __future__ import annotations

from decimal import Decimal

from nlg.validator.lexis.figure import Figure, Hedge

NEAR = Decimal("0.05")
RATIO = Decimal("0.05")
RATIO_HEDGED = Decimal("0.10")
PEOPLE = Decimal("0.10")
SLIGHT = Decimal("0.10")
CONVERTED = Decimal("0.01")
SHARE_POINTS = Decimal(1)
_INEQUALITIES = frozenset({"more", "less", "at_least", "at_most"})
_SIGNS = {"usd": "$", "eur": "€", "gbp": "£", "$": "$"}


def is_foreign(figure: Figure, unit: str) -> bool:
    """Whether a figure tells another currency than a measure's unit is in: "€80" of "USD/hour"."""
    own = _SIGNS.get(unit.partition("/")[0].lower(), "")
    return bool(own and figure.currency) and figure.currency != own


def rounds_to(stated: Decimal, step: Decimal, actual: Decimal) -> bool:
    """Whether the actual value, rounded as the stated one was printed, is the stated one."""
    return abs(stated - actual) <= step / 2


def within(stated: Decimal, actual: Decimal, share: Decimal) -> bool:
    """Whether two numbers differ by at most a share of the larger."""
    return abs(stated - actual) <= max(abs(actual), abs(stated)) * share


def holds(stated: Decimal, step: Decimal, hedge: Hedge, actual: Decimal) -> bool:
    """Whether a stated number, hedged or not, is true of the actual value."""
    if hedge == "about":
        round_ten = step == 1 and 0 < stated < 100 and stated % 10 == 0
        return within(stated, actual, NEAR) or rounds_to(stated, Decimal(2) if round_ten else step, actual)
    if hedge in ("under", "over"):
        # Of small whole numbers five in a hundred is too little: 1.88 is "nearly two".
        near = RATIO_HEDGED if step == 1 and stated < 10 else NEAR
        beyond = actual < stated if hedge == "under" else actual > stated
        # "Just under 4%" is said of 3.6%, which rounds to it.
        return beyond and (within(stated, actual, near) or rounds_to(stated, step, actual))
    if hedge in _INEQUALITIES:
        return satisfies(stated, hedge, actual)
    return rounds_to(stated, step, actual)


def satisfies(stated: Decimal, hedge: Hedge, actual: Decimal) -> bool:
    """Whether the actual value keeps a stated inequality."""
    if hedge == "more":
        return actual > stated
    if hedge == "less":
        return actual < stated
    if hedge == "at_least":
        return actual >= stated
    return actual <= stated


def ratio_holds(stated: Decimal, step: Decimal, hedge: Hedge, actual: Decimal) -> bool:
    """Whether a stated multiple is true: within 5%, hedged within 10%; a printed decimal also by rounding.

    "Less than three times" is said of more than once.
    """
    if hedge in ("less", "at_most") and actual < 1 < stated:
        return False
    if hedge in _INEQUALITIES:
        return satisfies(stated, hedge, actual)
    if hedge == "under":
        return actual < stated and within(stated, actual, RATIO_HEDGED)
    if hedge == "over":
        return actual > stated and within(stated, actual, RATIO_HEDGED)
    allowed = RATIO_HEDGED if hedge else RATIO
    return within(stated, actual, allowed) or (step < 1 and rounds_to(stated, step, actual))


def fraction_holds(stated: Decimal, hedge: Hedge, actual: Decimal) -> bool:
    """Whether a fraction of people is true: within 10%."""
    if hedge in _INEQUALITIES:
        return satisfies(stated, hedge, actual)
    if hedge == "under":
        return actual < stated and within(stated, actual, PEOPLE)
    if hedge == "over":
        return actual > stated and within(stated, actual, PEOPLE)
    return within(stated, actual, PEOPLE)


def similar(first: Decimal, second: Decimal, is_share: bool) -> bool:
    """Whether two values are about the same: within 5%, shares within a point."""
    if is_share:
        return abs(first - second) <= SHARE_POINTS
    larger = max(abs(first), abs(second))
    return abs(first - second) <= larger * NEAR


def slight(first: Decimal, second: Decimal) -> bool:
    """Whether two values differ by at most a tenth of the smaller."""
    smaller = min(abs(first), abs(second))
    return abs(first - second) <= smaller * SLIGHT
