"""The words of one sentence, marked and cut into clauses.

Passes out a `Scene`: the clauses with their marks (figures, names, measures, items, cues) and what was known before.
"""
