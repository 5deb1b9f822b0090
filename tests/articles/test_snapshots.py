"""Whole articles, read aloud once and kept: a change of wording shows as a change of prose.

After a deliberate change: `python tests/articles/coverage.py --choose`, then
`pytest tests/articles --snapshot-update`, then read the difference.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from nlg.document.messages import KINDS
from nlg.publishers.markdown import markdown
from nlg.sentence.roles import kind_name


def _coverage() -> ModuleType:
    """The report beside this file, which is a script and no package."""
    path = Path(__file__).parent / "coverage.py"
    spec = importlib.util.spec_from_file_location("article_coverage", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


coverage = _coverage()


class Markdown(SingleFileSnapshotExtension):
    """One `.md` file an article, called by its pair."""

    _write_mode = WriteMode.TEXT
    file_extension = "md"

    @classmethod
    def get_snapshot_name(cls, *, test_location: Any, index: Any = 0) -> str:
        return str(index)


@pytest.fixture
def article_snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Markdown)


@pytest.mark.parametrize("chosen", coverage.chosen(), ids=lambda chosen: chosen.name)
def test_an_article_reads_as_it_did(chosen: Any, article_snapshot: SnapshotAssertion) -> None:
    """The same data, grammar and seed give the same page."""
    author = coverage.writer_of(chosen.dataset, chosen.seed)
    page = markdown(author.article(chosen.first, chosen.second))

    assert page.text == article_snapshot(name=chosen.name)


def test_every_kind_of_message_appears() -> None:
    """No kind is without an example to read."""
    shown = {
        wording.partition("/")[0] for chosen in coverage.chosen() for wording in coverage.wordings(chosen)
    }

    assert shown == {kind_name(kind.__name__) for kind in KINDS}


def test_every_wording_appears() -> None:
    """A wording that no snapshot shows has never been read in an article."""
    assert coverage.unreached() == ()
