"""Claims that are false as first read, weighed once more before they are called so."""

from nlg.validator.reconsideration.weighing import reconsider

__all__ = ["reconsider"]
