"""Looks for faults in a grammar folder: what cannot be compiled, and what can but should not be written."""

from nlg.surface.grammar_lint.linting import lint, loads

__all__ = ["lint", "loads"]
