"""The `nlg` command: finds the verb, gives it its settings, and turns every error into a line and a code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from nlg import __version__
from nlg.cli import settings
from nlg.errors import InputError

VERBS: Mapping[str, str] = {
    "render": "Write the articles of the named pairs.",
    "validate": "Read articles back and check every claim in them against the data.",
    "check": "Look for faults in a dataset and a grammar without writing an article.",
    "explain": "Show why an article says what it says.",
    "words": "Show what the lexicon makes of a term.",
    "show": "Print one article out of a run's shards.",
    "diff": "Report what changed between two outputs or two releases of a dataset.",
    "site": "Write index pages, a search and a sitemap around the articles.",
    "review": "Open the articles in a browser for an editor.",
    "import": "Turn official release files into a dataset folder.",
}
"""Every verb in the order of the help, with its line there. The summaries live here, not in the verbs,
so that `nlg --help` imports none of them. A verb whose file does not exist is not offered."""

EXIT_UNUSABLE = 2
EXIT_INTERRUPTED = 130
EXIT_PIPE_CLOSED = 141

EPILOG = """\b
Example:
  nlg render accountant:financial-analyst --out articles
  nlg validate articles

Settings come from the call, then NLG_* variables, then nlg.toml or [tool.nlg] in the nearest
pyproject.toml. Exit codes: 0 done and clean, 1 something was found, 2 the input or the call is wrong.
"""


def _module_name(verb: str) -> str:
    """The verb's module; Python's own words take an underscore ("import_")."""
    return f"{verb}_" if verb == "import" else verb


class VerbGroup(click.Group):
    """A group whose verbs are modules of this package, imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs whose file exists, in the order of `VERBS`."""
        folder = Path(__file__).parent
        return [verb for verb in VERBS if (folder / f"{_module_name(verb)}.py").is_file()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, or None when there is no such verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"nlg.cli.{_module_name(cmd_name)}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of verbs without importing them."""
        rows = [(verb, VERBS[verb]) for verb in self.list_commands(ctx)]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that is called, with its settings laid out as click's defaults."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            near = get_close_matches(name, self.list_commands(ctx), n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"there is no verb {name!r}{hint}")
        verb, command, rest = super().resolve_command(ctx, args)
        if verb and command and "--help" not in rest:
            commands = {verb: command}
            found = settings.find(Path.cwd())
            if found:
                named = found.verb_tables(self.list_commands(ctx))
                commands |= {
                    name: found_command for name in named if (found_command := self.get_command(ctx, name))
                }
            ctx.default_map = {verb: settings.defaults(verb, commands, found, os.environ)}
        return verb, command, rest

    def invoke(self, ctx: click.Context) -> object:
        """Runs the verb. Whatever a user may have caused ends as a message and an exit code."""
        _write_utf8()
        try:
            try:
                return super().invoke(ctx)
            finally:
                # Now, and not while Python shuts down: a closed pipe can still be handled here.
                sys.stdout.flush()
        except InputError as error:
            _leave(ctx, EXIT_UNUSABLE, str(error))
        except BrokenPipeError:
            # The reader of our output is gone. Python would complain about it once more while it
            # closes standard output, so that is pointed elsewhere first.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            _leave(ctx, EXIT_PIPE_CLOSED)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            _leave(ctx, EXIT_UNUSABLE, f"nlg: {place}{error.strerror or error}")
        except KeyboardInterrupt:
            _leave(ctx, EXIT_INTERRUPTED, "\nnlg: stopped; call it again to go on")


def _write_utf8() -> None:
    """The same bytes on every machine, and no character that a terminal's own encoding refuses."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in {"utf-8", "utf8"}:
            stream.reconfigure(encoding="utf-8")


def _leave(ctx: click.Context, code: int, message: str = "") -> NoReturn:
    if message:
        click.echo(message, err=True)
    ctx.exit(code)


@click.group(cls=VerbGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nlg", message="%(prog)s %(version)s")
def main() -> None:
    """Write comparison articles from a dataset, and check every claim of an article against it."""
