"""Titles of lists of names in the order of speech."""

from __future__ import annotations

import pytest

from nlg.validator.vocabulary.titles import spoken_forms


@pytest.mark.parametrize(
    "title, said",
    [
        ("Bus Drivers, School", "school bus drivers"),
        ("Managers, All Other", "other managers"),
        ("Rolling Machine Setters, Operators, and Tenders, Metal and Plastic",
         "metal and plastic rolling machine setters , operators , and tenders"),
        ("Architects, Except Landscape and Naval", "architects ( except landscape and naval )"),
        ("Teachers, Preschool, Except Special Education", "preschool teachers ( except special education )"),
        ("Managers, All Other", "managers of another kind"),
        ("Helpers--Carpenters", "helpers to carpenters"),
        ("Installation, Maintenance, and Repair Workers, All Other",
         "other installation , maintenance , and repair workers"),
        ("Supervisors, Other, of Movers", "supervisors of movers ( other )"),
    ],
)  # fmt: skip
def test_an_inverted_title_is_known_as_it_is_said(title: str, said: str) -> None:
    forms = {" ".join((*form.head, *form.tail)) for form in spoken_forms(title)}

    assert said in forms


@pytest.mark.parametrize(
    "title", ["Electricians", "Operators and Tenders", "Pilots, Copilots, and Engineers"]
)
def test_a_plain_title_stands_as_printed(title: str) -> None:
    forms = list(spoken_forms(title))

    assert not any(form.is_inverted for form in forms)


def test_a_name_without_its_limit_is_marked_as_shared() -> None:
    clipped = [form.head for form in spoken_forms("Architects, Except Naval") if form.is_clipped]

    assert clipped == [("architects",)]
