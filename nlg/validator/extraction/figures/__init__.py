"""What else a figure may measure, and whose it is where several are given out in order.

Passes out a `Reading`, or the entity of each figure.
"""
