"""How far two entities are apart.

Passes out claims of kind `difference`.
"""
