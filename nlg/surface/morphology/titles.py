"""A whole title taken apart: which words are its heads, what stands beside them, what trails behind.

The parts, put together again, are the title letter for letter, so that a title can be inflected without
changing its order. Example: "Cooks, Fast Food" is the core "Cooks" and the tail ", Fast Food".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nlg.surface.morphology.nouns import CACHE_SIZE, is_acronym, is_agent, is_plural, singular_noun
from nlg.surface.morphology.vocabulary import Vocabulary

Role = Literal["head", "link", "other"]

_NOTE = re.compile(r"(?s)(.*?\S)(\s*\()((?:[^()]|\([^()]*\))+)(\)\s*)")
_DASH = re.compile(r"\s*--+\s*|\s+[-–—:]\s+|:\s+")
_COMMA = re.compile(r",\s+")
_LINK = re.compile(r"(\s+(?:and/or|and|or|&)\s+|\s*/\s*)", re.IGNORECASE)
_LEADING_LINK = re.compile(r"(?:and/or|and|or|&)\s+", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_CORE_OF_WORD = re.compile(r"[^\w&'’.]*(.*?)[^\w'’+#]*", re.DOTALL)
_NUMERAL = re.compile(r"[IVX]+|\d+(?:st|nd|rd|th)?|[A-H]|#\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a title."""

    text: str
    role: Role
    """A head is inflected; a link is the "and" between two heads."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the core: an inverted modifier, a limit, or what a helper helps."""

    separator: str
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title's parts, in its own order."""

    core: tuple[Piece, ...]
    tails: tuple[Tail, ...]
    note: str
    """What stands in parentheses at the end; empty when there are none."""
    brackets: tuple[str, str]
    """The parentheses with the space around them."""
    note_is_name: bool
    """Whether the note is another name of the same thing ("(CNA)") and inflects with it."""
    rule: str
    """How the heads were found."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The words that inflect."""
        return tuple(piece.text for piece in self.core if piece.role == "head")

    @property
    def core_text(self) -> str:
        """The core as it stands."""
        return "".join(piece.text for piece in self.core)


@lru_cache(maxsize=CACHE_SIZE)
def take_apart(vocabulary: Vocabulary, term: str) -> Title:
    """The parts of a term. Any text at all has parts; the head of a text without words is the text."""
    body, brackets, note = term, ("", ""), ""
    if term.rstrip().endswith(")") and (match := _NOTE.fullmatch(term)):
        body, note, brackets = match[1], match[3], (match[2], match[4])
    core_text, tails, rule = _core_and_tails(vocabulary, body)
    core, found = _heads(vocabulary, core_text)
    name = bool(note) and _is_name(vocabulary, note, body)
    return Title(core, tails, note, brackets, name, rule or found)


def _core_and_tails(vocabulary: Vocabulary, body: str) -> tuple[tuple[str, ...], tuple[Tail, ...], str]:
    """The segments that hold heads (with the commas between them), the tails, and the rule if one spoke."""
    dash = _DASH.search(body)
    if dash and dash.start() > 0 and dash.end() < len(body):
        front, back = body[: dash.start()], body[dash.end() :]
        if _ends_in_agent(vocabulary, front):
            core, tails, _ = _core_and_tails(vocabulary, front)
            return core, (*tails, Tail(dash[0], back)), "the noun before the dash"
        return (body,), (), ""
    commas = [match.span() for match in _COMMA.finditer(body)]
    if not commas:
        return (body,), (), ""
    starts = [0, *(end for _, end in commas)]
    ends = [*(start for start, _ in commas), len(body)]
    segments = [body[start:end] for start, end in zip(starts, ends, strict=True)]
    separators = [body[start:end] for start, end in commas]
    if not all(segment.strip() for segment in segments):
        return (body,), (), ""
    limit = next(
        (number for number in range(1, len(segments)) if _is_limit(vocabulary, segments[number])),
        len(segments),
    )
    count = _core_length(vocabulary, segments[:limit])
    core = _interleave(segments[:count], separators)
    return core, _tails(vocabulary, segments, separators, count), "" if count == len(segments) else _INVERTED


