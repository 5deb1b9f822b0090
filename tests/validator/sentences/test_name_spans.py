"""Where a name with commas ends, and whom a sentence that begins with such a name is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from nlg.pipeline import Writer
from nlg.validator.context import compile_reader
from nlg.validator.validation import validate_text

ROWS = {
    "roustabouts": {"title": "Roustabouts, Oil and Gas", "yearly_salary": 47510, "number_of_jobs": 46730},
    "derricks": {"title": "Derrick Operators, Oil and Gas", "yearly_salary": 62740, "number_of_jobs": 9960},
    "mechanics": {
        "title": "Heating, Air Conditioning, and Refrigeration Mechanics and Installers",
        "yearly_salary": 59810,
        "number_of_jobs": 396870,
    },
}


@pytest.mark.parametrize(
    "pair, text, verdict",
    [
        (
            "derricks roustabouts",
            "Unlike roustabouts, oil and gas derrick operators earn $62,740.",
            "supported",
        ),
        (
            "derricks roustabouts",
            "Unlike roustabouts, oil and gas derrick operators earn $47,510.",
            "refuted",
        ),
        ("derricks roustabouts", "Roustabouts, oil and gas, earn $47,510.", "supported"),
        (
            "mechanics roustabouts",
            "Heating, air conditioning, and refrigeration mechanics and installers work in the bigger field.",
            "supported",
        ),
        (
            "mechanics roustabouts",
            "Heating, air conditioning, and refrigeration mechanics and installers work in the smaller field.",
            "refuted",
        ),
    ],
)
def test_the_name_nearest_to_what_is_said_is_whom_it_is_about(
    author_of: Callable[..., Writer], pair: str, text: str, verdict: str
) -> None:
    first, second = pair.split()
    reader = compile_reader(author_of(ROWS).dataset)

    claims = validate_text(reader, "text.md", text + "\n", (first, second)).claims

    assert [claim.verdict for claim in claims] == [verdict]
