"""Clauses → the entities they are about."""

from __future__ import annotations

from collections.abc import Sequence

from nlg.validator.context import Context
from nlg.validator.lexis.phrases import PhraseTable, words_of
from nlg.validator.lexis.thesaurus import MONEY
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.references.contrasted import is_first_person
from nlg.validator.sentences.clauses import Clause, is_multiple, other_of
from nlg.validator.sentences.marks import CueMark, EntityMark, TargetMark
from nlg.validator.sentences.predicated import told_behind_a_colon

_CONDITIONS = PhraseTable.build((words_of(phrase), True) for phrase in word_list("conditions")["conditions"])
_PREPOSITIONS = frozenset(
    "at with in on despite for of by as given while although though even because since when whereas from among".split()
).union(word_list("verbs")["participles"])


def assign_subjects(clauses: list[Clause], tokens: Sequence[Token], context: Context) -> None:
    """Gives each clause its subject: named in it, set against the last, or taken over."""
    subjects = context.subjects
    main: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    bracket: tuple[str, ...] | None = None
    for number, clause in enumerate(clauses):
        named = clause.entities()
        explicit = _grammatical_subject(named)
        if clause.opener in ("than", "against", "unlike"):
            base = bracket or main or _default(clauses, number, tokens, context)
            of_an_item = _is_of_an_item(clause) or _has_an_item(clauses, number)
            if not explicit and of_an_item and any(map(_is_of_an_item, clauses[:number])):
                # "a high school diploma, just ahead of a bachelor's degree"
                clause.subject, clause.inherited = base, True
            elif explicit and not (len(explicit) > 1 and len(main) == 1):
                clause.subject = explicit
            else:
                other = other_of(subjects, base)
                clause.subject = (other,) if other else ()
                clause.inherited = True
            last = clause.subject or last
            continue
        if clause.opener == "(":
            before = clauses[number - 1].entities() if number else []
            # "Mars has a tenth of Earth's (0.107)" speaks of Mars.
            base = main if before and before[-1].possessive and main else last
            bracket = clause.subject = explicit or base or main or _default(clauses, number, tokens, context)
            clause.inherited = not explicit
            continue
        if last and not explicit and number and _is_of_none(clauses[number - 1], clause, tokens):
            main = clause.subject = last
            clause.inherited = True
            continue
        placed = bool(explicit) and "where" in (tokens[clause.start - 1].low, tokens[clause.start].low)
        if clause.opener == "who" and last and not placed:
            clause.subject = last
            clause.inherited = True
            continue
        if clause.opener == ")":
            main = main or bracket or ()
            bracket = None
        if not explicit and last and number and _belongs_to_last(clauses, number, tokens, main):
            clause.subject = last
            clause.inherited = True
            continue
        if bracket is not None and not explicit:
            # "an associate's degree (15.7% vs. 5.6%) or some college (30.3% vs. 19.4%)": of whom the first was.
            clause.subject = last = bracket
            clause.inherited = True
            continue
        compared = number + 1 < len(clauses) and clauses[number + 1].opener == "than"
        if explicit and main and explicit != main and _is_beside(clauses, number, tokens):
            clause.subject, main = explicit, (*main, *explicit)
        elif explicit and main and explicit != main and _opens_with_multiple(clause, tokens) and not compared:
            clause.subject = explicit
        elif explicit:
            main = clause.subject = explicit
        elif (clause.fronted and (following := _named_next(clauses, number))) or (
            following := _chosen(clauses, number, tokens) or told_behind_a_colon(clauses, number, tokens)
        ):
            main = clause.subject = following
            clause.inherited = True
        else:
            clause.subject = main or _default(clauses, number, tokens, context)
            if (
                clause.figures()
                or clause.targets()
                or clause.cues("more", "most", "trend", "same", "similar")
            ):
                main = clause.subject
            clause.inherited = True
        last = (named[-1].slugs if named else clause.subject) or last


