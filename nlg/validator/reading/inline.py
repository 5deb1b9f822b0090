"""Markdown inside a block → what a reader sees: emphasis, links, escapes, entities and tags read away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from nlg.validator.page import Text
from nlg.validator.reading.lines import Line, Passage
from nlg.validator.reading.pieces import Pieces

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>")
_TAG = re.compile(
    r"<(?:!--.*?-->|![A-Z].*?>|\?.*?\?>|/[A-Za-z][\w-]*\s*>"
    r"|[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>)",
    re.DOTALL,
)
_DESTINATION = re.compile(
    r"\(\s*(?:<(?:[^<>\n\\]|\\.)*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)"
)
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_BREAKING_TAGS = re.compile(r"</?(?:br|p|div|li|tr|td|th|hr|summary|details)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Mark:
    """A run of emphasis characters, or a bracket, that later characters may claim as markup."""

    sign: str
    start: int
    end: int
    opens: bool = False
    closes: bool = False
    length: int = 0


def label_of(text: str) -> str:
    """A link label in the form in which labels are compared."""
    return " ".join(text.split()).casefold()


def read_inline(lines: list[Line], references: frozenset[str]) -> tuple[Text, tuple[Text, ...]]:
    """The visible text of a block's lines, and the alternative texts of the images in it."""
    if len(lines) == 1 and not _SPECIAL.search(lines[0].text):
        pieces = Pieces()
        pieces.add(lines[0].text, lines[0].place)
        return pieces.text(), ()
    return _Inline(Passage(lines), references).read()


