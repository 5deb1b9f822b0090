"""A natural-language generation engine for comparison articles, and an independent reader of them."""

__version__ = "0.1.0"
