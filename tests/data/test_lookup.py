"""Datasets and grammars are found from any folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlg.data import find_dataset, find_grammar, load
from nlg.errors import InputError


def test_the_default_comes_from_the_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an empty folder, the shipped dataset and grammar are the ones meant."""
    monkeypatch.chdir(tmp_path)

    assert load(find_dataset()).name == "occupations"
    assert find_grammar().name == "en-US"


def test_the_current_folder_goes_before_the_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dataset of one's own under the default name is the default."""
    (tmp_path / "datasets" / "occupations").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert find_dataset().resolve() == tmp_path / "datasets" / "occupations"


def test_a_shipped_dataset_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of the README work wherever they are typed."""
    monkeypatch.chdir(tmp_path)

    assert load(find_dataset("datasets/planets")).entity_noun == "planet"


def test_a_folder_that_is_not_there() -> None:
    """The message names the folder."""
    with pytest.raises(InputError, match="no/such/place: no dataset folder there; name a folder that exists"):
        find_dataset("no/such/place")


def test_a_descriptor_means_its_folder(checkout: Path) -> None:
    """Tools for data packages take the path of the descriptor; so do we."""
    folder = checkout / "datasets" / "planets"

    assert find_dataset(folder / "datapackage.json") == folder
