"""The shipped articles, read by a grammar checker that we did not write."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from nlg.api import make_writer
from nlg.surface.article import Answer, Article, Paragraph, Summary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def checker() -> ModuleType:
    """The benchmark's module that asks the checker and knows its false alarms."""
    spec = importlib.util.spec_from_file_location(
        "grammar_findings", ROOT / "benchmarks" / "grammar_findings.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def running_text(article: Article) -> str:
    """What the engine worded in an article, a paragraph a line."""
    found: list[str] = []
    for section in article.sections:
        for block in section.blocks:
            if isinstance(block, Summary):
                found.append(block.sentence.text)
            elif isinstance(block, Paragraph | Answer):
                found.append(" ".join(sentence.text for sentence in block.sentences))
    return "\n\n".join(found)


def test_a_grammar_checker_finds_no_mistake(checker: ModuleType) -> None:
    """Whatever Harper finds in every third shipped article is a false alarm that is named."""
    writer = make_writer()
    own = checker.Vocabulary(writer)
    texts = [running_text(writer.article(*pair)) for pair in writer.dataset.pairs[::3]]
    mistakes = [
        (finding.rule, finding.words, finding.sentence)
        for text in texts
        for finding in checker.findings(text)
        if not checker.is_false_alarm(finding, own)
    ]

    assert len(texts) > 20
    assert mistakes == []


@pytest.mark.parametrize(
    "text",
    [
        "Electricians earn more than than plumbers.",
        "Electricians earn an higher salary.",
        "Electricans earn more.",
    ],
)
def test_the_grammar_checker_sees_a_mistake(text: str, checker: ModuleType) -> None:
    """The checker is awake: a mistake of the language is found, and is no false alarm."""
    own = checker.Vocabulary(make_writer())

    assert [finding for finding in checker.findings(text) if not checker.is_false_alarm(finding, own)]
