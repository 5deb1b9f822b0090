"""Having and not having.

Example: "needs no experience", "neither has a moon", "unlike Venus, Earth has a moon", "only chefs are asked
for some experience", "neither trade requires a degree"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from nlg.data import Quantity
from nlg.validator.claim import Claim
from nlg.validator.judgement.verdicts import make, no_data
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.sentences.clauses import Clause
from nlg.validator.sentences.marks import CueMark, FigureMark, TargetMark
from nlg.validator.sentences.scene import Scene
from nlg.validator.vocabulary.compilation import spelled_superlative
from nlg.validator.vocabulary.resolution import Reader, Target

_NOTHING = frozenset({"no", "none", "not", "without", "nothing"})
_LACKING = frozenset(
    {"no", "without", "lack", "lacks", "lacking", "zero", "nor", "skip", "skips", "forgo", "forgoes"}
)
_ANY = frozenset({"a", "an", "any", "some", "one", "its", "their"})
_FILLERS = frozenset(
    "a an any some prior previous formal additional extra specific particular related kind of sort the its their"
    " single own kinds real".split()
)
_ANY_OF_KIND = frozenset(word_list("nouns")["required"])
"""Words before the noun of a kind that narrow it to nothing the data could not tell."""
_REQUIRING = frozenset(
    "need needs require requires required bring brings expect expects expected demand demands ask asks asked wants"
    " want has have having get gets receive receives undergo undergoes lack lacks boast boasts"
    " involve involves involved include includes entail entails mean means".split()
)
_OWNING = frozenset({"has", "have", "having", "boast", "boasts", "own", "owns", "possess", "possesses"})
_UNDERGOING = frozenset({"learn", "learns", "trained", "learned", "train", "trains", "teach"})
"""Verbs of a measure's own turn of phrase, which say that it is there: "learn on the job"."""
_ASKING = frozenset(
    {"ask", "asks", "asked", "asking", "call", "calls", "calling", "look", "looks", "looking"}
)
_REQUIRED = frozenset({"required", "needed", "necessary", "expected", "demanded", "asked"})


