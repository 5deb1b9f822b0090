"""What English says of a measure follows from its unit and its noun."""

from __future__ import annotations

from nlg.validator.lexis.thesaurus import kind_of_money


def test_money_for_a_stretch_of_time_is_earned():
    assert {"earn", "makes", "paid", "wage"} <= set(kind_of_money(["median takings"], is_timed=True).words)


def test_rent_is_for_a_stretch_of_time_and_nobody_earns_it():
    words = kind_of_money(["rent"], is_timed=True).words

    assert "costs" in words
    assert "earn" not in words


def test_a_sum_that_is_neither_price_nor_income_has_no_verbs():
    assert kind_of_money(["budget"], is_timed=False).words == ()
    assert "sells for" in kind_of_money(["list price"], is_timed=False).words
