"""Who has more, and who has about as much, with no figure of the gap.

Passes out claims of kind `comparison` and `similarity`.
"""
