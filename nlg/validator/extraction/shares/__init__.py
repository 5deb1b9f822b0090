"""Shares of an entity's people, told by a word, by the other sex, or by the one group against the other.

Passes out claims of kind `share` and `ratio`.
"""
