"""`nlg check`: what is wrong or doubtful in a dataset and a grammar."""

from __future__ import annotations

import click

from nlg.errors import InputError, Problem

FOUND = 1
UNUSABLE = 2


def _dataset_problems(name: str | None) -> tuple[tuple[Problem, ...], bool]:
    """What there is to say of the dataset, and whether it cannot be used."""
    from nlg.data import find_dataset, inspect

    try:
        found = inspect(find_dataset(name))
        return tuple(sorted({*found.faults, *found.doubts})), bool(found.faults)
    except InputError as error:
        return error.problems or (Problem("", 0, 0, str(error)),), True


def _grammar_problems(name: str | None) -> tuple[tuple[Problem, ...], bool]:
    """What there is to say of the grammar, and whether it cannot be used."""
    from nlg.data import find_grammar
    from nlg.surface.grammar_lint import lint, loads

    try:
        folder = find_grammar(name)
        return lint(folder), not loads(folder)
    except InputError as error:
        return error.problems or (Problem("", 0, 0, str(error)),), True


@click.command(name="check")
@click.option("--data", metavar="DIR", help="The dataset's folder.  [default: datasets/occupations]")
@click.option("--grammar", metavar="DIR", help="The grammar's folder.  [default: grammars/en-US]")
@click.pass_context
def command(context: click.Context, data: str | None, grammar: str | None) -> None:
    """Look for faults in a dataset and a grammar without writing an article.

    Prints one finding to a line, "file:line:column: what is wrong, what was found, how to mend it".
    Exit code 0: nothing found; 1: findings that an editor should look at; 2: a dataset or a grammar
    that cannot be used.

    \b
    Example:
      nlg check --data datasets/planets
    """
    data_problems, data_unusable = _dataset_problems(data)
    grammar_problems, grammar_unusable = _grammar_problems(grammar)
    problems = (*data_problems, *grammar_problems)
    for problem in problems:
        click.echo(str(problem))
    noun = "finding" if len(problems) == 1 else "findings"
    click.echo(f"{len(problems)} {noun}" if problems else "no findings", err=True)
    if data_unusable or grammar_unusable:
        context.exit(UNUSABLE)
    context.exit(FOUND if problems else 0)
