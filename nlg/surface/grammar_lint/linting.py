"""Every fault of a grammar folder, by place."""

from __future__ import annotations

from pathlib import Path

from nlg.errors import GrammarError, Problem
from nlg.surface.grammar import Grammar, load_grammar
from nlg.surface.grammar_lint import coverage, names, prose, tables
from nlg.surface.grammar_lint.source import Macro, read_macros
from nlg.surface.house_style import FOLDER, load_house_style
from nlg.surface.morphology import Lexicon
from nlg.surface.register import FOLDER as REGISTERS
from nlg.surface.register import load_register


def lint(folder: Path | str) -> tuple[Problem, ...]:
    """All that an author should mend, sorted by place; empty for a grammar without a fault.

    What keeps the grammar from being loaded is reported as a value too.

    Raises:
        GrammarError: the folder holds no grammar at all.
    """
    root = Path(folder)
    grammar, found = _loaded(root)
    macros = _macros(root)
    lexicon, broken = _lexicon(root)
    found += broken
    found += tables.problems(root)
    for macro in macros:
        found += names.problems(macro, tables.forms(root))
    found += prose.problems(macros, lexicon)
    found += coverage.problems(root, macros, grammar)
    for folder in sorted(path for path in (root / REGISTERS).glob("*") if path.is_dir()):
        found += _register(root, folder, macros, lexicon, grammar is not None)
    return tuple(sorted(_once(found)))


def _macros(root: Path) -> tuple[Macro, ...]:
    return tuple(macro for path in sorted((root / "clauses").glob("*.j2")) for macro in read_macros(path))


def _register(
    root: Path, folder: Path, below: tuple[Macro, ...], lexicon: Lexicon | None, is_loaded: bool
) -> list[Problem]:
    """The faults of one register's overlay. What is wrong with the grammar below has been said."""
    found: list[Problem] = []
    grammar: Grammar | None = None
    try:
        load_register(root, folder.name)
        grammar = load_grammar(str(root), folder.name) if is_loaded else None
    except GrammarError as error:
        found += error.problems
    macros = _macros(folder)
    found += tables.problems(folder, is_overlay=True)
    for macro in macros:
        found += names.problems(macro, tables.forms(root))
    found += prose.problems(macros, lexicon)
    found += coverage.overlay_problems(root, folder, macros, below, grammar)
    return found


def loads(folder: Path | str) -> bool:
    """Whether the writer could use the grammar, whatever else an author should mend."""
    grammar, _ = _loaded(Path(folder))
    lexicon, broken = _lexicon(Path(folder))
    return grammar is not None and lexicon is not None and not broken


def _loaded(root: Path) -> tuple[Grammar | None, list[Problem]]:
    try:
        return load_grammar(str(root)), []
    except GrammarError as error:
        if not error.problems:
            raise
        return None, list(error.problems)


def _lexicon(root: Path) -> tuple[Lexicon | None, list[Problem]]:
    """The lexicon, and the faults of it and of the house styles."""
    lexicon: Lexicon | None = None
    found: list[Problem] = []
    try:
        lexicon = Lexicon.load(root)
    except GrammarError as error:
        found += error.problems
    for path in sorted((root / FOLDER).glob("*.toml")):
        try:
            load_house_style(root, path.stem)
        except GrammarError as error:
            found += error.problems
    return lexicon, found


def _once(found: list[Problem]) -> list[Problem]:
    """One problem a place and text: the compiler says what a lint rule has said with its column."""
    exact = {(problem.file, problem.line) for problem in found if problem.column > 1}
    return [
        problem
        for problem in dict.fromkeys(found)
        if problem.column > 1 or (problem.file, problem.line) not in exact or not _compiled(problem)
    ]


def _compiled(problem: Problem) -> bool:
    return problem.column == 1 and problem.text.startswith('macro "') and " is undefined" in problem.text
