"""The benchmark that scores the reader on texts that people wrote, as a module for tests."""

from __future__ import annotations

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
CASES = HERE / "blind_cases"
ARTICLES = HERE / "articles" / "open"


@cache
def gold() -> ModuleType:
    """`benchmarks/gold.py`, which is a script and no package."""
    spec = importlib.util.spec_from_file_location("gold", HERE.parents[1] / "benchmarks" / "gold.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
