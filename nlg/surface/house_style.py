"""House style: the choices of spelling and punctuation that a publisher makes once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

from nlg.errors import GrammarError, Problem
from nlg.surface.places import key_places
from nlg.surface.register import REFERENCE, register_names

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
    register: str = "reference"
    """Whom the article speaks to: the grammar's own register, or one of those under `registers/`."""
    contractions: bool = False
    """Whether sentences contract what the register's words say may be: "does not" to "doesn't"."""


def house_styles(grammar_folder: Path | str) -> tuple[str, ...]:
    """The names of a grammar's house styles, in alphabetical order."""
    return tuple(sorted(file.stem for file in (Path(grammar_folder) / FOLDER).glob("*.toml")))


def load_house_style(grammar_folder: Path | str, name: str = DEFAULT) -> HouseStyle:
    """The house style of that name in a grammar's folder, read once a process.

    Raises:
        GrammarError: there is no such file, the name is a path, or a setting is missing, unknown or of
            another type.
    """
    folder = Path(grammar_folder) / FOLDER
    if not re.fullmatch(r"[\w-]+", name):
        known = ", ".join(house_styles(grammar_folder)) or "none"
        raise _fault(folder, f'"{name}" is not the name of a house style; the house styles are: {known}')
    return _load(folder / f"{name}.toml")


@cache
def _load(file: Path) -> HouseStyle:
    try:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        known = ", ".join(house_styles(file.parent.parent)) or "none"
        raise _fault(file, f"cannot be read ({error.strerror}); the house styles are: {known}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault(file, f"not a TOML file in UTF-8: {error}") from error
    places = key_places(text)
    expected = {field.name: field.default is MISSING for field in fields(HouseStyle)}
    for key in table:
        if key not in expected:
            known = ", ".join(expected)
            raise _fault(file, f'"{key}" is not a setting; the settings are {known}', places.get(key))
    for key, is_required in expected.items():
        if key not in table:
            if not is_required:
                continue
            raise _fault(file, f'"{key}" is missing')
        allowed = _ALLOWED[key]
        if table[key] not in allowed if isinstance(allowed, tuple) else type(table[key]) is not allowed:
            wanted = f"{key}: {table[key]!r} is not {_expected(allowed)}"
            raise _fault(file, wanted, places.get(key))
    registers = register_names(file.parent.parent)
    if table.get("register", REFERENCE) not in registers:
        told = f'register: there is no "{table["register"]}"; the registers are {", ".join(registers)}'
        raise _fault(file, told, places.get("register"))
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
    "register": str,
    "contractions": bool,
}


def _expected(allowed: type | tuple[str, ...]) -> str:
    if isinstance(allowed, tuple):
        return " or ".join(f'"{choice}"' for choice in allowed)
    return {str: "a text", bool: "true or false", int: "a whole number"}[allowed]


def _fault(file: Path, text: str, place: tuple[int, int] | None = None) -> GrammarError:
    return GrammarError(text, (Problem(str(file), *(place or (0, 0)), text),))
