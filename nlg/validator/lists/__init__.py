"""Lists → claims: each item, and what the list as a whole says by its length, its order and its place.

Passes out the claims of one list.
"""
