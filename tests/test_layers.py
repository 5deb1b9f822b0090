"""What the import-linter contracts of pyproject.toml cannot see: what really gets loaded."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import nlg

WRITER = ("nlg.document", "nlg.sentence", "nlg.surface", "nlg.publishers", "nlg.pipeline", "jinja2")


def modules_with(module: str) -> list[str]:
    """Every module that is loaded once this one is imported."""
    script = f"import {module}, json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-P", "-c", script], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_validator_loads_nothing_of_the_writer():
    loaded = modules_with("nlg.validator")

    assert [name for name in loaded if name.startswith(WRITER)] == []


def test_the_package_itself_loads_no_room():
    """`import nlg` is quick: what it offers is fetched when it is asked for."""
    assert [name for name in modules_with("nlg") if name.startswith("nlg.")] == []


def test_the_validator_opens_no_grammar():
    """The reader may not learn its words from the writer's files either."""
    texts = [node.value for tree in trees("validator") for node in ast.walk(tree) if is_text(node)]

    assert [text for text in texts if "grammars" in text] == []


@pytest.mark.parametrize("name", ["utils", "common", "misc", "helpers", "manager", "handler", "processor"])
def test_no_module_is_named_after_nothing(name):
    assert list(Path(nlg.__file__).parent.rglob(f"{name}.py")) == []


def trees(room: str) -> list[ast.Module]:
    """The syntax trees of a room's modules."""
    files = sorted((Path(nlg.__file__).parent / room).rglob("*.py"))
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files]


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
