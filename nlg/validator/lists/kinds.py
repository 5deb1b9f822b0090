"""Lists → claims: items with shares, top-k lists, facts with their label, duties, and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nlg.validator.cells.contents import family_shown, judge_cell, says_nothing
from nlg.validator.cells.items import NamedShare, known_item, read_shares
from nlg.validator.cells.labels import Label, find_label, find_topic
from nlg.validator.cells.mentions import name_subject
from nlg.validator.claim import Claim
from nlg.validator.context import Context, Reader
from nlg.validator.lexis.word_lists import word_list
from nlg.validator.lists.orders import in_one_order
from nlg.validator.lists.series import Cues, Entry, judge_series
from nlg.validator.lists.structure import judge_duties
from nlg.validator.page import ListItem, Text
from nlg.validator.prose.paragraphs import read_on
from nlg.validator.vocabulary.resolution import Target

_TOP = re.compile(
    r"\b(?:top|most (?:common|important|frequent|sought|wanted|valued|widespread)|leading|highest|biggest|largest)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)
}
_COUNT = re.compile(
    rf"\b(?:top|these|the|first)\s+(?P<after>\d{{1,2}}|{'|'.join(_NUMBERS)})\b"
    rf"|\b(?P<before>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?:most|main|key|top|leading|best|biggest|common|core)\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\b(?:in order|ranked|ranking|by share|from (?:most|highest)|descending|in that order)\b", re.IGNORECASE
)
_SHARED = re.compile(r"\b(?:shared?|both|in common|overlap(?:ping)?|alike|the two)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|unique|not shared|distinct(?:ive)?)\b", re.IGNORECASE)
_COLON = re.compile(r"\s*(?::|\s[–—-]\s)\s*")
_SET_AGAINST = re.compile(r"\d[^\s,;]*\s+(?:vs?\.?|versus|against)\s+\S*\d", re.IGNORECASE)
"""Two figures set against each other."""
_MAX_NAME_WORDS = 8
_VERB = re.compile(rf"\b(?:{'|'.join(word_list('verbs')['sentences'])})\b", re.IGNORECASE)
"""Words that make a sentence of what stands before a colon, and no label."""
_ASKING = re.compile(r"\s*(?:what|how|where|who|when)\b", re.IGNORECASE)
"""First words of a question that serves as a label: "How many there are: 113,490"."""
_STOP = re.compile(r"\w{2}[.!?]\s+[A-Z]")
"""Where a sentence ends before a colon, so that more than a label stands there."""


@dataclass(frozen=True, slots=True)
class ListHead:
    """What the words above a list say of it."""

    topic: str
    """The child resource's key, a concept, or empty."""
    count: int
    """3 of "top three"; 0 when no number is given."""
    is_top: bool
    is_ordered: bool
    is_shared: bool
    is_exclusive: bool


def read_list(
    reader: Reader, items: tuple[ListItem, ...], head: ListHead, context: Context
) -> tuple[Claim, ...]:
    """The claims of one list, in page order; the head is what `read_head` makes of the same context."""
    found_entries = _entries(reader, items, head)
    if found_entries is not None:
        entries, key = found_entries
        owners = context.focus if len(context.focus) == 1 else context.subjects if head.is_shared else ()
        if owners and (len(owners) == 1 or not any(entry.share.figure for entry in entries)):
            return tuple(judge_series(reader, entries, key, owners, context.subjects, _cues(head, items)))
    duties = judge_duties(reader, items, context)
    claims: list[Claim] = list(duties)
    told = {claim.span for claim in duties}
    is_duties = head.topic in reader.collections and reader.collections[head.topic].kind == "texts"
    lines: list[tuple[Text, tuple[Claim, ...]]] = []
    for item in items:
        if item.text.span(0, len(item.text.content)) in told:
            continue
        found, context = _read_item(reader, item.text, head, context)
        # Duties claim nothing; a number in one is no figure about its owner.
        kept = (claim for claim in found if not (claim.verdict == "unparsed" and (is_duties or duties)))
        lines.append((item.text, tuple(kept)))
    return (*claims, *in_one_order(reader, lines, context.subjects))


def read_head(reader: Reader, context: Context) -> ListHead:
    """The topic, count and cues of the words above a list, the nearest that say anything counting."""
    topic = context.topic
    nearest = context.headings[-1] if context.headings else ""
    for words in reversed(context.headings[-2:]):
        if found := find_topic(reader, words):
            topic = found
            break
    resources = {collection.resource: key for key, collection in reader.collections.items()}
    count = 0
    if found_count := _COUNT.search(nearest):
        word = (found_count["after"] or found_count["before"]).lower()
        count = int(word) if word.isdigit() else _NUMBERS[word]
    return ListHead(
        resources.get(topic, topic),
        count,
        bool(_TOP.search(nearest)),
        bool(_ORDER.search(nearest)),
        bool(_SHARED.search(nearest)),
        bool(_ONLY.search(nearest)),
    )


