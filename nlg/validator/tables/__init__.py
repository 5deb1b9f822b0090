"""Tables → claims: whose each column or row is, and every cell read in that light.

Passes out the claims of one table.
"""
