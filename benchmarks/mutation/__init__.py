"""Edits that change the truth of a clean article, and edits that must not matter."""
