"""The dataset that the case files change, written out for each of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    """The cases of a file as parameters, each called by its title."""
    entries = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["title"]) for entry in entries]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test with an argument `fault_case` or `doubt_case` runs once for each case of that file."""
    for kind in ("fault", "doubt"):
        if f"{kind}_case" in metafunc.fixturenames:
            metafunc.parametrize(f"{kind}_case", cases(f"{kind}s.yml"))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Mapping[str, Any]], Path]:
    """Writes the dataset of the cases with the changes of one of them; returns its folder."""

    def write(case: Mapping[str, Any]) -> Path:
        folder = tmp_path / "bridges"
        shutil.copytree(CASES / "bridges", folder)
        for name, content in case.get("files", {}).items():
            if content is None:
                (folder / name).unlink()
            else:
                data = content if isinstance(content, bytes) else content.encode("utf-8")
                (folder / name).write_bytes(data)
        for name, texts in case.get("replace", {}).items():
            found = (folder / name).read_text(encoding="utf-8")
            for old, new in zip(texts[::2], texts[1::2], strict=True):
                assert old in found, f"{name} does not hold {old!r}"
                found = found.replace(old, new, 1)
            (folder / name).write_text(found, encoding="utf-8", newline="")
        return folder

    return write
