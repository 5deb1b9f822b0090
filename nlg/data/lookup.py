"""Where datasets and grammars are found: named, beside the caller, in the repository, in the wheel."""

from __future__ import annotations

from pathlib import Path

from nlg.data.descriptor import FILE_NAME
from nlg.errors import InputError

DEFAULT_DATASET = "datasets/occupations"
DEFAULT_GRAMMAR = "grammars/en-US"
_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped() -> tuple[Path, ...]:
    """The folders that the project's own datasets and grammars may lie in, best first."""
    return _PACKAGE.parent, _PACKAGE / "_shipped"


def _find(given: str | Path | None, default: str, noun: str) -> Path:
    name = Path(default if given is None else given)
    for place in (Path(), *_shipped()):
        if (place / name).is_dir():
            return place / name
    where = "here or among those installed" if given is None else "there; name a folder that exists"
    raise InputError(f"{name}: no {noun} folder {where}")


def find_dataset(name: str | Path | None = None) -> Path:
    """The folder of the dataset: the one named, or the default.

    A relative path is looked for in the current folder, in the repository around the package, and in
    the installed package, so that "datasets/planets" means the shipped one wherever the caller is.
    The path of a descriptor means its folder.

    Raises:
        InputError: there is no such folder.
    """
    if name is not None and Path(name).name == FILE_NAME and Path(name).is_file():
        return Path(name).parent
    return _find(name, DEFAULT_DATASET, "dataset")


def find_grammar(name: str | Path | None = None) -> Path:
    """The folder of the grammar: the one named, or the default, looked for as a dataset is.

    Raises:
        InputError: there is no such folder.
    """
    return _find(name, DEFAULT_GRAMMAR, "grammar")


def find_conventions() -> Path | None:
    """The file that says what resources of well-known names hold, or None when it is not installed."""
    for place in _shipped():
        path = place / "datasets" / "conventions.toml"
        if path.is_file():
            return path
    return None
