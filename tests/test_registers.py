"""The shipped registers, from the data to the page: the same facts, held and worded as each promises."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from nlg.data import load
from nlg.document.plan import ListPlan, ParagraphPlan, QuestionPlan, TablePlan
from nlg.pipeline import Writer, writer
from nlg.publishers.markdown import markdown
from nlg.surface.grammar import load_grammar
from nlg.surface.house_style import house_styles

ROOT = Path(__file__).resolve().parents[1]
GRAMMAR = ROOT / "grammars" / "en-US"
DATASET = load(ROOT / "datasets" / "occupations")
PAIRS = DATASET.pairs[::8]
STUDENT_FREQUENT = (
    *((kind, frame) for kind in ("difference", "ratio", "similarity") for frame in ("pay", "jobs")),
    *((kind, "age") for kind in ("difference", "similarity")),
    *((kind, "employment") for kind in ("growth", "decline", "divergence", "pace")),
    *((kind, "entry") for kind in ("shared_attribute", "attribute_contrast")),
    *((kind, "path") for kind in ("spread", "same_span")),
    *((kind, "degree") for kind in ("shared_mode", "mode_contrast")),
    *((kind, "skill") for kind in ("overlap", "same_items", "no_overlap")),
)


@cache
def writing(style: str) -> Writer:
    return writer(DATASET, str(GRAMMAR), style, 0)


def page(style: str, pair: tuple[str, str]) -> str:
    return markdown(writing(style).article(*pair)).text


def test_a_style_without_a_register_speaks_the_reference_one(tmp_path: Path) -> None:
    """Naming it changes no byte, and neither does what other registers there are."""
    folder = tmp_path / "grammar"
    shutil.copytree(GRAMMAR, folder)
    shutil.rmtree(folder / "registers")
    path = folder / "house_styles" / "chicago.toml"
    path.write_text(path.read_text("utf-8") + 'register = "reference"\n', "utf-8")
    alone = writer(DATASET, str(folder), "chicago", 0)
    for pair in PAIRS:
        assert markdown(alone.article(*pair)).text == page("chicago", pair)


@pytest.mark.parametrize("style", ["student", "terse"])
def test_a_register_is_the_same_every_time(style: str) -> None:
    """Alone or after others, by this writer or by a new one."""
    again = writer(DATASET, str(GRAMMAR), style, 0)
    for pair in reversed(PAIRS):
        assert markdown(again.article(*pair)).text == page(style, pair)


def test_registers_print_the_same_tables() -> None:
    """Whoever is spoken to, a section's table holds the same rows."""
    for pair in PAIRS:
        tables = [
            [
                (section.id, block.rows)
                for section in writing(style).document(*pair).sections
                for block in section.blocks
                if isinstance(block, TablePlan)
            ]
            for style in ("chicago", "student", "terse")
        ]
        assert tables[0] == tables[1] == tables[2]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_terse_register_shows_tables_first(pair: tuple[str, str]) -> None:
    """Points for an introduction, the table before its one sentence, one line an answer, no advice."""
    document = writing("terse").document(*pair)
    assert all(isinstance(block, ListPlan) for block in document.sections[0].blocks)
    assert not {"takeaways", "common", "choice"} & {section.id for section in document.sections}
    for section in document.sections[1:]:
        kinds = [type(block) for block in section.blocks]
        if TablePlan in kinds and ParagraphPlan in kinds:
            assert kinds.index(TablePlan) < kinds.index(ParagraphPlan)
    for rendered in writing("terse").article(*pair).sections:
        for part in rendered.blocks:
            sentences = getattr(part, "sentences", ())
            assert len(sentences) <= 1


@pytest.mark.parametrize("pair", PAIRS)
def test_the_student_guide_says_less_at_a_time(pair: tuple[str, str]) -> None:
    """Two facts a section, each in a sentence of its own, and questions to whoever reads."""
    plan = writing("student").document(*pair)
    assert not plan.joined
    for section in plan.sections:
        for block in section.blocks:
            if isinstance(block, ParagraphPlan) and section.id != "common":
                assert len(block.steps) <= 2
    assert sum(isinstance(block, QuestionPlan) for s in plan.sections for block in s.blocks) <= 5
    assert re.search(r"^### .*\byou(?:r)?\b.*\?$", page("student", pair), re.MULTILINE)


def test_the_student_guide_has_wordings_of_its_own_for_what_most_articles_say() -> None:
    grammar = load_grammar(str(GRAMMAR), "student")
    for kind, frame in STUDENT_FREQUENT:
        own = [pattern for pattern in grammar.variants(kind, frame, "full") if not pattern.is_reserve]
        assert len(own) >= 3, (kind, frame)


def test_only_a_style_that_says_so_contracts() -> None:
    """The student guide may, the reference register never does."""
    pages = {style: "".join(page(style, pair) for pair in DATASET.pairs) for style in ("chicago", "student")}
    assert re.search(r"\b(?:do|does|is|are)n't\b", pages["student"])
    assert not re.search(r"\b(?:do|does|is|are)n't\b", pages["chicago"])
    assert "Pay does not" not in pages["student"]


def test_the_help_names_every_house_style_that_is_shipped() -> None:
    from nlg.cli.render import command

    (option,) = [found for found in command.params if found.name == "house_style"]
    help_text = getattr(option, "help", "")
    assert all(re.search(rf"\b{name}\b", help_text) for name in house_styles(GRAMMAR))
