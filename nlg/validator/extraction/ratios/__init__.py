"""How many times one figure is another.

Passes out claims of kind `ratio`.
"""
