"""What every room's tests share: the checkout, and properties that are tried the same way every time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

import nlg

settings.register_profile("nlg", derandomize=True, max_examples=60, deadline=None, database=None)
settings.load_profile("nlg")


def pytest_report_header() -> str:
    return f"nlg {nlg.__version__} from {Path(nlg.__file__).parent}"


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The repository's folder."""
    return Path(__file__).parents[1]
