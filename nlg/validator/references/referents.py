"""Names and pronouns of a sentence → the entities they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlg.validator.context import Context
from nlg.validator.lexis.tokens import Token
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.references.contrasted import is_first_person, set_apart, with_neighbours
from nlg.validator.references.joined_names import is_link, join_names
from nlg.validator.references.opposed import BEFORE_NAMES, COMPARING, told_apart
from nlg.validator.sentences.clauses import other_of
from nlg.validator.sentences.marks import CueMark, EntityMark, FigureMark, Mark, TargetMark


def resolve_references(
    marks: Sequence[Mark], tokens: Sequence[Token], context: Context
) -> tuple[list[Mark], tuple[str, ...], bool]:
    """The marks with names joined by *and* made one and references resolved.

    Also the entities mentioned, in order, and whether *neither* governs. "the former" and "the latter"
    go back to the two entities named last; "they" and "the role" to whoever the discourse, or the
    sentence so far, is about.
    """
    joined = join_names(with_neighbours(marks, tokens), tokens, context.subjects)
    joined = set_apart(joined, tokens)
    mentioned: list[str] = []
    current: tuple[str, ...] = ()
    center: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
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
        if alone and mark.end < len(tokens) and tokens[mark.end].low in _PAIRED:
            # "at both ends of the scale" names nobody.
            continue
        scope = (
            mark.start
            and tokens[mark.start - 1].low == "of"
            and resolved
            and isinstance(resolved[-1], CueMark)
        )
        if mark.reference == "both" and scope and _ranks(resolved[-1]):
            continue
        if mark.reference == "it" and mark.end < len(tokens) and tokens[mark.end].low == "of":
            continue
        if (
            mark.reference == "it"
            and [one.low for one in tokens[max(0, mark.start - 2) : mark.start]] in _PARTS
        ):
            # "there is more of it for welders"
            continue
        if mark.reference == "they" and (
            _are_a_part(tokens, mark, context) or _are_counted(joined, tokens, mark)
        ):
            continue
        the_other = mark.reference == "other" and tokens[mark.end - 1].low == "other"
        if the_other and mark.end < len(tokens) and tokens[mark.end].low[0].isdigit():
            # "nitrogen makes up the other 3.5%"
            continue
        if the_other and mark.end < len(tokens) and tokens[mark.end].low in _THINGS:
            # "at the other end of the scale"
            continue
        if mark.reference == "it" and mark.end - mark.start > 1 and tokens[mark.start].low == "the":
            if mark.end < len(tokens) and tokens[mark.end].low in ("with", "that", "which", "where", "whose"):
                # "the occupation with the higher pay" is described, not referred to.
                continue
        if mark.reference == "it" and mark.start and tokens[mark.start - 1].low in _INTO:
            # "the way into the field is longer for specialists"
            continue
        if tokens[mark.start].low == "each" and (
            (resolved and isinstance(resolved[-1], TargetMark))
            or _is_each_item(resolved, tokens, mark)
            or _is_each_behind(joined, tokens, mark)
            or (mark.end < len(tokens) and tokens[mark.end].low in _TIMES)
        ):
            continue
        if tokens[mark.start].low == "either" and mark.end == mark.start + 1 and _closes(tokens, mark.end):
            # "They cannot complain either, since …" means nobody.
            continue
        if _is_where_others_work(resolved, tokens, mark):
            continue
        if (
            mark.reference in ("former", "latter")
            and [one.low for one in tokens[mark.end : mark.end + 1]] in _TOLD
        ):
            # "the latter share is only 3.7 percent among plumbers" goes back to what was told, and to nobody.
            continue
        if mark.reference == "neither":
            neither = True
        if not mark.reference or mark.slugs:
            if len(mark.slugs) > 1:
                mark = replace(mark, slugs=_in_page(mark.slugs, context.subjects))
            for slug in mark.slugs:
                if slug in mentioned:
                    mentioned.remove(slug)
                mentioned.append(slug)
        else:
            if _is_of_things(resolved, tokens, mark):
                continue
            pointing = tokens[mark.start].low in ("that", "this", "these", "those")
            known = center if mark.is_pronoun and center and not pointing else current
            if mark.is_pronoun and not center and current == ours:
                # "we're at 149.6, so it's 41.4 million nearer": nobody calls himself "it".
                known = ()
            slugs = _referent(mark.reference, mentioned, known, context, mark, tokens)
            if mark.reference in _ORDERED and not mentioned and _is_of_figures(resolved, context):
                # "6.5% vs. 20.2%, the latter about three times the former": in the order of the page
                slugs = (context.subjects[_ORDERED.index(mark.reference)],)
            if len(center) == 1 and _is_whole_of_a_part(resolved, tokens, mark):
                slugs = center
            if mark.reference == "it" and not slugs and ours and (other := other_of(context.subjects, ours)):
                slugs = (other,)
            if (
                tokens[mark.start].low in ("them", "it")
                and center == slugs
                and not mark.possessive
                and _is_by_another(resolved, tokens, mark)
            ):
                earlier = tuple(slug for slug in mentioned if slug not in slugs)[-1:]
                other = other_of(context.subjects, slugs)
                slugs = (other,) if other else earlier or slugs
            mark = replace(mark, slugs=slugs)
            if mark.reference == "other" and mark.end - mark.start > 1 and len(slugs) == 1:
                # "auto mechanics … their colleagues in aviation": the latter are the colleagues.
                mentioned = [one for one in mentioned if one not in slugs] + [slugs[0]]
        if mark.slugs:
            current = mark.slugs
            aside = _is_beside(tokens, mark) or _is_object(resolved, mark) or _is_complement(tokens, mark)
            if is_first_person(tokens, mark):
                ours = mark.slugs
            elif not center or not (mark.possessive and not mark.reference or aside):
                center = mark.slugs
        resolved.append(mark)
    return told_apart(resolved, tokens, context), tuple(mentioned), neither


_ORDERED = ("former", "latter")


def _is_of_figures(before: Sequence[Mark], context: Context) -> bool:
    """Whether two figures of one unit alone stand before the first word for one of two, and no name."""
    first = next(
        (at for at, one in enumerate(before) if isinstance(one, EntityMark) and one.reference in _ORDERED),
        len(before),
    )
    figures = [one.figure for one in before[:first] if isinstance(one, FigureMark)]
    return len(context.subjects) == 2 == len(figures) and figures[0].unit == figures[1].unit


def _is_whole_of_a_part(before: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether "the …s" are all of whom a part is told: "a male field: women make up just over a fifth of the …"."""
    last = before[-1] if before else None
    return (
        mark.reference == "both"
        and mark.end == mark.start + 2
        and tokens[mark.start].low == "the"
        and last is not None
        and (
            (isinstance(last, FigureMark) and last.figure.unit in ("percent", "fraction"))
            or (isinstance(last, CueMark) and last.cue.role in ("majority", "minority", "most"))
        )
        and last.end == mark.start - 1
        and tokens[last.end].low == "of"
    )


