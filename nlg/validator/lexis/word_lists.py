"""The word lists beside the modules: what is vocabulary and no rule stands in them, readable without Python."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def word_list(name: str) -> Mapping[str, Any]:
    """The list of that name, as its file has it."""
    path = Path(__file__).parent / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