_INVERTED = "the noun before the comma"


def _interleave(segments: Sequence[str], separators: Sequence[str]) -> tuple[str, ...]:
    parts: list[str] = []
    for number, segment in enumerate(segments):
        if number:
            parts.append(separators[number - 1])
        parts.append(segment)
    return tuple(parts)


def _core_length(vocabulary: Vocabulary, segments: Sequence[str]) -> int:
    """How many segments belong to the core: one, or as many as a list of heads or modifiers has."""
    if len(segments) == 1:
        return 1
    ends_list = [number for number in range(1, len(segments)) if _LEADING_LINK.match(segments[number])]
    if _opens_complement(vocabulary, segments[0]):
        return ends_list[-1] + 1 if ends_list else 1
    if _ends_in_agent(vocabulary, segments[0]) and not _is_modifier_list(vocabulary, segments, ends_list):
        return _list_length(vocabulary, segments, 1)
    for number in ends_list:
        if _ends_in_agent(vocabulary, segments[number]):
            return _list_length(vocabulary, segments, number + 1)
    last = segments[-1]
    return len(segments) if _ends_in_agent(vocabulary, last) or ends_list == [len(segments) - 1] else 1


def _is_modifier_list(vocabulary: Vocabulary, segments: Sequence[str], ends_list: Sequence[int]) -> bool:
    """Whether the first segment only looks like a head ("Computer, Automated Teller, and … Repairers")."""
    if not ends_list or not _ends_in_agent(vocabulary, segments[ends_list[0]]):
        return False
    first = _is_plural_phrase(vocabulary, segments[0])
    last = _is_plural_phrase(vocabulary, segments[ends_list[0]])
    return first != last or not all(_ends_in_agent(vocabulary, part) for part in segments[: ends_list[0]])


def _list_length(vocabulary: Vocabulary, segments: Sequence[str], start: int) -> int:
    """Where the list of heads ends that `segments[:start]` begins."""
    best = start
    for number in range(start, len(segments)):
        segment = segments[number]
        if not _ends_in_agent(vocabulary, segment):
            break
        if _LEADING_LINK.match(segment):
            best = number + 1
        elif len(parts := _LINK.split(segment)) > 1 and all(
            _ends_in_agent(vocabulary, part) for part in parts[::2]
        ):
            best = number + 1
    return best


def _tails(
    vocabulary: Vocabulary, segments: Sequence[str], separators: Sequence[str], count: int
) -> tuple[Tail, ...]:
    """The segments behind the core, those of one list or one limit together."""
    tails: list[Tail] = []
    number = count
    while number < len(segments):
        end = number + 1
        if _is_rest(vocabulary, segments[number]):
            pass
        elif _is_limit(vocabulary, segments[number]):
            while end < len(segments) and not _is_rest(vocabulary, segments[end]):
                end += 1
        else:
            stop = next(
                (at for at in range(end, len(segments)) if _is_limit(vocabulary, segments[at])), len(segments)
            )
            closing = [at for at in range(end, stop) if _LEADING_LINK.match(segments[at])]
            if closing:
                end = closing[-1] + 1
        tails.append(
            Tail(separators[number - 1], "".join(_interleave(segments[number:end], separators[number:])))
        )
        number = end
    return tuple(tails)


def _is_limit(vocabulary: Vocabulary, segment: str) -> bool:
    words = segment.lower().split()
    return bool(words) and (words[0] in vocabulary.limits or _is_rest(vocabulary, segment))


def _is_rest(vocabulary: Vocabulary, segment: str) -> bool:
    lower = segment.lower().strip()
    return lower in vocabulary.rest or any(
        lower.startswith(f"{rest} ") for rest in vocabulary.rest if " " in rest
    )


