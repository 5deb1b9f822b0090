"""One cell, or one line of a list, under a known label → judged claims.

Passes out a `Claim` for every figure and name in it; what the label means is found here too.
"""
