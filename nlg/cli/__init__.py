"""The command line: one file per verb, loaded only when that verb is called or asked about."""

from nlg.cli.group import VERBS, main

__all__ = ["VERBS", "main"]