def _heads(vocabulary: Vocabulary, segments: tuple[str, ...]) -> tuple[tuple[Piece, ...], str]:
    """The pieces of the core's segments, with the rule that found its heads."""
    pieces: list[Piece] = []
    parts = segments[::2]
    agents = [_ends_in_agent(vocabulary, part) for part in parts]
    plural = _is_plural_phrase(vocabulary, parts[-1])
    complement = len(parts) > 1 and _opens_complement(vocabulary, parts[0])
    first = _first_head(vocabulary, parts, agents)
    follows_head = False
    rule = ""
    for number, part in enumerate(parts):
        if number:
            pieces.append(Piece(segments[2 * number - 1], "other"))
        last = number == len(parts) - 1
        is_head = (
            number == 0
            if complement
            else last or (number >= first and _is_plural_phrase(vocabulary, part) == plural)
        )
        if not is_head:
            pieces.extend(_qualifier(vocabulary, part, number == 0 and plural))
            follows_head = False
            continue
        opening = _LEADING_LINK.match(part) if number else None
        if opening:
            pieces.append(Piece(opening[0], "link" if follows_head else "other"))
            part = part[opening.end() :]
        found, rule = _segment(vocabulary, part)
        pieces.extend(found)
        follows_head = True
    if sum(piece.role == "head" for piece in pieces) > 1 and len(parts) > 1:
        rule = "every noun of the list"
    return tuple(pieces), rule


def _first_head(vocabulary: Vocabulary, parts: Sequence[str], agents: Sequence[bool]) -> int:
    """Which part of a list is the first that holds a head: the first of all, or the one that ends its modifiers."""
    plural = _is_plural_phrase(vocabulary, parts[-1])
    if all(agents) and _is_plural_phrase(vocabulary, parts[0]) == plural:
        return 0
    return next(
        (at for at in range(1, len(parts)) if _LEADING_LINK.match(parts[at]) and all(agents[at:])),
        len(parts) - 1,
    )


def _qualifier(vocabulary: Vocabulary, part: str, plural: bool) -> list[Piece]:
    """The pieces of a list's part without a head, save a whole role before "and": "laborers and freight, …"."""
    split = _LINK.split(part)
    if (
        plural
        and len(split) > 1
        and _ends_in_agent(vocabulary, split[0])
        and _is_plural_phrase(vocabulary, split[0])
    ):
        found, _ = _noun_phrase(vocabulary, split[0])
        return [*found, Piece(split[1], "link"), Piece("".join(split[2:]), "other")]
    return [Piece(part, "other")]


def _segment(vocabulary: Vocabulary, text: str) -> tuple[list[Piece], str]:
    """The pieces of one segment: heads before a complement, joined by "and" or a slash."""
    cut = _complement_start(vocabulary, text)
    front, back = text[:cut].rstrip(), text[len(text[:cut].rstrip()) :]
    parts = _LINK.split(front)
    pieces: list[Piece] = []
    rule = ""
    heads = 0
    for number, part in enumerate(parts):
        if number % 2:
            pieces.append(Piece(part, "link" if pieces and pieces[-1].role == "head" or heads else "other"))
            continue
        last = number == len(parts) - 1
        joins = not last and _joins(vocabulary, part, parts[-1])
        if last or joins:
            found, rule = _noun_phrase(vocabulary, part)
            pieces.extend(found)
            heads += 1
        else:
            pieces.append(Piece(part, "other"))
    if heads > 1:
        rule = "both nouns of an alternative" if any("/" in part for part in parts[1::2]) else "both nouns"
    if back:
        pieces.append(Piece(back, "other"))
        if _WORD.search(back):
            rule = "the noun before its complement"
    return _links_between_heads(pieces), rule


def _joins(vocabulary: Vocabulary, part: str, last: str) -> bool:
    """Whether a part before "and" is a head beside the last one: "machinists" beside "die makers".

    Plurals agree or do not. In the singular "crusher and blender operator" is one person, "chef and
    head cook" two: a role right behind "and" is a modifier like the one before it.
    """
    words = last.split()
    if not words or part.count("(") != part.count(")"):
        return False
    final = _bare(words[-1])
    if not names_role(vocabulary, final) and not final.lower().endswith(("er", "or")):
        return False
    plural = _is_plural_phrase(vocabulary, last)
    bare = part.strip().lower()
    if bare in vocabulary.member:
        return len(words) == 1 and plural
    if _is_plural_phrase(vocabulary, part) != plural:
        return False
    own = bare.split()
    if plural:
        return _ends_in_agent(vocabulary, part)
    if not own or own[-1] in vocabulary.served or (len(own) == 1 and own[0] in vocabulary.ranking):
        return False
    if len(words) > 1:
        beside = _bare(words[0])
        role = names_role(vocabulary, beside) or beside.lower().endswith(("er", "or"))
        parallel = role and beside.lower() not in vocabulary.ranking
        return _ends_in_agent(vocabulary, part) and not (parallel and len(own) == 1)
    return _ends_in_agent(vocabulary, part) or own[-1].endswith(("er", "or"))


