"""The shipped articles, read by a grammar checker that we did not write."""

from __future__ import annotations

import tomllib
from pathlib import Path

from harper import Dialect, Linter

from nlg.api import make_writer
from nlg.surface.article import Answer, Article, Paragraph, Summary

ROOT = Path(__file__).resolve().parents[2]
FALSE_ALARMS = tomllib.loads((ROOT / "benchmarks" / "false_alarms.toml").read_text("utf-8"))


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


def test_a_grammar_checker_finds_no_mistake() -> None:
    """Whatever Harper finds in every third shipped article is a false alarm that is named."""
    linter = Linter(dialect=Dialect.AMERICAN)
    writer = make_writer()
    texts = [running_text(writer.article(*pair)) for pair in writer.dataset.pairs[::3]]
    found = {
        (rule, text[lint.span.start : lint.span.end])
        for text in texts
        for rule, lints in linter.organized_lints(text).items()
        for lint in lints
    }

    assert len(texts) > 20
    assert {rule: words for rule, words in found if rule not in FALSE_ALARMS} == {}


def test_the_grammar_checker_sees_a_mistake() -> None:
    """The checker is awake: a repeated word is found, and is no false alarm."""
    rules = Linter(dialect=Dialect.AMERICAN).organized_lints("Electricians earn more than than plumbers.")

    assert set(rules) - set(FALSE_ALARMS)
