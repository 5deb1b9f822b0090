"""What a dataset's entities, measures, items and values may be called, compiled once.

Passes out a `Reader`: the dataset beside the tables of phrases by which every other room knows its things again.
"""
