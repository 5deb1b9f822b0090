"""Content determination: every message that could be said of a pair, each with its score."""

from nlg.document.content.determination import CONTENT, candidates
from nlg.document.content.pair import Memory, Pair

__all__ = ["CONTENT", "Memory", "Pair", "candidates"]
