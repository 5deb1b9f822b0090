"""A sentence's marks → clauses, each with the entities it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from nlg.validator.context import Context
from nlg.validator.lexis.tokens import Token
from nlg.validator.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence between two boundaries."""

    opener: str
    """What opened it: "", ",", ";", ":", "—", "(", ")", "and", "while", "than", "against", "unlike", "who"."""
    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)
    subject: tuple[str, ...] = ()
    other: str = ""
    """The entity set against the subject, where the pair of the page or the words say so."""
    inherited: bool = False
    """Whether the subject was taken over and not named here."""
    fronted: bool = False
    """Whether it opens a new sentence part, so that it may speak of whoever is named next: "; with 12 moons, Mars …"."""

    def figures(self) -> list[FigureMark]:
        """The clause's figures."""
        return [mark for mark in self.marks if isinstance(mark, FigureMark)]

    def entities(self) -> list[EntityMark]:
        """The clause's names and references."""
        return [mark for mark in self.marks if isinstance(mark, EntityMark) and mark.slugs]

    def targets(self) -> list[TargetMark]:
        """The clause's measures and items."""
        return [mark for mark in self.marks if isinstance(mark, TargetMark)]

    def cues(self, *roles: str) -> list[CueMark]:
        """The clause's cues of the given roles."""
        return [mark for mark in self.marks if isinstance(mark, CueMark) and mark.cue.role in roles]


def other_of(subjects: tuple[str, ...], slugs: Sequence[str]) -> str:
    """The other entity of the pair; empty when there is no single one."""
    if len(slugs) == 1 and len(subjects) == 2 and slugs[0] in subjects:
        return subjects[1] if slugs[0] == subjects[0] else subjects[0]
    return ""


def resolve_references(
    marks: Sequence[Mark], tokens: Sequence[Token], context: Context
) -> tuple[list[Mark], tuple[str, ...], bool]:
    """The marks with names joined by *and* made one and references resolved, the entities mentioned in order, and whether *neither* governs.

    "the former" and "the latter" go back to the two entities named last; "they" and "the role" to
    whoever the discourse, or the sentence so far, is about.
    """
    joined = _join_names(marks, tokens, context.subjects)
    discourse = context.discourse
    mentioned: list[str] = []
    current: tuple[str, ...] = ()
    neither = False
    resolved: list[Mark] = []
    for mark in joined:
        if not isinstance(mark, EntityMark):
            resolved.append(mark)
            continue
        alone = tokens[mark.start].low == "both" and mark.end == mark.start + 1 and not mark.slugs
        if (
            alone
            and mark.end < len(tokens)
            and tokens[mark.end].low in ("the", "a", "an", "its", "their", "in", "more")
        ):
            continue
        if mark.reference == "it" and mark.end < len(tokens) and tokens[mark.end].low == "of":
            continue
        if tokens[mark.start].low == "each" and resolved and isinstance(resolved[-1], TargetMark):
            continue
        if mark.reference == "neither":
            neither = True
        if not mark.reference or mark.slugs:
            mark = replace(mark, slugs=_in_page(mark.slugs, context.subjects))
            for slug in mark.slugs:
                if slug in mentioned:
                    mentioned.remove(slug)
                mentioned.append(slug)
        else:
            slugs = _referent(mark.reference, mentioned, current, context, mark, tokens)
            mark = replace(mark, slugs=slugs)
        if mark.slugs:
            current = mark.slugs
        resolved.append(mark)
    return resolved, tuple(mentioned) or discourse.mentioned, neither


def _in_page(slugs: tuple[str, ...], subjects: tuple[str, ...]) -> tuple[str, ...]:
    """Of several bearers of one name, those that the page compares."""
    if len(slugs) < 2:
        return slugs
    return tuple(slug for slug in slugs if slug in subjects) or slugs


