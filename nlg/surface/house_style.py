"""House style: the choices of spelling and punctuation that a publisher makes once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

from nlg.errors import GrammarError, Problem

FOLDER = "house_styles"
DEFAULT = "chicago"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One publisher's choices, as a file under `house_styles/` states them."""

    name: str
    oxford_comma: bool
    """Whether "and" takes a comma after a list of three or more."""
    percent: Literal["sign", "word"]
    """"8%" or "8 percent" in running text; tables always take the sign."""
    words_below: int
    """Whole counts below it are spelled out: 10 gives "nine" and "10"."""
    range: Literal["dash", "to"]
    """"1–2 years" or "1 to 2 years" in running text."""
    millions: Literal["words", "figures"]
    """"$1.2 million" or "$1,200,000", for sums that lose nothing by it."""
    thousands: str
    """What stands between groups of three digits."""
    apostrophe: str


def load_house_style(grammar_folder: Path | str, name: str = DEFAULT) -> HouseStyle:
    """The house style of that name in a grammar's folder, read once a process.

    Raises:
        GrammarError: there is no such file, or a setting is missing, unknown or of another type.
    """
    return _load(Path(grammar_folder) / FOLDER / f"{name}.toml")


@cache
def _load(file: Path) -> HouseStyle:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        known = ", ".join(sorted(other.stem for other in file.parent.glob("*.toml"))) or "none"
        raise _fault(file, f"cannot be read ({error.strerror}); the house styles are: {known}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault(file, f"not a TOML file in UTF-8: {error}") from error
    expected = [field.name for field in fields(HouseStyle)]
    for key in table:
        if key not in expected:
            raise _fault(file, f'"{key}" is not a setting; the settings are {", ".join(expected)}')
    for key in expected:
        if key not in table:
            raise _fault(file, f'"{key}" is missing')
        allowed = _ALLOWED[key]
        if table[key] not in allowed if isinstance(allowed, tuple) else type(table[key]) is not allowed:
            raise _fault(file, f"{key}: {table[key]!r} is not {_expected(allowed)}")
    return HouseStyle(**table)


_ALLOWED: dict[str, type | tuple[str, ...]] = {
    "name": str,
    "oxford_comma": bool,
    "percent": ("sign", "word"),
    "words_below": int,
    "range": ("dash", "to"),
    "millions": ("words", "figures"),
    "thousands": str,
    "apostrophe": ("'", "’"),
}


def _expected(allowed: type | tuple[str, ...]) -> str:
    if isinstance(allowed, tuple):
        return " or ".join(f'"{choice}"' for choice in allowed)
    return {str: "a text", bool: "true or false", int: "a whole number"}[allowed]


def _fault(file: Path, text: str) -> GrammarError:
    return GrammarError(text, (Problem(str(file), 0, 0, text),))
