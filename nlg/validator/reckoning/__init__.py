"""Figures that a text reckons from others that it gave shortly before, found once a page's claims are judged."""

from nlg.validator.reckoning.page import reckoned

__all__ = ["reckoned"]
