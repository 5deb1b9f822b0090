"""The engine knows measures: what a dataset's measures, items and rows are called stands in no module."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORDS = frozenset(
    "career careers college colleges diploma earn earned earner earners earning earnings earns employ employed employee"
    " employees employer employers employing employment employs graduate graduates hire hired hires income incomes job"
    " jobs moon moons nurse nurses occupation occupations orbit orbits outlook paid paycheck paychecks pay paying pays"
    " planet planets practitioner practitioners profession professional professionals professions salaries salary"
    " satisfaction skill skills sun tuition universities university vacancies vacancy wage wages worker workers"
    " workforce".split()
)
"""Words of what the shipped datasets, and others like them, are about."""
WRITER = frozenset({"nlg/surface/grammar_lint/prose.py"})
"""Where general verbs of English are listed by their form, whatever they mean."""


def of_descriptors() -> frozenset[str]:
    """What the shipped descriptors call their rows."""
    packages = [
        json.loads(path.read_text(encoding="utf-8")) for path in ROOT.glob("datasets/*/datapackage.json")
    ]
    return frozenset(package["nlg"]["entity"] for package in packages)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module that are no documentation, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    statements = (node.value for node in ast.walk(tree) if isinstance(node, ast.Expr))
    documentation = {id(value) for value in statements if isinstance(value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


@pytest.mark.parametrize("room", ["document", "sentence", "surface", "publishers", "validator"])
def test_no_module_holds_a_word_of_a_domain(room: str):
    """A domain's vocabulary is in its descriptor, in the grammar and in the reader's word lists, which are data."""
    words = WORDS | of_descriptors()

    found = [
        f"{path.relative_to(ROOT)}:{line}: {word}"
        for path in sorted((ROOT / "nlg" / room).rglob("*.py"))
        if path.relative_to(ROOT).as_posix() not in WRITER
        for line, text in literals(path)
        for word in re.findall(r"[a-z]+", text.lower())
        if word in words
    ]

    assert found == []