def _links_between_heads(pieces: list[Piece]) -> list[Piece]:
    """The pieces, a link being one only where heads stand on both sides of it."""
    mended: list[Piece] = []
    for number, piece in enumerate(pieces):
        between = piece.role == "link" and any(other.role == "head" for other in pieces[:number])
        mended.append(Piece(piece.text, "other") if piece.role == "link" and not between else piece)
    return mended


def _noun_phrase(vocabulary: Vocabulary, text: str) -> tuple[list[Piece], str]:
    """The pieces of one noun phrase without a complement: its head is the last word, or nearly."""
    words = list(_WORD.finditer(text))
    if not words:
        return [Piece(text, "head")], "no word"
    at, rule = len(words) - 1, "the last noun"
    while at > 0 and _is_grade(vocabulary, [word[0] for word in words], at):
        at, rule = at - 1, "the noun before its grade"
    adjective = words[at][0].lower()
    if at > 0 and adjective in vocabulary.postposed and _follows(vocabulary, adjective, words[at - 1][0]):
        at, rule = at - 1, "the noun before its adjective"
        if adjective in vocabulary.agreeing:
            rule = "the noun and its adjective"
    if at > 0 and not names_role(vocabulary, _bare(words[at][0])):
        leading = [n for n in range(at) if words[n][0].lower() in vocabulary.vice_heads]
        if leading:
            at, rule = leading[0], "the noun before its field"
    word = _CORE_OF_WORD.fullmatch(words[at][0])
    start, end = words[at].span()
    if word and word[1]:
        start, end = words[at].start() + word.start(1), words[at].start() + word.end(1)
        while end > start and text[end - 1] in ".'’" and not is_acronym(text[start:end]):
            end -= 1
    pieces, hyphen = _hyphenated(vocabulary, text[start:end])
    before, after = text[:start], text[end:]
    if rule == "the noun and its adjective":
        tail = _WORD.search(after)
        assert tail is not None
        pieces += [Piece(after[: tail.start()], "other"), Piece(tail[0], "head")]
        after = after[tail.end() :]
    if before:
        pieces.insert(0, Piece(before, "other"))
    if after:
        pieces.append(Piece(after, "other"))
    return pieces, hyphen or rule


def _hyphenated(vocabulary: Vocabulary, word: str) -> tuple[list[Piece], str]:
    """The pieces of a word: its first part where a complement or particle is tied to it by hyphens."""
    parts = word.split("-")
    if len(parts) > 2 and len(parts[0]) > 1 and parts[1].lower() in vocabulary.prepositions | {"be"}:
        if len(parts) == 3 and not is_agent(vocabulary, parts[0]) and is_agent(vocabulary, parts[-1]):
            return [Piece(word, "head")], ""
        return [Piece(parts[0], "head"), Piece(word[len(parts[0]) :], "other")], "the noun before its hyphens"
    if len(parts) == 2 and parts[1].lower() in _PARTICLES:
        stem = singular_noun(vocabulary, parts[0]).lower()
        if len(stem) > 4 and stem.endswith("er"):
            return [Piece(parts[0], "head"), Piece(f"-{parts[1]}", "other")], "the noun before its particle"
    if len(parts) == 2 and parts[1].lower() in vocabulary.postposed:
        if _follows(vocabulary, parts[1].lower(), parts[0]):
            return [Piece(parts[0], "head"), Piece(f"-{parts[1]}", "other")], "the noun before its adjective"
    return [Piece(word, "head")], ""


_PARTICLES = frozenset({"up", "by", "on", "in", "out", "off", "down", "at"})


