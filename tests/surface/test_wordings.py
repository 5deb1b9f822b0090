"""The shipped wordings: enough of them, none that a reader would stumble over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from nlg.api import make_writer
from nlg.pipeline import Writer
from nlg.sentence.pattern import Choice, Pattern, Slot, Subject
from nlg.sentence.plan import FULL, Clause, SentencePlan
from nlg.sentence.reference import Mentions
from nlg.sentence.roles import KINDS
from nlg.sentence.wordings import bound
from nlg.surface.compilation import STYLES
from nlg.surface.grammar import Grammar, load_grammar
from nlg.surface.naming import shortening

ROOT = Path(__file__).resolve().parents[2]
GRAMMAR = ROOT / "grammars" / "en-US"
CLAUSES = sorted((GRAMMAR / "clauses").glob("*.j2"))
FREQUENT = (
    ("difference", "pay"),
    ("ratio", "pay"),
    ("similarity", "pay"),
    ("difference", "jobs"),
    ("ratio", "jobs"),
    ("difference", "age"),
    ("difference", "amount"),
    ("ratio", "amount"),
    ("growth", "employment"),
    ("decline", "employment"),
    ("divergence", "employment"),
    ("pace", "employment"),
    ("attribute_contrast", "entry"),
    ("shared_attribute", "entry"),
    ("shared_mode", "degree"),
    ("mode_contrast", "degree"),
    ("difference", "people"),
    ("tie", "pay"),
)
"""What most articles say; each also stands in the answer at the top and among the points."""
ELABORATED = (
    ("reach", "payrange"),
    ("reach", "percentiles"),
    ("spread", "percentiles"),
    ("overlap", "skill"),
    ("no_overlap", "skill"),
    ("same_items", "skill"),
)
"""What sections and introductions say in whole sentences."""
REASONS = (
    ("difference", "pay"),
    ("ratio", "pay"),
    ("growth", "employment"),
    ("decline", "employment"),
    ("divergence", "employment"),
    ("spread", "path"),
)
"""What may be a reason to choose one of the two."""
STRUCK = re.compile(
    r"\b(?:namely|respectively|the rest is|have the edge|with an eye on)\b"
    r'|verb\("(?:favor|separate)"\)|verb\("speak"\) \}\} for|subj\("being '
)
"""Phrases that an editor struck: a figure that favors somebody, a gap that separates, "being a nurse pays"."""
ADVISED = {"pay", "path", "employment", "change", "jobs", "openings"}
"""Frames of which more, or less, is a reason to choose one of the two."""
NUMERIC = ("x", "y", "gap", "percent", "percent_less", "times", "above", "below")
CLAUSE_START = r"(?:^|; |: |while |whereas |although )"
TEXTUAL = ("attribute", "shared_attribute", "attribute_contrast", "trade_off")
"""Kinds whose x and y are text values."""


@cache
def grammar() -> Grammar:
    return load_grammar(str(GRAMMAR))


def patterns() -> Iterator[Pattern]:
    for found in grammar().patterns.values():
        yield from found


@pytest.mark.parametrize("kind, frame", FREQUENT)
def test_frequent_messages_have_six_wordings_four_brief_and_three_terse(kind: str, frame: str):
    """What is said in most articles can be said in many ways."""
    counts = {style: len(grammar().variants(kind, frame, style)) for style in STYLES}

    assert counts["full"] >= 6
    assert counts["brief"] >= 4
    assert counts["point"] + counts["gist"] >= 3


@pytest.mark.parametrize("kind, frame", ELABORATED)
def test_what_sections_say_has_six_wordings(kind: str, frame: str):
    """A section's first sentence is not the same on every other page."""
    assert len(grammar().variants(kind, frame, "full")) >= 6


@pytest.mark.parametrize("kind, frame", REASONS)
def test_reasons_to_choose_are_given_in_three_ways(kind: str, frame: str):
    """A list of reasons that all begin alike reads like a form."""
    assert len(grammar().variants(kind, frame, "suit")) >= 3


