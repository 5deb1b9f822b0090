"""The writer's stages in order: the only module that knows the order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlg.data import Dataset
from nlg.document.budget import Budget
from nlg.document.content import Memory as Findings
from nlg.document.interests import Interest, Interests
from nlg.document.plan import DocumentPlan
from nlg.document.structuring import plan as plan_document
from nlg.document.survey import Survey, survey
from nlg.sentence.lexicalisation import Lexicaliser
from nlg.sentence.planning import plan_sentences
from nlg.sentence.vocabulary import Vocabulary
from nlg.surface.article import Article
from nlg.surface.figures import Figures
from nlg.surface.fragments import Fragments
from nlg.surface.grammar import Grammar, load_grammar
from nlg.surface.memory import Memory
from nlg.surface.morphology import Lexicon
from nlg.surface.naming import EntityNames, entity_names, shortening, taken_names
from nlg.surface.numerals import HouseStyle, load_house_style
from nlg.surface.realisation import Speaker
from nlg.surface.register import load_register
from nlg.surface.rendering import Renderer
from nlg.surface.vocabulary import vocabulary


@dataclass(slots=True)
class Writer:
    """Writes the articles of one dataset; what is the same for many of them is made once."""

    dataset: Dataset
    grammar: Grammar
    lexicon: Lexicon
    style: HouseStyle
    seed: int
    survey: Survey
    interests: Interests
    vocabulary: Vocabulary
    lexicaliser: Lexicaliser
    figures: Figures
    renderer: Renderer
    casing: Mapping[str, str]
    spoken: Mapping[tuple[str, str], str]
    budget: Budget
    memory: Memory
    taken: frozenset[str]
    """Titles that no short form may be taken for."""
    names: dict[str, EntityNames] = field(default_factory=dict)
    found: Findings = field(default_factory=dict)
    """What the document planner has found of single entities."""

    def document(self, first: str, second: str) -> DocumentPlan:
        """What the article on the two will say."""
        return plan_document(self.survey, self.interests, first, second, self.budget, self.found)

    def article(self, first: str, second: str) -> Article:
        """The finished article on the two."""
        document = self.document(first, second)
        speaker = self.speaker({first: self.named(first), second: self.named(second)})
        plan = plan_sentences(document, self.lexicaliser, speaker.shortening, self.seed)
        return self.renderer.article(plan, speaker)

    def speaker(self, names: Mapping[str, EntityNames]) -> Speaker:
        """Whoever says the sentences about the two of those names."""
        close = shortening(*names.values())
        return Speaker(
            self.dataset, self.lexicon, self.figures, names, self.casing, self.spoken, close, self.memory
        )

    def named(self, slug: str) -> EntityNames:
        """The names of one entity, made the first time."""
        found = self.names.get(slug)
        if found is None:
            found = entity_names(self.dataset.entities[slug], self.dataset, self.lexicon, self.taken)
            self.names[slug] = found
        return found


def writer(dataset: Dataset, grammar_folder: str, house_style: str, seed: int) -> Writer:
    """A writer for one dataset in one grammar and house style.

    Raises:
        GrammarError: the grammar, its lexicon or the house style has faults.
    """
    style = load_house_style(grammar_folder, house_style)
    grammar = load_grammar(grammar_folder, style.register)
    lexicon = Lexicon.load(grammar_folder)
    figures = Figures(style, grammar.words["changes"])
    words = vocabulary(dataset, grammar, lexicon, style)
    return Writer(
        dataset,
        grammar,
        lexicon,
        style,
        seed,
        survey(dataset),
        interests(grammar),
        words,
        Lexicaliser(words),
        figures,
        Renderer(dataset, grammar, Fragments(dataset, grammar), words.frames),
        casing(dataset, grammar),
        spoken(grammar),
        load_register(grammar_folder, style.register).budget,
        Memory(contractions(grammar, style)),
        taken_names(dataset),
    )


def contractions(grammar: Grammar, style: HouseStyle) -> dict[str, str]:
    """What sentences contract, in the style's apostrophes: nothing where the style contracts nothing."""
    found = grammar.words.get("contractions", {}) if style.contractions else {}
    return {long: str(short).replace("'", style.apostrophe) for long, short in found.items()}


def casing(dataset: Dataset, grammar: Grammar) -> dict[str, str]:
    """How values stand in a sentence, by concept or resource: as the grammar says; otherwise the parts of
    a whole are common nouns, and the items of a list may be names."""
    found = {name: str(entry["casing"]) for name, entry in grammar.measures.items() if "casing" in entry}
    for collection in dataset.collections:
        usual = "common" if collection.kind == "distribution" else "name"
        found.setdefault(collection.resource, found.get(collection.dimension, usual))
    return found


def spoken(grammar: Grammar) -> dict[tuple[str, str], str]:
    """What is said for a text value, by concept or resource and the value, folded."""
    return {
        (name, str(value).casefold()): str(words)
        for name, entry in grammar.measures.items()
        for value, words in entry.get("spoken", {}).items()
    }


def interests(grammar: Grammar) -> Interests:
    """What the grammar knows of readers' interests, as the document planner takes it."""
    entries = {}
    for name, entry in grammar.measures.items():
        entries[name] = Interest(
            weight=float(entry.get("weight", 0.4)),
            topic=str(entry.get("topic", "")),
            role=entry.get("role", ""),
            expects=str(entry.get("expects", "")),
            follows=str(entry.get("follows", "")),
            levels=tuple(str(value).casefold() for value in entry.get("levels", ())),
            empty=tuple(str(value).casefold() for value in entry.get("empty", ())),
            ratio=entry.get("ratio"),
        )
    return Interests(entries)