def _cues(head: ListHead, items: tuple[ListItem, ...]) -> Cues:
    is_ordered = head.is_ordered or items[0].ordered
    return Cues(head.count, head.is_top or bool(head.count), is_ordered, head.is_exclusive)


def _entries(
    reader: Reader, items: tuple[ListItem, ...], head: ListHead
) -> tuple[tuple[Entry, ...], str] | None:
    """The list as names with or without shares and the child resource that they belong to; None for other lists.

    It is one when most items are known ones; then the others are claimed to be such items too.
    """
    entries = []
    for item in items:
        entry = _entry(reader, item.text)
        if entry is None:
            return None
        entries.append(entry)
    keys = [head.topic] if head.topic in reader.collections else list(reader.collections)
    counts = {
        key: sum(bool(known_item(reader, key, entry.share.name)) for entry in entries)
        for key in keys
        if reader.collections[key].kind != "texts"
    }
    key = max(counts, key=lambda key: counts[key], default="")
    known = counts.get(key, 0)
    return (tuple(entries), key) if known * 2 > len(items) or (known and len(items) == 2) else None


def _entry(reader: Reader, text: Text) -> Entry | None:
    shares = read_shares(reader, text)
    if len(shares) == 1:
        share = shares[0]
        rest = len(text.content) - (share.end - share.start)
        return Entry(text, share) if rest <= 2 and len(share.name.split()) <= _MAX_NAME_WORDS else None
    name = text.content.strip().rstrip(".;,")
    if shares or not name or len(name.split()) > _MAX_NAME_WORDS:
        return None
    return Entry(text, NamedShare(0, len(name), name, 0, None, (0, 0)))


def _read_item(
    reader: Reader, text: Text, head: ListHead, context: Context
) -> tuple[tuple[Claim, ...], Context]:
    """A fact with its label ("Average salary: $34,252"), or running text."""
    colon = _COLON.search(text.content)
    if colon and len(context.subjects) > 0:
        claims = tuple(_read_fact(reader, text, colon, head, context))
        if claims:
            return claims, context
    return read_on(reader, text, context)


def _read_fact(
    reader: Reader, text: Text, colon: re.Match[str], head: ListHead, context: Context
) -> Iterator[Claim]:
    lead = text.content[: colon.start()]
    if (_VERB.search(lead) and not _ASKING.match(lead)) or _STOP.search(lead):
        return
    rest = text.cut(colon.end(), len(text.content))
    if (
        len(context.subjects) == 2
        and _SET_AGAINST.search(rest.content)
        and not name_subject(reader, lead, context.subjects)
    ):
        # "Hourly: $63.98 vs. $43.72" tells of both.
        return
    if not rest.content or says_nothing(rest) or len(rest.content.split()) > _MAX_NAME_WORDS:
        return
    slug = name_subject(reader, lead, context.subjects)
    if slug:
        label = _topic_label(reader, head.topic)
        if label is not None and not _may_be_of(reader, label, rest):
            return
    else:
        slug = context.focus[0] if len(context.focus) == 1 else ""
        label = find_label(reader, lead)
    if slug and label is not None:
        claims = judge_cell(reader, _without_stop(rest), label, slug, context.subjects)
        if any(claim.verdict == "unparsed" for claim in claims):
            # What no cell would say may be plain prose: "113,490, with 3,900 openings every year".
            about = replace(context, focus=(slug,), topic=label.target.name)
            said = read_on(reader, rest, about)[0]
            claims = min(said, claims, key=_unread) if said else claims
        if any(claim.verdict != "unparsed" for claim in claims):
            yield from claims


def _unread(claims: Sequence[Claim]) -> int:
    """How many claims nobody could read."""
    return sum(claim.verdict == "unparsed" for claim in claims)


def _may_be_of(reader: Reader, label: Label, text: Text) -> bool:
    """Whether a fact may be of what its heading speaks of: no sum of money is of growth."""
    shown = family_shown(text)
    return label.target.kind != "measure" or shown != "money" or reader.families[label.target.name] == shown


def _topic_label(reader: Reader, topic: str) -> Label | None:
    if topic in reader.collections:
        return Label(Target("collection", topic))
    if topic in reader.ranges:
        return Label(Target("range", topic))
    if topic in reader.measures:
        return Label(Target("measure" if reader.measures[topic].numeric else "text", topic))
    return None


def _without_stop(text: Text) -> Text:
    content = text.content.rstrip(".;,")
    return text.cut(0, len(content)) if content else text


def announces(text: str, following: object) -> bool:
    """Whether a line with a count of items only announces the list that follows."""
    return isinstance(following, tuple) and text.endswith(":") and bool(_COUNT.search(text))


def with_lead(context: Context, lead: str) -> Context:
    """The context of a list, the words just above it counted as its innermost heading."""
    return replace(context, headings=(*context.headings, lead)) if lead else context