def _is_grade(vocabulary: Vocabulary, words: Sequence[str], at: int) -> bool:
    """Whether the word is a rank behind its noun: "II" in "engineer II", "first class"."""
    word = words[at].strip(",;")
    before = words[at - 1].lower()
    if _NUMERAL.fullmatch(word):
        return True
    if word.lower() in vocabulary.grades and before in vocabulary.ordinals and at > 1:
        return True
    if (
        word.lower() in vocabulary.ordinals
        and at + 1 < len(words)
        and words[at + 1].lower() in vocabulary.grades
    ):
        return True
    return (
        word.lower() in vocabulary.grades and at + 1 < len(words) and bool(_NUMERAL.fullmatch(words[at + 1]))
    )


def _follows(vocabulary: Vocabulary, adjective: str, noun: str) -> bool:
    heads = vocabulary.postposed[adjective]
    singular = singular_noun(vocabulary, noun).lower()
    return "*" in heads and is_agent(vocabulary, singular) or singular.rsplit("-", 1)[-1] in heads


def _opens_complement(vocabulary: Vocabulary, text: str) -> bool:
    return _complement_start(vocabulary, text) < len(text)


def _complement_start(vocabulary: Vocabulary, text: str) -> int:
    """Where the head's complement begins ("of nursing"); the text's length when there is none.

    In "point of sale specialist" the complement belongs to a modifier: the word before it is no
    role, and the last word is.
    """
    words = list(_WORD.finditer(text))
    for number, word in enumerate(words):
        if number == 0 or number == len(words) - 1 or not _is_preposition(vocabulary, word[0]):
            continue
        before = _bare(words[number - 1][0])
        if before.lower() in {"and", "or"}:
            continue
        if names_role(vocabulary, before) or not names_role(vocabulary, _bare(words[-1][0])):
            return word.start()
        if before.lower() in vocabulary.postposed and number > 1:
            return word.start()
        return len(text)
    return len(text)


def _is_preposition(vocabulary: Vocabulary, word: str) -> bool:
    return word.islower() and word in vocabulary.prepositions or word.lower() in vocabulary.prepositions


def names_role(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a noun names a role. A plural in -ers does even where the singular may be a thing ("processors")."""
    last = word.rsplit("/", 1)[-1]
    singular = singular_noun(vocabulary, last)
    if singular != last and singular.lower().endswith(("er", "or")):
        return True
    first, hyphen, _ = last.partition("-")
    if hyphen and is_agent(vocabulary, singular_noun(vocabulary, first)):
        return True
    return is_agent(vocabulary, singular) or singular.upper() in vocabulary.people


def _ends_in_agent(vocabulary: Vocabulary, text: str) -> bool:
    """Whether the head of a phrase names a person or role."""
    text = text[: _complement_start(vocabulary, text)]
    words = [_bare(word) for word in text.split()]
    while len(words) > 1 and _is_grade(vocabulary, words, len(words) - 1):
        words.pop()
    if not words:
        return False
    if len(words) > 1 and words[-1].lower() in vocabulary.postposed:
        if _follows(vocabulary, words[-1].lower(), words[-2]):
            return True
    return names_role(vocabulary, words[-1])


def _is_plural_phrase(vocabulary: Vocabulary, text: str) -> bool:
    pieces, _ = _noun_phrase(vocabulary, text[: _complement_start(vocabulary, text)].rstrip() or text)
    head = next((piece.text for piece in pieces if piece.role == "head"), "")
    return is_plural(vocabulary, head)


def _bare(word: str) -> str:
    match = _CORE_OF_WORD.fullmatch(word)
    return match[1] if match else word


def _is_name(vocabulary: Vocabulary, note: str, body: str) -> bool:
    """Whether a note in parentheses renames the title: its initials, or another role."""
    if is_acronym(note) or (is_acronym(note[:-1]) and note.endswith("s")):
        plain = note.removesuffix("s")
        initials = {word[0].lower() for word in re.findall(r"[A-Za-z]+", body)}
        return note in vocabulary.people or note[0].lower() in initials or plain[-1].lower() in initials
    return _ends_in_agent(vocabulary, note) and not _is_limit(vocabulary, note)
