"""The names of entities in running text: every form of them, and which shorter ones are safe."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nlg.data import Dataset, Entity
from nlg.sentence.vocabulary import Shortening
from nlg.surface.morphology import Lexicon
from nlg.surface.morphology.inflection import is_of_the_rest


@dataclass(frozen=True, slots=True)
class EntityNames:
    """One entity's names, made once for all of its articles."""

    slug: str
    title: str
    """As headings and table columns show it."""
    heading: str
    """In a heading's running text: "medical office administrator"."""
    forms: Mapping[str, Mapping[str, str]]
    """By length, as `nlg.sentence.plan.LENGTHS` names them, then by form ("plural", "possessive")."""
    plural: bool
    """Whether its plural form takes a plural verb: not so for names and mass nouns."""
    acronym: str
    head: str
    """What the short form is made from; empty when there is none."""
    words: frozenset[str]
    """The words of the title, folded: where the other's short form must not occur."""
    spoken: frozenset[str] = frozenset()
    """The words of the short form that is made from the head, folded."""
    is_list: bool = False
    """Whether it is itself a list: "cutters and trimmers"."""


def entity_names(
    entity: Entity, dataset: Dataset, lexicon: Lexicon, taken: frozenset[str] = frozenset()
) -> EntityNames:
    """The names of one entity; a head among the `taken` names somebody else, and is no short form."""
    title = " ".join(entity.title.split())
    if dataset.titles == "name":
        possessive = lexicon.possessive(title)
        full = _forms(title, title, title, possessive)
        pronoun = _forms("it", "it", "it", "its")
        return EntityNames(
            entity.slug,
            title,
            title,
            {"full": full, "pronoun": pronoun, "elided": ELIDED},
            False,
            "",
            "",
            frozenset(),
            is_list=_is_list(title),
        )
    natural = lexicon.in_sentence(title)
    spelt, acronym = lexicon.acronym(natural)
    acronym = lexicon.singular(acronym) if acronym else ""
    singular = lexicon.singular(spelt)
    given = lexicon.acronym(lexicon.in_sentence(entity.plural))[0] if entity.plural else ""
    plural = given or lexicon.plural(spelt).text
    many = entity.plural != "" or plural != singular or lexicon.is_plural(plural)
    forms: dict[str, dict[str, str]] = {
        "full": _common(lexicon, singular, plural, entity.article),
        "elided": ELIDED,
    }
    if many:
        forms["pronoun"] = _forms("they", "they", "they", "their")
    head = "" if acronym else lexicon.head(singular) or ""
    heads = lexicon.head(plural) or "" if _words(head)[1:] else lexicon.plural(head).text
    # What stands in brackets is whom the title leaves out: "… (except drafters)".
    unlike = not set(_words(head)) <= set(_words(singular.partition("(")[0]))
    if (
        unlike
        or is_of_the_rest(plural)
        or {head.casefold(), heads.casefold()} & taken
        or not lexicon.is_plural(heads)
    ):
        head = ""
    if acronym:
        forms["introducing"] = _introducing(lexicon, singular, plural, acronym, entity.article)
        forms["short"] = _common(lexicon, acronym, lexicon.plural(acronym).text, "")
    elif head:
        forms["short"] = _common(lexicon, head, heads, "")
    unmarked = singular.partition(" (")[0]
    if not acronym and unmarked != singular and unmarked.casefold() not in taken:
        without = plural.partition(" (")[0]
        if without.casefold() not in taken:
            forms["plain"] = _common(lexicon, unmarked, without, entity.article)
    return EntityNames(
        entity.slug,
        lexicon.title_case(natural),
        natural,
        forms,
        many,
        acronym,
        head,
        frozenset(_words(f"{singular} {plural}")),
        frozenset(_words(f"{forms['short']['plural']} {head}")) - LINKS if head else frozenset(),
        _is_list(forms["full"]["plural"]),
    )


def _is_list(name: str) -> bool:
    return not LINKS.isdisjoint(_words(name))


def _words(text: str) -> list[str]:
    """The words of a name, folded."""
    return re.findall(r"[\w'’-]+", text.casefold())


def taken_names(dataset: Dataset) -> frozenset[str]:
    """What may not stand for an entity, folded: the titles of the others, and the noun for all of them."""
    titles = [name for entity in dataset.entities.values() for name in (entity.title, entity.plural) if name]
    return frozenset(name.casefold() for name in (*titles, dataset.entity_noun))


LONGEST_REPEATED = 32
"""A name of more letters is not said in full again in every section."""
LINKS = frozenset(("and", "or"))
"""Words between the nouns of a name, which tell nobody from anybody else."""


def _forms(plural: str, singular: str, bare: str, possessive: str) -> dict[str, str]:
    return {"plural": plural, "singular": singular, "bare": bare, "possessive": possessive}


ELIDED = _forms("", "", "", "")
"""What is left of a subject that the clause before has named."""


def _common(lexicon: Lexicon, singular: str, plural: str, article: str) -> dict[str, str]:
    # What has a plural of its own can be counted, whatever else its words may look like.
    article = article or (lexicon.article_by_sound if plural != singular else lexicon.article)(singular)
    indefinite = f"{article} {singular}" if article else singular
    return _forms(plural, indefinite, singular, lexicon.possessive(plural))


def _introducing(lexicon: Lexicon, singular: str, plural: str, acronym: str, article: str) -> dict[str, str]:
    plain = _common(lexicon, singular, plural, article)
    many = lexicon.plural(acronym).text
    return plain | {
        "plural": f"{plural} ({many})",
        "singular": f"{plain['singular']} ({acronym})",
        "bare": f"{singular} ({acronym})",
    }


def _is_within(one: EntityNames, other: EntityNames) -> bool:
    """Whether a name without its remark is part of the other's: "interviewers" of "loan interviewers"."""
    name, longer = one.forms["plain"]["plural"].casefold(), other.forms["full"]["plural"].casefold()
    return f" {name} " in f" {longer} "


def shortening(first: EntityNames, second: EntityNames) -> Shortening:
    """Which short forms can't be misread beside each other.

    A head is safe when the other's title does not contain it: "nurses" says nothing beside a nurse
    practitioner. An acronym is safe when the other has another one.
    """
    short, introduced = set(), set()
    for one, other in ((first, second), (second, first)):
        if one.acronym and one.acronym != other.acronym:
            short.add(one.slug)
            introduced.add(one.slug)
        elif one.head and one.spoken.isdisjoint(other.words):
            short.add(one.slug)
    both = (first, second)
    pronouns = frozenset([names.slug for names in both if "pronoun" in names.forms])
    lasting = frozenset(
        [
            names.slug
            for names in both
            if names.slug in short and len(names.forms["full"]["plural"]) > LONGEST_REPEATED
        ]
    )
    are_lists = first.is_list or second.is_list
    return Shortening(
        frozenset(short), _plain(first, second), lasting, are_lists, frozenset(introduced), pronouns
    )


def _plain(first: EntityNames, second: EntityNames) -> frozenset[str]:
    """Those whose remark in brackets need not be made twice: without it their names are not each other's."""
    both = ((first, second), (second, first))
    plain = [one.slug for one, other in both if "plain" in one.forms and not _is_within(one, other)]
    if plain and first.forms.get("plain", first.forms["full"]) == second.forms.get(
        "plain", second.forms["full"]
    ):
        return frozenset()
    return frozenset(plain)