class _Inline:
    """One pass over a passage that notes which characters are markup."""

    def __init__(self, passage: Passage, references: frozenset[str]) -> None:
        self._passage = passage
        self._source = passage.text
        self._references = references
        self._hidden: list[tuple[int, int, str]] = []
        """Markup: its start and end, and what a reader sees in its place."""
        self._marks: list[_Mark] = []
        self._brackets: list[tuple[int, int, int, bool]] = []
        """Open brackets: start, end, how many marks came before, whether an image's."""
        self._images: list[tuple[int, int, int, int]] = []

    def read(self) -> tuple[Text, tuple[Text, ...]]:
        """The visible text, and the alternative texts of images."""
        position = 0
        while found := _SPECIAL.search(self._source, position):
            position = self._step(found.start())
        self._pair_marks(0)
        hidden = sorted(self._hidden)
        alternatives = tuple(
            text for _, inner, stop, _ in self._images if (text := self._visible(inner, stop, hidden)).content
        )
        for start, _, _, end in self._images:
            hidden = [mark for mark in hidden if not start <= mark[0] < end]
            hidden.append((start, end, " "))
        return self._visible(0, len(self._source), sorted(hidden)), alternatives

    def _step(self, at: int) -> int:
        source = self._source
        sign = source[at]
        if sign == "\\":
            if at + 1 < len(source) and source[at + 1] in _PUNCTUATION:
                self._hidden.append((at, at + 1, ""))
                return at + 2
            if at + 1 < len(source) and source[at + 1] == "\n":
                self._hidden.append((at, at + 1, ""))
            return at + 1
        if sign == "`":
            return self._read_code(at)
        if sign in "*_~":
            return self._read_run(at)
        if sign == "!":
            if source.startswith("[", at + 1):
                self._brackets.append((at, at + 2, len(self._marks), True))
                return at + 2
            return at + 1
        if sign == "[":
            self._brackets.append((at, at + 1, len(self._marks), False))
            return at + 1
        if sign == "]":
            return self._close_bracket(at)
        if sign == "<":
            return self._read_tag(at)
        entity = _ENTITY.match(source, at)
        if entity and (characters := unescape(entity[0])) != entity[0]:
            self._hidden.append((at, entity.end(), characters))
            return entity.end()
        return at + 1

    def _read_code(self, at: int) -> int:
        source = self._source
        end = at
        while end < len(source) and source[end] == "`":
            end += 1
        closing = re.compile(rf"(?<!`)`{{{end - at}}}(?!`)").search(source, end)
        if closing is None:
            return end
        inside = source[end : closing.start()].replace("\n", " ")
        # CommonMark takes one space from each end, so that a code span may begin with a backtick.
        padding = 1 if inside[0] == inside[-1] == " " and inside.strip(" ") else 0
        self._hidden.append((at, end + padding, ""))
        self._hidden.append((closing.start() - padding, closing.end(), ""))
        return closing.end()

    def _read_run(self, at: int) -> int:
        source = self._source
        sign = source[at]
        end = at
        while end < len(source) and source[end] == sign:
            end += 1
        before = source[at - 1] if at else " "
        after = source[end] if end < len(source) else " "
        left = not after.isspace() and (after.isalnum() or before.isspace() or not before.isalnum())
        right = not before.isspace() and (before.isalnum() or after.isspace() or not after.isalnum())
        if sign == "_":
            opens = left and (not right or not before.isalnum())
            closes = right and (not left or not after.isalnum())
        else:
            opens, closes = left, right
        if sign != "~" or end - at <= 2:
            self._marks.append(_Mark(sign, at, end, opens, closes, end - at))
        return end

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        start, inner, marks, image = self._brackets.pop()
        source = self._source
        label = source[inner:at]
        end = 0
        if not image and label.startswith("^") and label_of(label) in self._references:
            self._hidden.append((start, at + 1, ""))
            del self._marks[marks:]
            return at + 1
        if found := _DESTINATION.match(source, at + 1):
            end = found.end()
        elif (found := _REFERENCE.match(source, at + 1)) and found[1]:
            if label_of(found[1]) in self._references:
                end = found.end()
        elif label_of(label) in self._references:
            end = found.end() if found else at + 1
        if not end:
            return at + 1
        self._pair_marks(marks)
        self._hidden.append((start, inner, ""))
        self._hidden.append((at, end, ""))
        if image:
            self._images.append((start, inner, at, end))
        else:
            # A link holds no other link: brackets still open to its left are plain characters.
            self._brackets = [bracket for bracket in self._brackets if bracket[3]]
        return end

    def _read_tag(self, at: int) -> int:
        source = self._source
        if found := _AUTOLINK.match(source, at):
            self._hidden.append((at, at + 1, ""))
            self._hidden.append((found.end() - 1, found.end(), ""))
            return found.end()
        if found := _TAG.match(source, at):
            self._hidden.append((at, found.end(), " " if _BREAKING_TAGS.match(found[0]) else ""))
            return found.end()
        return at + 1

    def _pair_marks(self, bottom: int) -> None:
        """Pairs opening and closing runs, as CommonMark section 6.2 says, and forgets the rest."""
        marks = self._marks
        index = bottom
        searched: dict[tuple[str, bool, int], int] = {}
        """By kind of closer: below which index no opener for it is left, so that none is looked for twice."""
        while index < len(marks):
            closer = marks[index]
            if not closer.closes or not closer.end > closer.start:
                index += 1
                continue
            kind = (
                closer.sign,
                closer.opens,
                closer.end - closer.start if closer.sign == "~" else closer.length % 3,
            )
            lowest = searched.get(kind, bottom)
            opener_index = index - 1
            while opener_index >= lowest and not _pairs(marks[opener_index], closer):
                opener_index -= 1
            if opener_index < lowest:
                searched[kind] = index
                index += 1
                continue
            searched = {key: min(low, opener_index) for key, low in searched.items()}
            opener = marks[opener_index]
            if closer.sign == "~":
                width = closer.end - closer.start
            else:
                width = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
            self._hidden.append((opener.end - width, opener.end, ""))
            self._hidden.append((closer.start, closer.start + width, ""))
            opener.end -= width
            closer.start += width
            del marks[opener_index + 1 : index]
            index = opener_index + 1
            if opener.end == opener.start:
                del marks[opener_index]
                index -= 1
            if closer.end == closer.start:
                del marks[index]
        del marks[bottom:]

    def _visible(self, start: int, end: int, hidden: list[tuple[int, int, str]]) -> Text:
        pieces = Pieces()
        position = start
        for first, last, shown in hidden:
            if first < position or first >= end:
                continue
            for characters, place in self._passage.stretches(position, first):
                pieces.add(characters, place)
            if shown == " " and last - first > 1 and not self._source.startswith("&", first):
                pieces.break_word(self._passage.place(first))
            elif shown:
                pieces.add_decoded(shown, self._passage.place(first), self._passage.place(last - 1) + 1)
            position = last
        for characters, place in self._passage.stretches(position, end):
            pieces.add(characters, place)
        return pieces.text()


def _pairs(opener: _Mark, closer: _Mark) -> bool:
    """Whether two runs are one emphasis; the rule of three is CommonMark's, section 6.2, rule 9."""
    if opener.sign != closer.sign or not opener.opens or opener.end == opener.start:
        return False
    if closer.sign == "~":
        return opener.end - opener.start == closer.end - closer.start
    if (opener.closes or closer.opens) and (opener.length + closer.length) % 3 == 0:
        return opener.length % 3 == 0 and closer.length % 3 == 0
    return True
