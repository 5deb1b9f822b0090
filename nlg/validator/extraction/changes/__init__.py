"""Growth, decline and standing still, with a figure or without.

Passes out the sign of a stated change, and claims of kind `trend`.
"""