def test_no_wording_uses_a_phrase_that_was_struck():
    """What grated once is not written again, in any register."""
    found = [
        (path.name, number)
        for path in sorted(GRAMMAR.rglob("clauses/*.j2"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if STRUCK.search(line)
    ]

    assert found == []


def test_no_two_wordings_of_a_message_are_the_same():
    """A wording under two names would be drawn twice as often and vary nothing."""
    twins = [
        (one.kind, one.name, other.name)
        for found in grammar().patterns.values()
        for one, other in combinations(found, 2)
        if one.pieces == other.pieces
    ]

    assert twins == []


def test_no_sentence_opens_with_a_figure():
    """A figure at the head of a sentence would have to be written out."""
    opened = []
    for pattern in patterns():
        first = pattern.pieces[0]
        if isinstance(first, Subject):
            first = first.text[0]
        if isinstance(first, Choice):
            first = first.options[0][0]
        if isinstance(first, Slot) and first.role in NUMERIC and first.form != "change":
            if pattern.kind not in TEXTUAL:
                opened.append((pattern.kind, pattern.name))

    assert opened == []


def test_the_answer_at_the_top_has_no_figures():
    """A brief wording says which one and leaves how much to the text."""
    figured = [
        (pattern.kind, pattern.name)
        for pattern in patterns()
        if pattern.style == "brief" and pattern.kind not in TEXTUAL
        if any(slot.role in NUMERIC for slot in pattern.slots)
    ]

    assert figured == []


def test_only_reasons_to_choose_are_given_as_reasons():
    """A share of women speaks for nobody; pay, a path, an outlook and the size of a field may."""
    assert {pattern.frame for pattern in patterns() if pattern.style == "suit"} <= ADVISED


@pytest.mark.parametrize("path", CLAUSES, ids=lambda path: path.stem)
def test_each_group_of_wordings_shows_an_example(path: Path):
    """A file opens with its message, an example and its roles; each frame's wordings with an example."""
    text = path.read_text("utf-8")
    blocks = [block for block in re.split(r"\n(?=\{#-)", text) if "{% macro" in block]

    assert re.match(r"\{#- \w+: .+\n    Roles: .+ -#\}", text)
    assert {frame for block in blocks for frame in re.findall(r"macro (\w+?)_", block)} == {
        found for block in blocks for found in re.findall(r"macro (\w+?)_", block)[:1]
    }


@cache
def writer_of(dataset: str) -> Writer:
    return make_writer(ROOT / "datasets" / dataset, GRAMMAR)


@cache
def spoken(dataset: str) -> tuple[tuple[str, str], ...]:
    """Each wording that the dataset has a message for, said once: its name and the sentence."""
    writer = writer_of(dataset)
    said: dict[str, str] = {}
    for first, second in writer.dataset.pairs:
        names = {slug: writer.named(slug) for slug in (first, second)}
        speaker = writer.speaker(names)
        for candidate in writer.document(first, second).candidates:
            message = candidate.message
            kind = KINDS[type(message)]
            frame = writer.vocabulary.frame(message.measures[0])
            for style in STYLES:
                for pattern in writer.vocabulary.patterns.get((kind, frame, style), ()):
                    name = f"{kind}/{pattern.name}"
                    wording = bound(pattern, message, writer.vocabulary, 0)
                    if wording is None or not wording.fits(message) or name in said:
                        continue
                    clause = Clause(wording, message, FULL, len(said))
                    mentions = Mentions(shortening(names[first], names[second]))
                    plan = SentencePlan((mentions.refer(clause),), ("",))
                    said[name] = speaker.sentence(plan).text
    return tuple(said.items())


@pytest.mark.parametrize("dataset", ["planets", "reference", "occupations"])
def test_every_wording_comes_out_as_a_sentence(dataset: str):
    """Capital, stop, single spaces, nothing missing: for titles that are names and for plurals."""
    broken = [
        (name, text)
        for name, text in spoken(dataset)
        if not re.fullmatch(r"[A-Z].*\.", text)
        or re.search(r"  | [,.;:]|[,;:][,.;:]|\b(?:an?|the) (?:an?|the)\b|None(?! of)|nan\b|[{}]", text)
    ]

    assert broken == []


def test_verbs_agree_with_a_title_that_is_a_name():
    """Mars has moons; Mars and Venus have them."""
    plural_verb = re.compile(
        CLAUSE_START + r"(?:Mercury|Venus|Earth|Mars|Jupiter|Saturn) (?:have|are|earn)\b"
    )
    wrong = [(name, text) for name, text in spoken("planets") if plural_verb.search(text)]

    assert wrong == []


def test_verbs_agree_with_a_plural_title():
    """Nurses have and are and earn."""
    titles = r"(?:medical office administrators|patient care specialists) (?:has|is|earns|needs|does)\b"
    singular_verb = re.compile(CLAUSE_START + titles, re.IGNORECASE)
    wrong = [(name, text) for name, text in spoken("reference") if singular_verb.search(text)]

    assert wrong == []
