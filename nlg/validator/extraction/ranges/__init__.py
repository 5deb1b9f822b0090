"""The ends of a range: which one a figure is, by the words beside it, and how far apart they lie.

Passes out the end that a figure stands for, and claims of kind `bound` and `range`.
"""
