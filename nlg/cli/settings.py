"""Settings that need no repeating on the command line: `nlg.toml`, `[tool.nlg]` and `NLG_*` variables.

The nearest file upward wins, and in one folder `nlg.toml` goes before `pyproject.toml`. A key is the
long name of an option. At the top level it holds for every verb that has the option; in a table named
after a verb (`[tool.nlg.render]`) for that verb alone.

Example: NLG_SEED=7 nlg render
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import click

from nlg.errors import InputError, Problem

SHARED_KEYS = ("data", "grammar", "out", "house-style", "seed", "jobs", "format")
"""The keys of the top level. `format` is there that of the articles: other verbs print reports."""

PATH_KEYS = ("data", "grammar", "out")
"""Keys whose value is a path, relative to the folder of the file that gives it."""

ARTICLE_VERB = "render"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one file says."""

    file: Path
    text: str
    """The file as read, to find the line of a key in."""
    table: Mapping[str, object]

    def verb_tables(self, verbs: Iterable[str]) -> tuple[str, ...]:
        """The verbs that have a table of their own."""
        return tuple(verb for verb in verbs if isinstance(self.table.get(verb), dict))

    def problem(self, key: str, text: str) -> Problem:
        """A fault at a key of this file."""
        pattern = re.compile(rf"^[ \t]*(?:\[[^\]]*\b)?[\"']?{re.escape(key)}\b", re.MULTILINE)
        match = pattern.search(self.text)
        line = self.text.count("\n", 0, match.start()) + 1 if match else 0
        return Problem(str(self.file), line, 0, text)


def find(folder: Path) -> Settings | None:
    """The settings file nearest to a folder, or None when no folder above has one.

    Raises:
        InputError: the nearest file is not TOML.
    """
    for place in (folder, *folder.parents):
        for file, prefix in ((place / "nlg.toml", ()), (place / "pyproject.toml", ("tool", "nlg"))):
            found = _read(file, prefix)
            if found:
                return found
    return None


def defaults(
    verb: str,
    commands: Mapping[str, click.Command],
    found: Settings | None,
    environment: Mapping[str, str],
) -> dict[str, object]:
    """The values that the verb's options take when the call does not give them, by parameter name.

    `commands` holds the verb and every other verb that the file has a table for: the whole file is
    checked, whichever verb is called.

    Raises:
        InputError: a key that no option has, or a value that its option does not take.
    """
    values: dict[str, object] = {}
    if found:
        problems = [*_unknown_keys(found, commands), *_fill(verb, commands[verb], found, values)]
        if problems:
            raise InputError("the settings cannot be used", tuple(sorted(problems)))
    for key, (option, negated) in _options(commands[verb]).items():
        for variable in (f"NLG_{key}", f"NLG_{verb}_{key}"):
            raw = environment.get(variable.upper().replace("-", "_"))
            if raw:
                try:
                    values[option.name or key] = _value(option, negated, _split(option, raw))
                except click.BadParameter as error:
                    raise InputError(f"{variable.upper().replace('-', '_')}: {error.message}") from error
    return values


def _read(file: Path, prefix: tuple[str, ...]) -> Settings | None:
    if not file.is_file():
        return None
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            "", (Problem(str(file), 0, 0, f"not UTF-8 at byte {error.start}; save it as UTF-8"),)
        ) from error
    if any(part not in text for part in prefix):
        return None
    try:
        table: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        reason = str(error).split(" (at ")[0]
        raise InputError("", (Problem(str(file), line, column, f"not TOML: {reason}"),)) from error
    for part in prefix:
        table = table.get(part) if isinstance(table, dict) else None
    return Settings(file, text, table) if isinstance(table, dict) else None


def _unknown_keys(found: Settings, commands: Mapping[str, click.Command]) -> Iterable[Problem]:
    top = {_spelling(key): value for key, value in found.table.items()}
    known = (*SHARED_KEYS, *commands)
    for key, value in top.items():
        if isinstance(value, dict) and key in commands:
            for inner in value:
                if _spelling(inner) not in _options(commands[key]):
                    yield found.problem(inner, _no_such_key(inner, tuple(_options(commands[key])), f"{key}."))
        elif key not in SHARED_KEYS:
            yield found.problem(key, _no_such_key(key, known, ""))


def _no_such_key(key: str, known: tuple[str, ...], where: str) -> str:
    near = get_close_matches(_spelling(key), known, n=1, cutoff=0.5)
    hint = f'did you mean "{near[0]}"?' if near else f"the keys are {', '.join(sorted(known))}"
    return f'"{where}{key}" is not a setting; {hint}'


def _fill(verb: str, command: click.Command, found: Settings, values: dict[str, object]) -> Iterable[Problem]:
    """Fills `values` from the file, the verb's own table last, and yields the values that do not fit."""
    options = _options(command)
    own = found.table.get(verb)
    shared = {key: value for key, value in found.table.items() if not isinstance(value, dict)}
    if verb != ARTICLE_VERB:
        shared.pop("format", None)
    for table in (shared, own if isinstance(own, dict) else {}):
        for raw_key, raw in table.items():
            key = _spelling(raw_key)
            if key not in options:
                continue
            option, negated = options[key]
            try:
                values[option.name or key] = _value(option, negated, _placed(key, raw, found.file.parent))
            except click.BadParameter as error:
                yield found.problem(raw_key, f"{raw_key}: {error.message}")


def _options(command: click.Command) -> dict[str, tuple[click.Option, bool]]:
    """The command's options by long name, each with whether that name negates it ("no-validate")."""
    options = [param for param in command.params if isinstance(param, click.Option)]
    return {
        name.removeprefix("--"): (option, names is option.secondary_opts)
        for option in options
        for names in (option.opts, option.secondary_opts)
        for name in names
        if name.startswith("--")
    }


def _spelling(key: str) -> str:
    return key.replace("_", "-")


def _placed(key: str, value: object, folder: Path) -> object:
    """The value, a path relative to the file's folder being made whole.

    A dataset or grammar that is not there keeps its spelling: it may be one that travels with nlg.
    """
    if key not in PATH_KEYS or not isinstance(value, str) or "://" in value or folder == Path.cwd():
        return value
    path = folder / value
    return str(path) if key == "out" or path.exists() else value


def _split(option: click.Option, text: str) -> object:
    return [part for part in re.split(r"[,\s]+", text) if part] if option.multiple else text


def _value(option: click.Option, negated: bool, value: object) -> object:
    """The value as the option takes it. Raises click.BadParameter when it does not."""
    if option.multiple:
        parts = value if isinstance(value, list) else [value]
        return [_scalar(option, part) for part in parts]
    scalar = _scalar(option, value)
    return not scalar if negated else scalar


def _scalar(option: click.Option, value: object) -> object:
    if isinstance(value, bool) and not option.is_flag:
        raise click.BadParameter("true and false are for options that take no value")
    if not isinstance(value, str | int | float):
        raise click.BadParameter(f"{value!r} is not a single value")
    return option.type.convert(str(value), option, None)
