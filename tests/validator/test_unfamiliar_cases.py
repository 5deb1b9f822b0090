"""Sentences about invented cities, cars, phones and colleges: no rule was made for them, and few words declared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.validator.scores import HERE, gold

CASES = HERE / "unfamiliar_cases"
WITHOUT_A_FAULT = ("cars.yaml", "cities.yaml")
"""Files of which every text is judged as its author judged it."""
RECALL = 0.98
PRECISION = 0.98
UNPARSED = 0.03
WITHOUT_NOUNS = 0.96
"""Over all files; reached once, and not to be lost again."""


@pytest.mark.parametrize("name", WITHOUT_A_FAULT)
def test_every_text_of_a_file_is_judged_as_its_author_judged_it(name: str):
    faults = [fault for score in gold().score_cases(CASES / name) for fault in gold().counted(score).faults]

    assert [str(fault) for fault in faults] == []


def test_domains_of_which_the_descriptor_says_little_are_read():
    score = gold().total(score for file in sorted(CASES.glob("*.yaml")) for score in gold().score_cases(file))

    assert score.texts > 260
    assert score.recall >= RECALL
    assert score.precision >= PRECISION
    assert score.unparsed_share <= UNPARSED


def test_columns_without_a_noun_are_read_by_their_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A descriptor that gives units alone: "home_price" is a home price all the same."""
    shutil.copytree(HERE / "datasets", tmp_path, dirs_exist_ok=True)
    for file in tmp_path.glob("*/datapackage.json"):
        package = json.loads(file.read_text(encoding="utf-8"))
        package["nlg"] = {"titles": "name"}
        for resource in package["resources"]:
            resource["nlg"].pop("noun", None)
            for field in resource["schema"]["fields"]:
                for key in ("noun", "more", "less"):
                    field.get("nlg", {}).pop(key, None)
        file.write_text(json.dumps(package), encoding="utf-8")
    gold().reader_of.cache_clear()
    monkeypatch.setattr(gold(), "INVENTED", tmp_path)

    score = gold().total(score for file in sorted(CASES.glob("*.yaml")) for score in gold().score_cases(file))
    gold().reader_of.cache_clear()

    assert score.recall >= WITHOUT_NOUNS
    assert score.precision >= WITHOUT_NOUNS