def _is_of_none(before: Clause, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether nobody exceeds whom the clause before was set against: "… than Neptune, and none is slower"."""
    opening = tokens[clause.start].low if clause.start < len(tokens) else ""
    return before.opener == "than" and bool(before.entities()) and opening == "none"


def _is_of_an_item(clause: Clause) -> bool:
    """Whether a clause names an item of a list and no measure."""
    return any(target.kind == "item" for mark in clause.targets() for target in mark.targets)


def _has_an_item(clauses: list[Clause], number: int) -> bool:
    """Whether a bare share is of those with an item named behind it: "… the 34.1 percent who hold a bachelor's"."""
    following = clauses[number + 1] if number + 1 < len(clauses) else None
    alone = len(clauses[number].marks) == 1 and bool(clauses[number].figures())
    return (
        alone
        and following is not None
        and following.opener in ("with", "who")
        and not following.entities()
        and _is_of_an_item(following)
    )


def _is_multiple_of(clauses: list[Clause], number: int, own: tuple[str, ...]) -> bool:
    """Whether who is named next is only whom a multiple is of: "there are 214,260, twice the number of dentists"."""
    following = next((one for one in clauses[number + 1 :] if one.entities()), None)
    return (
        following is not None
        and following.entities()[0].slugs == own
        and any(is_multiple(mark) and mark.start < following.entities()[0].start for mark in following.marks)
    )


def _one_named_later(clauses: list[Clause]) -> bool:
    """Whether just one entity is named in the sentence.

    Example: "The higher pay, $62,970 a year, goes to plumbers"
    """
    named = {entity.slugs for clause in clauses for entity in clause.entities()}
    return len(named) == 1 and len(next(iter(named))) == 1


def _named_next(clauses: list[Clause], number: int) -> tuple[str, ...]:
    """Who is the subject of the clause after a comma."""
    following = next((one for one in clauses[number + 1 :] if one.opener not in ("than", "against")), None)
    if following is None or following.opener != ",":
        return ()
    named = following.entities()
    return named[0].slugs if named and len(named[0].slugs) == 1 else ()


def _chosen(clauses: list[Clause], number: int, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Who is named behind the condition that a clause belongs to: "if you want a larger field, nursing is"."""
    start = number
    while start and clauses[start].opener not in (";", "—", "while", ":"):
        start -= 1
    first = clauses[start].start
    if any(one.entities() for one in clauses[start : number + 1]) or not any(
        _CONDITIONS.starting_at(tokens, at) is not None for at in (first, first - 1) if at >= 0
    ):
        return ()
    for following in clauses[number + 1 :]:
        if following.opener in (";", "than", "against"):
            return ()
        if named := following.entities():
            return named[0].slugs if following.opener == "," and len(named[0].slugs) == 1 else ()
    return ()


_PRONOUNS = frozenset({"they", "it", "we", "you", "the", "women", "men", ","}).union(MONEY)


def _is_beside(clauses: list[Clause], number: int, tokens: Sequence[Token]) -> bool:
    """Whether a name is put in beside another, of both of whom something is then said: "Saturn, like Neptune, has"."""
    clause, following = clauses[number], clauses[number + 1 : number + 2]
    words = [token.low for token in tokens[clause.start : clause.marks[0].start]]
    return (
        clause.opener == ","
        and len(clause.marks) == 1
        and words in (["like"], ["just", "like"], ["much", "like"], ["like", "the"])
        and bool(following)
        and following[0].opener == ","
        and not following[0].entities()
    )


def _opens_with_multiple(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a clause says how many times another's value the last one is: "double the 14.5% among RNs"."""
    if not is_multiple(clause.marks[0]):
        return False
    between = [token.low for token in tokens[clause.marks[0].end : clause.entities()[0].start]]
    # "is twice as high among engineers" speaks of engineers.
    return not (between[:1] == ["as"] and between[2:3] in (["among"], ["for"], ["in"]))


def _belongs_to_last(
    clauses: list[Clause], number: int, tokens: Sequence[Token], main: tuple[str, ...]
) -> bool:
    """Whether a clause speaks of the name that ends the *than* side before it.

    So it does when it is a bare figure ("that of specialists, 146,861"), a relative clause ("those of
    accountants, which run from …"), or a figure after *at* or *with* where the other side has had one
    of its kind ("slower for analysts, at 5.7%, than for actuaries, at 21.8%").
    """
    before, clause = clauses[number - 1], clauses[number]
    if before.opener not in ("than", "against") or not before.entities():
        return False
    if clause.opener not in (",", "with"):
        return False
    closing = before.marks[-1]
    said = [mark for mark in before.marks if not isinstance(mark, CueMark)]
    verb = len(said) == 2 and isinstance(said[0], EntityMark) and isinstance(closing, TargetMark)
    if not isinstance(closing, EntityMark) and not verb and not _ends_in_range(before):
        return False
    first = tokens[clause.start].low if clause.start < len(tokens) else ""
    if first == "which":
        return True
    figures = clause.figures()
    if len(figures) != 1 or clause.cues("more", "most", "ratio"):
        return False
    following = clauses[number + 1] if number + 1 < len(clauses) else None
    if following is not None and following.opener == "against" and following.figures():
        return False
    if clause.opener == "with" or first in ("at", "by", "with", "on"):
        return any(
            figure.figure.unit == figures[0].figure.unit
            for earlier in _part_before(clauses, number - 1)
            if earlier.subject == main
            for figure in earlier.figures()
        )
    rest = [token for token in tokens[clause.start : clause.end] if token.low not in (".", "!")]
    return len(clause.marks) == 1 and len(rest) == figures[0].end - figures[0].start


def _part_before(clauses: list[Clause], number: int) -> list[Clause]:
    """The clauses before one in its own part of the sentence."""
    start = number
    while start and clauses[start].opener not in (";", "while", "and"):
        start -= 1
    return clauses[start:number]


def _ends_in_range(clause: Clause) -> bool:
    """Whether a side closes with one end of somebody's range: "than bakers at the top of their range, $48,260"."""
    last = clause.marks[-1]
    return (
        isinstance(last, TargetMark)
        and not clause.figures()
        and any(target.kind == "range" for target in last.targets)
    )


def _is_bare(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a clause is a noun phrase alone, the first of a list."""
    covered = sum(mark.end - mark.start for mark in clause.marks)
    return clause.end - clause.start - covered <= 1


def _grammatical_subject(named: list[EntityMark]) -> tuple[str, ...]:
    """The first entity named in a clause; one named behind an "it" that stands for nobody: "it's 43% among bakers"."""
    if len(named) == 2 and named[0].reference == "it" and not named[1].reference and not named[0].possessive:
        return named[1].slugs
    return named[0].slugs if named else ()


def _default(
    clauses: list[Clause], number: int, tokens: Sequence[Token], context: Context
) -> tuple[str, ...]:
    """Whom a clause without a name is about: the one named next after a preposition.

    The other of one named later against it, else the discourse's.
    """
    clause = clauses[number]
    start = clause.start
    while start < clause.end - 1 and tokens[start].low in ("even", "only", "just", "but"):
        start += 1
    opening = tokens[start].low if start < len(tokens) else ""
    later = [
        (following, following.entities()[0].slugs)
        for following in clauses[number + 1 :]
        if following.entities()
    ]
    own = next(
        (
            slugs
            for following, slugs in later
            if following.opener not in ("than", "against", "unlike")
            and not is_first_person(tokens, following.entities()[0])
        ),
        (),
    )
    leading = not any(
        earlier.marks and (earlier.entities() or earlier.figures()) for earlier in clauses[:number]
    )
    inserted = number and clauses[0].end - clauses[0].start > 1 and not clauses[0].marks
    known = len(context.discourse.subjects or context.focus) == 1
    participle = opening.endswith("ing") and not any(mark.start == start for mark in clause.marks)
    if leading and own and (opening in _PREPOSITIONS or participle) and not (inserted and known):
        return own
    if (
        clause.opener in ("with", "while")
        and number <= 1
        and own
        and all(not c.entities() for c in clauses[:number])
    ):
        return own
    onward = clauses[number + 1].opener if number + 1 < len(clauses) else ""
    if (
        number == 0
        and own
        and onward in ("and", ",")
        and clause.targets()
        and not clause.figures()
        and _is_bare(clause, tokens)
    ):
        return own
    if (
        number == 0
        and opening == "the"
        and _one_named_later(clauses)
        and any(cue.start <= clause.start + 2 for cue in clause.cues("more"))
    ):
        return own
    after = tokens[start + 1].low if start + 1 < len(tokens) else ""
    if opening == "there" and context.discourse.mentioned and after in _PRONOUNS:
        # "… though less so in law. There they make up 38.7%."
        return context.discourse.mentioned[-1:]
    if opening == "there" and own and not _is_multiple_of(clauses, number, own):
        return own
    if context.discourse.subjects or context.focus:
        return context.discourse.subjects or context.focus
    if later:
        other = other_of(context.subjects, later[0][1])
        if later[0][0].opener in ("than", "against", "while", "and", ";", "unlike"):
            return (other,) if other else ()
        return own
    return ()