def _referent(
    reference: str,
    mentioned: list[str],
    current: tuple[str, ...],
    context: Context,
    mark: EntityMark,
    tokens: Sequence[Token],
) -> tuple[str, ...]:
    subjects, discourse = context.subjects, context.discourse
    default = discourse.subjects or context.focus
    if reference in ("both", "neither"):
        return subjects
    if reference in ("former", "latter"):
        before = [slug for slug in discourse.mentioned if slug not in mentioned]
        named = before + mentioned if len(mentioned) < 2 else mentioned
        pair = named[-2:] if len(named) >= 2 else list(subjects)
        if len(pair) < 2:
            return ()
        return (pair[0],) if reference == "former" else (pair[1],)
    if reference == "other":
        base = current or default
        other = other_of(subjects, base)
        return (other,) if other else ()
    if reference == "they":
        if current:
            return current
        return default or subjects
    if reference == "it":
        following = tokens[mark.end].low if mark.end < len(tokens) else ""
        if following in ("can", "may", "might", "could", "will", "would", "also", "often", "just", "only"):
            following = tokens[mark.end + 1].low if mark.end + 1 < len(tokens) else ""
        if tokens[mark.start].low == "it" and following in (
            "takes",
            "take",
            "is",
            "'s",
            "typically",
            "usually",
            "took",
        ):
            later = {token.low for token in tokens[mark.end : mark.end + 12]}
            if "to" in later or "that" in later or "worth" in later:
                return ()
        base = current or default
        return base if len(base) == 1 or not default else default
    return ()


_JOINS = (
    {"and"},
    {"&"},
    {"or"},
    {"nor"},
    {"vs"},
    {"versus"},
    {","},
    {"/"},
    {"vs", "."},
    {"v"},
    {"as", "well"},
)


def _join_names(marks: Sequence[Mark], tokens: Sequence[Token], subjects: tuple[str, ...]) -> list[Mark]:
    """ "A and B", "both A and B", "neither A nor B" as one mark."""
    joined: list[Mark] = []
    for mark in marks:
        last = next((old for old in reversed(joined) if not _is_link(old)), None)
        if (
            isinstance(mark, EntityMark)
            and isinstance(last, EntityMark)
            and mark.reference not in ("both", "neither", "they", "it", "other")
            and last.reference not in ("they", "it")
        ):
            between = [
                token.low
                for token in tokens[last.end : mark.start]
                if token.low not in ("a", "an", "the", "'s", "'", "-")
            ]
            if last.reference in ("both", "neither") and not last.slugs and not between:
                _drop_links(joined)
                joined[-1] = replace(mark, start=last.start, reference=last.reference)
                continue
            if last.slugs and mark.slugs and set(between) in _JOINS and last.slugs != mark.slugs:
                comma_only = set(between) == {","}
                if not comma_only and not (last.possessive and not mark.possessive):
                    _drop_links(joined)
                    slugs = last.slugs + tuple(slug for slug in mark.slugs if slug not in last.slugs)
                    joined[-1] = replace(mark, start=last.start, slugs=slugs, reference=last.reference)
                    continue
        joined.append(mark)
    return joined


def _is_link(mark: Mark) -> bool:
    return isinstance(mark, CueMark) and (
        mark.cue.role == "clause" or mark.cue.role == "against" or (mark.cue.role == "not")
    )


def _drop_links(marks: list[Mark]) -> None:
    while marks and _is_link(marks[-1]):
        marks.pop()


_PREPOSITIONS = frozenset(
    "at with in on despite for of by as given while although though even because since when whereas from paying"
    " earning boasting averaging having making offering employing among".split()
)


_OPENERS = {"and": "and", "or": "or", "with": "with", "plus": "plus", "where": "who"}


