"""Names, pronouns and what is left out of a sentence → the entities that it is about.

Passes out clauses with their subjects, and as `Discourse` what a sentence leaves behind for the next.
"""
