"""The word level: plurals, articles, possessives, verb forms and natural order."""

from nlg.surface.morphology.inflection import Form
from nlg.surface.morphology.lexicon import Lexicon
from nlg.surface.morphology.verbs import Number, Tense

__all__ = ["Form", "Lexicon", "Number", "Tense"]