def split_clauses(marks: Sequence[Mark], tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, cut at signs, conjunctions, *than* and its like, and verbs that take the other side as object."""
    inside: set[int] = set()
    boundaries: dict[int, tuple[int, str]] = {}
    for mark in marks:
        inside.update(range(mark.start, mark.end))
        if isinstance(mark, CueMark):
            role, word = mark.cue.role, tokens[mark.start].low
            if role == "than":
                boundaries[mark.start] = (mark.end, "than")
            elif role in ("against", "unlike"):
                boundaries[mark.start] = (mark.end, role)
            elif role == "who":
                boundaries[mark.start] = (mark.start, "who")
            elif role == "clause":
                compared = word == "as" and any(_is_multiple(one) for one in marks if one.end <= mark.start)
                boundaries[mark.start] = (mark.end, "than" if compared else _OPENERS.get(word, "while"))
            elif mark.cue.role == "as":
                boundaries[mark.end] = (mark.end, "than")
            elif mark.cue.binds and _has_object(marks, tokens, mark):
                boundaries[mark.end] = (mark.end, "than")
    for one, two in pairwise(marks):
        if (
            isinstance(two, EntityMark)
            and two.reference == "that"
            and one.end == two.start
            and _is_multiple(one)
        ):
            boundaries[two.start] = (two.start, "than")
    comparing = -1
    for index, token in enumerate(tokens):
        if token.low == "as" and index > comparing >= 0 and index not in boundaries:
            boundaries[index] = (index + 1, "than")
            comparing = -1
        elif token.low == "as" and comparing < 0 and _opens_as(marks, tokens, index):
            comparing = index + 1
        if index in inside or index in boundaries:
            continue
        if token.low in (";", ":", "—", "(", ")", ",", "|", "[", "]", "/"):
            if token.low == "/" and token.glued:
                continue
            boundaries[index] = (index + 1, {"[": "(", "]": ")", "|": ";"}.get(token.low, token.low))
        elif token.low == "–" and not token.glued:
            boundaries[index] = (index + 1, "—")
        elif token.low == "to" and _is_to_the_others(marks, index):
            boundaries[index] = (index + 1, "against")
    clauses: list[Clause] = []
    opener, start = "", 0
    fronted = False
    for at in sorted(boundaries):
        end, next_opener = boundaries[at]
        if at > start or opener in ("than", "against", "("):
            fronted = fronted or (
                opener in (";", "while", "and") and tokens[start].low in ("at", "with", "by")
            )
            clauses.append(Clause(opener, start, at, fronted=fronted))
            fronted = False
        elif opener in (";", "while", "and") and next_opener == "with":
            fronted = True
        elif opener and opener not in (",", "and") and next_opener in (",", "and", "while"):
            next_opener = opener
        if next_opener == "," and not clauses and not opener and at == 0:
            continue
        opener, start = next_opener, end
    clauses.append(Clause(opener, start, len(tokens)))
    for clause in clauses:
        clause.marks = [mark for mark in marks if clause.start <= mark.start < clause.end]
    return clauses


def _has_object(marks: Sequence[Mark], tokens: Sequence[Token], cue: CueMark) -> bool:
    """Whether the other side follows a verb of comparison as its object: "exceeds the specialists' $34,157"."""
    for mark in marks:
        if mark.start < cue.end:
            continue
        if mark.start - cue.end > 4 or (isinstance(mark, EntityMark) and mark.reference == "both"):
            return False
        if {token.low for token in tokens[cue.end : mark.start]} & {"at", "by", "with", "in", "on", ","}:
            return False
        if isinstance(mark, CueMark):
            return tokens[mark.start].low == "most"
        return True
    return False


def _opens_as(marks: Sequence[Mark], tokens: Sequence[Token], index: int) -> bool:
    """Whether "as" at a token is the first of two: "twice as many … as", "not as old as"."""
    for mark in marks:
        if mark.start <= index < mark.end or mark.end == index:
            if isinstance(mark, CueMark) and mark.cue.role in ("ratio", "same", "not"):
                return True
            if isinstance(mark, FigureMark) and mark.figure.unit in ("times", "fraction", "percent"):
                return True
    return False


def _is_to_the_others(marks: Sequence[Mark], index: int) -> bool:
    """Whether "to" at a token sets another entity's figure beside the last: "179,503 jobs to the specialists' 146,861"."""
    before = [mark for mark in marks if mark.end <= index and not isinstance(mark, CueMark)]
    after = [mark for mark in marks if mark.start > index][:2]
    if before and after and isinstance(before[-1], FigureMark) and isinstance(after[0], FigureMark):
        if before[-1].end == index and after[0].start == index + 1:
            return True
    return (
        bool(before)
        and len(after) == 2
        and any(isinstance(mark, FigureMark) and mark.end >= index - 3 for mark in before)
        and after[0].start <= index + 2
        and {type(after[0]), type(after[1])} == {EntityMark, FigureMark}
    )


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
            if explicit and not (len(explicit) > 1 and len(main) == 1):
                clause.subject = explicit
            else:
                other = other_of(subjects, base)
                clause.subject = (other,) if other else ()
                clause.inherited = True
            last = clause.subject or last
            continue
        if clause.opener == "(":
            bracket = clause.subject = explicit or last or main or _default(clauses, number, tokens, context)
            clause.inherited = not explicit
            continue
        if clause.opener == "who" and last:
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
            clause.subject = bracket
            clause.inherited = True
            continue
        if explicit and main and explicit != main and _opens_with_multiple(clause):
            clause.subject = explicit
        elif explicit:
            main = clause.subject = explicit
        elif clause.fronted and (following := _named_next(clauses, number)):
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


def _one_named_later(clauses: list[Clause]) -> bool:
    """Whether just one entity is named in the sentence: "The higher pay, $62,970 a year, goes to plumbers"."""
    named = {entity.slugs for clause in clauses for entity in clause.entities()}
    return len(named) == 1 and len(next(iter(named))) == 1


def _named_next(clauses: list[Clause], number: int) -> tuple[str, ...]:
    """Who is the subject of the clause after a comma."""
    if number + 1 >= len(clauses) or clauses[number + 1].opener != ",":
        return ()
    named = clauses[number + 1].entities()
    return named[0].slugs if named and len(named[0].slugs) == 1 else ()


def _opens_with_multiple(clause: Clause) -> bool:
    """Whether a clause says how many times another's value the last one is: "double the 14.5% among RNs"."""
    return _is_multiple(clause.marks[0])


def _is_multiple(mark: Mark) -> bool:
    if isinstance(mark, CueMark):
        return mark.cue.role == "ratio"
    return isinstance(mark, FigureMark) and mark.figure.unit == "times"


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
    if not isinstance(before.marks[-1], EntityMark) or clause.opener not in (",", "with"):
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
    if clause.opener == "with" or first in ("at", "by", "with"):
        return any(
            figure.figure.unit == figures[0].figure.unit
            for earlier in clauses[: number - 1]
            if earlier.subject == main
            for figure in earlier.figures()
        )
    rest = [token for token in tokens[clause.start : clause.end] if token.low not in (".", "!")]
    return len(clause.marks) == 1 and len(rest) == figures[0].end - figures[0].start


def _is_bare(clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether a clause is a noun phrase alone, the first of a list."""
    covered = sum(mark.end - mark.start for mark in clause.marks)
    return clause.end - clause.start - covered <= 1


def _grammatical_subject(named: list[EntityMark]) -> tuple[str, ...]:
    """The first entity named in a clause."""
    return named[0].slugs if named else ()


def _default(
    clauses: list[Clause], number: int, tokens: Sequence[Token], context: Context
) -> tuple[str, ...]:
    """Whom a clause without a name is about: the one named next after a preposition, the other of one named later against it, else the discourse's."""
    clause = clauses[number]
    opening = tokens[clause.start].low if clause.start < len(tokens) else ""
    later = [
        (following, following.entities()[0].slugs)
        for following in clauses[number + 1 :]
        if following.entities()
    ]
    own = next(
        (slugs for following, slugs in later if following.opener not in ("than", "against", "unlike")), ()
    )
    leading = not any(
        earlier.marks and (earlier.entities() or earlier.figures()) for earlier in clauses[:number]
    )
    if leading and own and (opening in _PREPOSITIONS or opening.endswith("ing")):
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
    if opening == "there" and own:
        return own
    if context.discourse.subjects or context.focus:
        return context.discourse.subjects or context.focus
    if later:
        other = other_of(context.subjects, later[0][1])
        if later[0][0].opener in ("than", "against", "while", "and", ";", "unlike"):
            return (other,) if other else ()
        return own
    return ()