_TOLD = [[noun] for noun in (*word_list("nouns")["sums"], *word_list("restating")["shares"], "gap")]
"""Behind "the latter", what was told last of two."""
_THINGS = frozenset(
    "end hand way day thing things half extreme direction words people reason point points".split()
)
"""Behind "the other", what is no entity."""


def _is_where_others_work(before: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether a place is only where somebody else works: "bakers work in kitchens at four in the morning"."""
    last = next((one for one in reversed(before) if isinstance(one, EntityMark) and one.slugs), None)
    if last is None or tokens[mark.end - 1].low not in _WORKPLACES or last.slugs == mark.slugs:
        return False
    between = [token.low for token in tokens[last.end : mark.start]]
    told = any(word[0].isdigit() or word == "$" for word in between)
    near = {"in", "at", "inside"} | (set() if told else {"to", "into", "from", "for"})
    return bool(near & set(between[-2:])) and not _PARTING & set(between)


_WORKPLACES = frozenset(word_list("persons")["workplaces"])
_PARTING = frozenset({",", ";", ":", "and", "but", "while", "than", "against"})


def _is_each_item(before: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether "each" behind a figure is each of the items before it: "CPT and CPR are at 2% each"."""
    before = [one for one in before if not is_link(one)]
    if len(before) < 3 or not isinstance(before[-1], FigureMark) or before[-1].end != mark.start:
        return False
    two, one = before[-2], before[-3]
    items = isinstance(one, TargetMark) and isinstance(two, TargetMark)
    between = [token.low for token in tokens[one.end : two.start]]
    return items and between in (["and"], ["&"], [",", "and"])


def _is_each_behind(marks: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether "each" behind a figure is each of the items after it: "16.2% each an associate's or a bachelor's"."""
    at = next((at for at, one in enumerate(marks) if one.start == mark.start), 0)
    before, behind = marks[at - 1] if at else None, [one for one in marks[at + 1 :] if not is_link(one)][:2]
    if not isinstance(before, FigureMark) or before.end != mark.start or len(behind) < 2:
        return False
    one, two = behind
    items = all(
        isinstance(item, TargetMark) and any(target.kind == "item" for target in item.targets)
        for item in behind
    )
    between = [token.low for token in tokens[one.end : two.start] if token.low not in ("a", "an", "the")]
    return items and between in (["or"], ["and"])


def _is_complement(tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether a name stands behind a preposition inside a clause, where it is nobody's subject: "15,300 in hygiene"."""
    start = mark.start
    while start and tokens[start - 1].low in ("the", "a", "an"):
        start -= 1
    if start < 2 or tokens[start - 1].low not in _PREPOSITIONS:
        return False
    return (
        tokens[start - 2].low[:1].isalnum()
        and tokens[start - 2].low not in _OPENING
        or tokens[start - 2].low == "%"
    )


_PREPOSITIONS = frozenset({"in", "for", "of", "among", "to", "by", "from", "on"})
_OPENING = frozenset({"and", "but", "while", "so", "yet", "or", "that", "because", "since"})


_PARTS = tuple(
    [word, "of"] for word in ("more", "less", "much", "most", "some", "all", "none", "any", "part", "rest")
)


def _is_object(before: Sequence[Mark], mark: EntityMark) -> bool:
    """Whether a name is whom another is said to be ahead of or behind: "although bakers outnumber chefs, they …"."""
    last = before[-1] if before else None
    return isinstance(last, CueMark) and last.cue.binds and 0 <= mark.start - last.end <= 1


def _is_by_another(before: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether "them" cannot be the subject of its own verb: "they are outnumbered by them"."""
    last = before[-1] if before else None
    bound = isinstance(last, CueMark) and last.cue.binds and mark.start - last.end <= 1
    return bound or (mark.start > 0 and tokens[mark.start - 1].low == "than")


def _is_of_things(before: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether "them" is what somebody gains or loses: "accountants gain jobs, whereas clerks lose them"."""
    last = before[-1] if before else None
    trend = isinstance(last, CueMark) and last.cue.role == "trend" and last.end == mark.start
    return tokens[mark.start].low == "them" and trend


_PAIRED = frozenset(
    {"ends", "cases", "respects", "counts", "figures", "numbers", "shares", "points", "measures"}
)


def _are_counted(marks: Sequence[Mark], tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether "them" are so many people of whom something is said of a name: "182,400 of them sign for an Alder"."""
    figures = [one for one in marks if isinstance(one, FigureMark) and one.end == mark.start - 1]
    counted = bool(figures) and tokens[mark.start - 1].low == "of" and figures[0].figure.unit == "plain"
    return counted and any(
        isinstance(one, EntityMark) and not one.reference and 0 < one.start - mark.end <= _NEAR
        for one in marks
    )


_NEAR = 5


def _are_a_part(tokens: Sequence[Token], mark: EntityMark, context: Context) -> bool:
    """Whether "they" are those of whom a share was told: "women … in law they make up 38.7%"."""
    after = [token.low for token in tokens[mark.end : mark.end + 2]]
    return context.discourse.target is not None and after in (
        ["make", "up"],
        ["account", "for"],
        ["made", "up"],
    )


def _is_beside(tokens: Sequence[Token], mark: EntityMark) -> bool:
    """Whether a name is only what another is compared with, so that no pronoun goes on with it: "than Mars"."""
    start = mark.start
    while start and tokens[start - 1].low in BEFORE_NAMES:
        start -= 1
        if tokens[start].low in ("that", "those") and tokens[start + 1].low == "of":
            return True
    return bool(start) and tokens[start - 1].low in COMPARING


def _ranks(mark: Mark) -> bool:
    """Whether a mark is the comparative of "the colder of the two", which names no subject."""
    return isinstance(mark, CueMark) and mark.cue.role in ("more", "most")


def _closes(tokens: Sequence[Token], index: int) -> bool:
    return index >= len(tokens) or tokens[index].low in (".", ",", ";", "!", ")", "—")


_INTO = frozenset({"into", "enter", "enters", "entering", "entered"})
_TIMES = frozenset({"year", "month", "week", "day", "hour", "time", "decade"})


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
    if reference == "one":
        following = tokens[mark.end].low if mark.end < len(tokens) else "."
        if following not in _AFTER_ONE or not any(token.low == "other" for token in tokens[mark.end :]):
            return ()
        return (mentioned[-2] if len(mentioned) > 1 else subjects[0],) if len(subjects) == 2 else ()
    if reference in ("former", "latter"):
        compared = [slug for slug in mentioned if slug in subjects] if len(subjects) == 2 else mentioned
        before = [slug for slug in discourse.mentioned if slug not in compared]
        if len(subjects) == 2:
            before = [slug for slug in before if slug in subjects]
        named = before + compared if len(compared) < 2 else compared
        pair = named[-2:] if len(named) >= 2 else list(subjects)
        if len(pair) < 2:
            return ()
        return (pair[0],) if reference == "former" else (pair[1],)
    if reference in ("other", "kin"):
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
            if later & {"to", "that", "worth", "who"}:
                return ()
        base = current or default
        return base if len(base) == 1 or not default else default
    return ()


_AFTER_ONE = frozenset({",", ".", ";", "and", "but", "while", "against", *word_list("verbs")["after_one"]})
"""After "the one" that stands for an entity; before other words it stands for a thing."""
