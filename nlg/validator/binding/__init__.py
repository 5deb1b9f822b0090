"""Which measure a figure is about and whom, and what a comparative compares.

Passes out the subjects (slugs) and the `Target` of a mark in its clause.
"""
