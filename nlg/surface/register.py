"""Registers: overlays of a grammar that say the same facts to other readers.

The reference register is the grammar itself. Any other is a folder under `registers/` that holds data
only: `register.toml` says how much an article may hold and in what shape, and wordings and words beside
it stand in place of the grammar's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from nlg.document.budget import REFERENCE as REFERENCE_BUDGET
from nlg.document.budget import Budget, Lead, Wordiness
from nlg.errors import GrammarError, Problem
from nlg.surface.places import Places, key_places

FOLDER = "registers"
FILE = "register.toml"
REFERENCE = "reference"
"""The register that needs no folder."""
Wordings = Literal["instead", "beside"]


@dataclass(frozen=True, slots=True)
class Register:
    """One register of a grammar."""

    name: str
    folder: Path | None
    """Where its overlay lies; None for the reference register."""
    budget: Budget
    wordings: Wordings
    """Whether its wordings stand in place of the reference ones of the same kind, frame and style, which
    then serve only where none of its own fits, or beside them."""


def load_register(grammar_folder: Path | str, name: str = REFERENCE) -> Register:
    """The register of that name in a grammar's folder, read once a process.

    Raises:
        GrammarError: there is no such folder, or a setting is unknown or of another type.
    """
    if name == REFERENCE:
        return Register(REFERENCE, None, REFERENCE_BUDGET, "instead")
    return _load(Path(grammar_folder) / FOLDER / name)


def register_names(grammar_folder: Path | str) -> tuple[str, ...]:
    """The registers of a grammar in alphabetical order, the reference one first."""
    found = (Path(grammar_folder) / FOLDER).glob(f"*/{FILE}")
    return REFERENCE, *sorted(file.parent.name for file in found)


@cache
def _load(folder: Path) -> Register:
    file = folder / FILE
    try:
        text = file.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except OSError as error:
        known = ", ".join(register_names(folder.parent.parent))
        raise _fault([Problem(str(file), 0, 0, _unread(error, known))]) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _fault([Problem(str(file), 0, 0, f"not a TOML file in UTF-8: {error}")]) from error
    problems = list(_problems(file, table, key_places(text)))
    if problems:
        raise _fault(problems)
    wordings: Wordings = table.pop("wordings", "instead")
    if "omitted" in table:
        table["omitted"] = frozenset(table["omitted"])
    return Register(folder.name, folder, Budget(**table), wordings)


def _unread(error: OSError, known: str) -> str:
    return f"cannot be read ({error.strerror}); the registers are: {known}"


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "wordings": get_args(Wordings),
    "lead": get_args(Lead),
    "wordiness": get_args(Wordiness),
}
SETTINGS = ("wordings", *(field.name for field in fields(Budget)))


def _problems(file: Path, table: Mapping[str, Any], places: Places) -> list[Problem]:
    found = []
    for key, value in table.items():
        expected = _expected(key, value)
        if expected:
            found.append(Problem(str(file), *places.get(key, (0, 0)), expected))
    return found


def _expected(key: str, value: Any) -> str:
    """What is wrong with a setting; empty when nothing is."""
    if key not in SETTINGS:
        near = get_close_matches(key, SETTINGS, n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"the settings are {', '.join(SETTINGS)}"
        return f'"{key}" is not a setting; {hint}'
    usual = getattr(REFERENCE_BUDGET, key, "")
    if key in _CHOICES:
        fits, wanted = value in _CHOICES[key], " or ".join(f'"{choice}"' for choice in _CHOICES[key])
    elif isinstance(usual, bool):
        fits, wanted = isinstance(value, bool), "true or false"
    elif isinstance(usual, int):
        fits = isinstance(value, int) and not isinstance(value, bool) and value >= 0
        wanted = "a whole number, 0 or more"
    else:
        fits = isinstance(value, list) and all(isinstance(entry, str) for entry in value)
        wanted = "a list of section ids"
    return "" if fits else f"{key}: {value!r} is not {wanted}"


def _fault(problems: list[Problem]) -> GrammarError:
    return GrammarError("the register has faults", tuple(sorted(problems)))