def read(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """What a clause says its subject has, needs or lacks, without saying how much."""
    if scene.advisory:
        return
    for mark in clause.marks:
        if mark.start in scene.used:
            continue
        if isinstance(mark, TargetMark):
            yield from _of_measure(scene, clause, mark)
        elif isinstance(mark, CueMark) and scene.tokens[mark.start].low == "none":
            yield from _none(scene, clause, mark)
    yield from _of_kind(scene, clause)


@lru_cache(maxsize=64)
def nothing_values(reader: Reader) -> dict[str, frozenset[str]]:
    """By text measure: the values that say that there is nothing ("no rings")."""
    found: dict[str, set[str]] = {}
    for (_, concept), observation in reader.dataset.observations.items():
        value = observation.value
        if isinstance(value, str) and value.lower().split()[:1] and value.lower().split()[0] in _NOTHING:
            found.setdefault(concept, set()).add(value.casefold())
    return {concept: frozenset(values) for concept, values in found.items()}


@lru_cache(maxsize=64)
def countable(reader: Reader) -> frozenset[str]:
    """The counts that are zero for somebody, so that to have one at all says something."""
    return frozenset(
        concept
        for (_, concept), observation in reader.dataset.observations.items()
        if isinstance(observation.value, Quantity)
        and observation.value.value == 0
        and reader.families[concept] == "count"
    )


@lru_cache(maxsize=64)
def kinds(reader: Reader) -> dict[str, str]:
    """The nouns that end several values of one text measure ("bachelor's degree"), and that measure."""
    heads: Counter[tuple[str, str]] = Counter()
    own = {*reader.words.nouns, *reader.words.loose, *reader.words.plurals}
    for concept, values in _values(reader).items():
        if spelled_superlative(reader.measures[concept]):
            # An entity has no best-paying industry's kind: "a male-dominated trade".
            continue
        for value in values:
            last = value.replace("-", " ").split()[-1:]
            if last and last[0].isalpha() and len(value.split()) > 1:
                heads[last[0], concept] += 1
    found = {word: concept for (word, concept), number in sorted(heads.items()) if number > 1}
    no_kinds = {"more", "years", *own}
    return {word: concept for word, concept in found.items() if heads.total() and word not in no_kinds}


@lru_cache(maxsize=64)
def _values(reader: Reader) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for (_, concept), observation in reader.dataset.observations.items():
        if isinstance(observation.value, str) and reader.families.get(concept) == "text":
            found.setdefault(concept, {})[observation.value.casefold()] = None
    return {concept: tuple(values) for concept, values in found.items()}


def _of_measure(scene: Scene, clause: Clause, mark: TargetMark) -> Iterator[Claim]:
    reader = scene.reader
    text = next(
        (t for t in mark.targets if t.kind == "text" and not t.item and t.name in nothing_values(reader)),
        None,
    )
    count = next((t for t in mark.targets if t.kind == "measure" and t.name in countable(reader)), None)
    target = text or count
    if target is None or not clause.subject or _says_more(scene, clause, mark):
        return
    has = _polarity(scene, clause, mark, text is not None)
    if has is None:
        return
    claims = _judge(scene, clause, _start(clause, mark), mark.end, target, has)
    if _amount_start(scene, mark.start) == mark.start:
        yield from claims
        return
    # How much is more than the words settle, unless there is nothing.
    yield from (claim for claim in claims if claim.verdict != "supported")


def _amount_start(scene: Scene, start: int) -> int:
    """Where an amount in words begins before a noun, or the noun where none does: "several years of experience"."""
    at = start
    while at and scene.tokens[at - 1].low in _FILLERS - _BEFORE_AMOUNTS:
        at -= 1
    if not at or scene.tokens[at - 1].low != "of":
        return start
    at -= 1
    while at and start - at < 8 and scene.tokens[at - 1].low in _AMOUNTS:
        at -= 1
    return at if scene.tokens[at].low != "of" else start


_BEFORE_AMOUNTS = frozenset({"of", "a", "an", "the", "its", "their"})
_AMOUNTS = frozenset(
    "several some many a few couple of years months weeks plenty lot lots bit good deal amount solid long stretch"
    " considerable short brief spell period stint stretch".split()
)


def _none(scene: Scene, clause: Clause, mark: CueMark) -> Iterator[Claim]:
    """ "A baker needs none", "experience: none"."""
    reader = scene.reader
    after = scene.tokens[mark.end].low if mark.end < len(scene.tokens) else "."
    if after.isalpha() or clause.cues("share") or clause.figures():
        return
    for earlier in reversed(scene.clauses[: scene.index(clause) + 1]):
        for other in reversed(earlier.marks):
            if isinstance(other, TargetMark) and other.end <= mark.start:
                for target in other.targets:
                    known = target.name in nothing_values(reader) or target.name in countable(reader)
                    if known and target.kind in ("text", "measure"):
                        plain = Target(target.kind, target.name)
                        yield from _judge(scene, clause, mark.start, mark.end, plain, False)
                        return


def _of_kind(scene: Scene, clause: Clause) -> Iterator[Claim]:
    """ "Neither trade requires a college degree": a kind of value by the noun that several values end in."""
    reader = scene.reader
    nouns = kinds(reader)
    for index in range(clause.start + 1, clause.end):
        concept = nouns.get(scene.tokens[index].low.removesuffix("s")) or nouns.get(scene.tokens[index].low)
        if concept is None or not clause.subject:
            continue
        if any(mark.start <= index < mark.end for mark in clause.marks):
            continue
        start = index
        while start > clause.start and index - start < 3 and scene.tokens[start - 1].low not in _ANY | {"no"}:
            start -= 1
        before = scene.tokens[start - 1].low if start > clause.start else ""
        words = {token.low for token in scene.tokens[clause.start : start]}
        if (
            before not in ("a", "an", "any", "no")
            or not words & (_REQUIRING | {"is", "are"})
            or clause.figures()
        ):
            continue
        denied = (
            before == "no"
            or _asks_nobody(scene, clause)
            or scene.denies(index)
            or _denies(scene, clause, index)
        )
        words_of_kind = tuple(
            token.low for token in scene.tokens[start:index] if token.low not in _FILLERS | _ANY_OF_KIND
        )
        target = Target("text", concept)
        for claim in _judge(scene, clause, start - 1, index + 1, target, not denied, scene.tokens[index].low):
            yield _of_special_kind(scene, claim, target, words_of_kind, denied)
        return


def _asks_nobody(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with nobody: "nobody has ever asked for a degree"."""
    words = [token.low for token in scene.tokens[clause.start : clause.start + 3] if token.low != "but"]
    return words[:1] == ["nobody"] or words[:2] == ["no", "one"]


def _of_special_kind(
    scene: Scene, claim: Claim, target: Target, special: tuple[str, ...], denied: bool
) -> Claim:
    """A claim of a kind, left open where its noun is narrowed by words that no value has: "a law degree"."""
    cells = [scene.reader.dataset.observed(slug, target.name) for slug in claim.subjects]
    values = [str(cell.value).casefold() for cell in cells if cell is not None]
    if all(word in value for word in special for value in values):
        return claim
    settled = "supported" if denied else "refuted"
    if claim.verdict in (settled, "no_data"):
        return claim
    gives = " and ".join(f'"{value}"' for value in dict.fromkeys(values))
    return replace(
        claim,
        verdict="unparsed",
        message=f'the data give {gives} and do not say whether that is "{claim.text}"',
    )


def _says_more(scene: Scene, clause: Clause, mark: TargetMark) -> bool:
    """Whether a figure, a value, or a comparison says of the measure what it is."""
    if any(isinstance(other, FigureMark) for other in clause.marks):
        return True
    if clause.cues("more", "most", "same", "similar", "different", "gap", "ratio", "trend", "share"):
        return True
    number = scene.index(clause)
    near = [clause, *scene.clauses[number + 1 : number + 2]]
    return any(
        other.start > mark.start - 4 and any(target.item for target in other.targets)
        for one in near
        for other in one.targets()
    )


def _polarity(scene: Scene, clause: Clause, mark: TargetMark, is_text: bool) -> bool | None:
    """Whether the measure is said to be there, or not to be; None when nothing of the kind is said."""
    tokens = scene.tokens
    at = _amount_start(scene, mark.start) - 1
    while at >= clause.start and tokens[at].low in _FILLERS:
        at -= 1
    before = tokens[at].low if at >= clause.start else ""
    between = {token.low for token in tokens[at + 1 : mark.start]}
    words = {token.low for token in tokens[clause.start : mark.start]}
    after = [token.low for token in tokens[mark.end : mark.end + 4]]
    if is_text and tokens[mark.start].low in _UNDERGOING:
        return not (scene.denies(mark.start) or _denies(scene, clause, mark.start))
    if is_text and before == "for" and words & _ASKING:
        nobody = bool(words & {"nobody", "no"})
        return not (nobody or scene.denies(mark.start) or _denies(scene, clause, mark.start))
    if "single" in between:
        return None
    if is_text and (come := _comes_with(scene, clause, mark)) is not None:
        return come
    if before in _LACKING:
        return False
    owning = before in (_REQUIRING if is_text else _OWNING) or (
        between & {"some", "any"} and bool(words & _REQUIRING)
    )
    if owning and (scene.denies(mark.start) or _denies(scene, clause, mark.start)):
        return False
    asked = is_text and before not in _OWNING
    if owning and (asked or between & _ANY or tokens[mark.end - 1].low.endswith("s")):
        return True if after[:1] not in (["with"], ["in"], ["of"], ["as"]) else None
    if is_text and after[:1] in (["is"], ["are"]) and _REQUIRED & set(after):
        if any(entity.reference == "neither" and entity.start >= mark.end for entity in clause.entities()):
            return False
        return "not" not in after and not _is_coordinated_denial(scene, clause)
    return None


def _comes_with(scene: Scene, clause: Clause, mark: TargetMark) -> bool | None:
    """Whether what a job is said to come with is there: "neither comes with training"; None where none is."""
    before = scene.clauses[clause.number - 1] if clause.number and clause.opener == "with" else None
    if before is None or scene.tokens[before.end - 1].low not in _COMING or clause.marks[0] is not mark:
        return None
    if any(token.low not in _FILLERS for token in scene.tokens[clause.start : mark.start]):
        return None
    start = before.start
    if any(entity.reference in ("both", "they", "neither") for entity in before.entities()):
        # "Neither job asks for experience, though both come with training"
        start = 0
    words = {token.low for token in scene.tokens[start : before.end]}
    if "comes" not in words and words.isdisjoint({*scene.reader.words.plurals, *scene.reader.words.nouns}):
        # "nurses come with experience" tells what people bring.
        return None
    neither = any(entity.reference == "neither" for entity in before.entities())
    return not (neither or scene.denies(mark.start) or bool(before.cues("not")))


_COMING = frozenset({"come", "comes", "came"})


def _is_coordinated_denial(scene: Scene, clause: Clause) -> bool:
    """Whether a "no" before an "or" goes on: "no prior experience or on-the-job training is required"."""
    number = scene.index(clause)
    if clause.opener != "or" or not number:
        return False
    before = scene.clauses[number - 1]
    opening = next((token.low for token in scene.tokens[before.start : before.end]), "")
    values = [mark for mark in before.targets() if scene.tokens[mark.start].low in _NOTHING]
    return opening in _NOTHING or bool(values) or bool(before.cues("not"))


def _denies(scene: Scene, clause: Clause, before: int) -> bool:
    return any(cue.end <= before and before - cue.end < 8 for cue in clause.cues("not"))


def _start(clause: Clause, mark: TargetMark) -> int:
    own = [other.start for other in clause.marks if other.start <= mark.start]
    return min(own)


def _judge(
    scene: Scene, clause: Clause, start: int, end: int, target: Target, has: bool, kind: str = ""
) -> Iterator[Claim]:
    """That the clause's subject has something, and that whoever is set against it by *only* or *unlike* has not."""
    reader = scene.reader
    place = scene.place(start, end)
    subjects = clause.subject
    wanted = dict.fromkeys(subjects, has)
    other = scene.other(subjects)
    if other and (clause.cues("only") or any(one.opener == "unlike" for one in scene.clauses)):
        wanted[other] = not has
    cells = {slug: reader.dataset.observed(slug, target.name) for slug in wanted}
    missing = [slug for slug, cell in cells.items() if cell is None]
    for mark in clause.marks:
        if start <= mark.start < end:
            scene.used.add(mark.start)
    scene.last_target, scene.said = target, subjects
    if missing:
        yield no_data(reader, place, "value", missing, target, has)
        return
    known = {slug: cell for slug, cell in cells.items() if cell is not None}
    faults = []
    for slug, cell in known.items():
        value = cell.value
        if isinstance(value, Quantity):
            found = value.value != 0
            shown = str(value.value)
        else:
            shown = str(value)
            found = (
                _is_of_kind(shown, kind)
                if kind
                else shown.casefold() not in nothing_values(reader).get(target.name, frozenset())
            )
        if found != wanted[slug]:
            faults.append(f'the data give "{shown}" for {reader.dataset.entities[slug].title}')
    yield make(
        reader, place, "value", tuple(wanted), target, "refuted" if faults else "supported",
        f'says "{place.text}"; {" and ".join(faults)}', has, None,
        tuple(cell.source for cell in known.values()),
    )  # fmt: skip


def _is_of_kind(value: str, kind: str) -> bool:
    """Whether a value is of the kind that its noun names: "some college, no degree" is no degree."""
    words = value.casefold().replace("-", " ").split()
    return bool(set(words) & {kind, kind.removesuffix("s")}) and not set(words) & _NOTHING
