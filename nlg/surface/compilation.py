"""Compiles every wording of a clause file once, by rendering it with symbols for fillers.

A macro of a clause file is called at load time with one symbol for each of its parameters. What comes
back is text with marks in it, and the marks are exchanged for slots, verbs and subjects: the article
is later built from those pieces, so that no template runs per article and no figure can lose its
source on the way. A symbol has no truth value and no length: a pattern that tries to decide on one
fails when it is loaded, not when it is used.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from jinja2 import (
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from nlg.errors import Problem
from nlg.sentence.pattern import Article, Choice, Pattern, Piece, Slot, Subject, Verb, draw, leading

OPEN, CLOSE = "\ue000", "\ue001"
"""Marks around a symbol's number; private-use characters, which no filter of Jinja changes."""
STYLES = ("full", "brief", "point", "gist", "answer", "suit", "sequel", "shared")
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_MACRO = re.compile(r"\{%-?\s*macro\s+(\w+)\s*\(([^)]*)\)")
_SPACES = re.compile(r"\s+")
_CONJUNCTION = re.compile(r"\b(?:and|or|but|yet)\b")


@dataclass(slots=True)
class _Marks:
    """The symbols that one macro has used, by number."""

    symbols: list[Any] = field(default_factory=list)

    def mark(self, symbol: Any) -> str:
        self.symbols.append(symbol)
        return f"{OPEN}{len(self.symbols) - 1}{CLOSE}"


class _Symbol:
    """Stands for a role of a message while a pattern is compiled."""

    __slots__ = ("_form", "_marks", "_role")

    def __init__(self, marks: _Marks, role: str, form: str = "") -> None:
        self._marks, self._role, self._form = marks, role, form

    def __getattr__(self, form: str) -> _Symbol:
        if self._form or form.startswith("_"):
            raise AttributeError(f"{self._role}.{self._form} has no form of its own")
        return _Symbol(self._marks, self._role, form)

    def __str__(self) -> str:
        return self._marks.mark(self)

    def __bool__(self) -> bool:
        raise TypeError(f'a pattern may not decide on "{self._role}": that is the planner\'s work')


@dataclass(frozen=True, slots=True)
class _VerbMark:
    lemma: str
    tense: Literal["present", "past"]


@dataclass(frozen=True, slots=True)
class _DoingMark:
    """A filler that is a verb phrase itself, as said of several people: "put a price on risk"."""

    content: str


@dataclass(frozen=True, slots=True)
class _SubjectMark:
    content: str
    plural: bool


@dataclass(frozen=True, slots=True)
class _ChoiceMark:
    options: tuple[str, ...]


class _ArticleMark:
    pass


def _functions(marks: _Marks) -> dict[str, Callable[..., str]]:
    """What a pattern may call."""

    def verb(lemma: str, tense: Literal["present", "past"] = "present") -> str:
        return marks.mark(_VerbMark(lemma, tense))

    def does(content: object) -> str:
        return marks.mark(_DoingMark(str(content)))

    def subj(content: object, number: str = "singular") -> str:
        return marks.mark(_SubjectMark(str(content), number == "plural"))

    def one_of(*options: object) -> str:
        return marks.mark(_ChoiceMark(tuple(str(option) for option in options)))

    def an() -> str:
        return marks.mark(_ArticleMark())

    return {"verb": verb, "does": does, "subj": subj, "one_of": one_of, "an": an}


FUNCTIONS = tuple(_functions(_Marks()))
"""The names of what a pattern may call."""


def environment(root: Path) -> ImmutableSandboxedEnvironment:
    """A sandbox in which patterns are rendered once."""
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(root),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_bytecode_cache(),
    )
    for name in ("range", "lipsum", "cycler", "joiner", "namespace", "dict"):
        made.globals.pop(name, None)
    return made


@cache
def _bytecode_cache() -> FileSystemBytecodeCache | None:
    """Where Jinja keeps what it has compiled, which takes it a second to do again; None: nowhere.

    Jinja names an entry after a template's text alone, so that its version stands in the folder's name.
    """
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(home) / "nlg" / f"jinja-{version('jinja2')}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None


def compile_file(root: Path, path: Path, problems: list[Problem]) -> list[Pattern]:
    """The wordings of one clause file; what cannot be compiled is added to the problems."""
    text = path.read_text("utf-8")
    kind = path.stem
    found: list[Pattern] = []
    names: set[str] = set()
    marks = _Marks()
    try:
        template = environment(root).get_template(path.relative_to(root).as_posix())
        module = template.make_module(_functions(marks))
    except TemplateSyntaxError as error:
        problems.append(Problem(str(path), error.lineno, 1, f"not valid Jinja: {error.message}"))
        return found
    for match in _MACRO.finditer(text):
        name = match.group(1)
        line = text.count("\n", 0, match.start()) + 1
        place = (str(path), line, 1)
        parts = name.split("_", 2)
        if len(parts) < 3 or parts[1] not in STYLES:
            problems.append(
                Problem(
                    *place,
                    f'macro "{name}" is not called frame_style_name; style is one of {", ".join(STYLES)}',
                )
            )
            continue
        if name in names:
            problems.append(Problem(*place, f'macro "{name}" stands twice; the second would hide the first'))
            continue
        names.add(name)
        try:
            marks.symbols.clear()
            found.append(_compile(getattr(module, name), marks, kind, name, parts, line))
        except (TemplateError, TypeError, AttributeError, ValueError) as error:
            problems.append(Problem(*place, f'macro "{name}": {error}'))
    return found


def _compile(macro: Any, marks: _Marks, kind: str, name: str, parts: list[str], line: int) -> Pattern:
    roles = {role: _Symbol(marks, role) for role in macro.arguments}
    rendered = str(macro(**roles))
    builder = _Builder(marks)
    pieces = builder.pieces(_SPACES.sub(" ", rendered).strip())
    verbs = builder.verbs
    if verbs == 0:
        raise ValueError('a clause has exactly one finite verb: write it as verb("lemma")')
    return Pattern(
        kind,
        parts[0],
        parts[1],
        name,
        pieces,
        tuple(builder.slots.values()),
        verbs,
        _opener(pieces),
        line,
        draw(kind, name),
    )


@dataclass(frozen=True, slots=True)
class _Doing:
    """A verb phrase that comes with the data; it agrees with a subject in the plural."""

    slot: Slot


class _Builder:
    """Exchanges the marks of one rendered macro for pieces."""

    def __init__(self, marks: _Marks) -> None:
        self.marks = marks
        self.slots: dict[tuple[str, str], Slot] = {}
        self.verbs = 0
        """How many finite verbs have been found."""

    def slot(self, role: str, form: str) -> Slot:
        return self.slots.setdefault((role, form), Slot(role, form, len(self.slots)))

    def simple(self, text: str) -> tuple[str | Slot | Article, ...]:
        """Text whose only marks are fillers and articles."""
        found: list[str | Slot | Article] = []
        for index, part in enumerate(_MARK.split(text)):
            if index % 2 == 0:
                if part:
                    found.append(part)
                continue
            symbol = self.marks.symbols[int(part)]
            if isinstance(symbol, _ArticleMark):
                found.append(Article())
                continue
            if not isinstance(symbol, _Symbol):
                raise ValueError("a subject or a choice may hold fillers and words only")
            found.append(self.slot(symbol._role, symbol._form))
        return tuple(found)

    def pieces(self, text: str) -> tuple[Piece, ...]:
        found: list[Piece | _VerbMark | _Doing] = []
        for index, part in enumerate(_MARK.split(text)):
            if index % 2 == 0:
                if OPEN in part or CLOSE in part:
                    raise ValueError("a filter has cut a filler in two; fillers take no filters")
                if part:
                    found.append(part)
                continue
            symbol = self.marks.symbols[int(part)]
            if isinstance(symbol, _Symbol):
                found.append(self.slot(symbol._role, symbol._form))
            elif isinstance(symbol, _SubjectMark):
                content = self.simple(symbol.content)
                single = content[0] if len(content) == 1 and isinstance(content[0], Slot) else None
                found.append(Subject(single, content, symbol.plural))
            elif isinstance(symbol, _VerbMark):
                self.verbs += 1
                found.append(symbol)
            elif isinstance(symbol, _DoingMark):
                content = self.simple(symbol.content)
                if len(content) != 1 or not isinstance(content[0], Slot):
                    raise ValueError("does(...) takes one filler, whose words are a verb phrase")
                self.verbs += 1
                found.append(_Doing(content[0]))
            elif isinstance(symbol, _ChoiceMark):
                options = tuple(self.simple(option) for option in symbol.options)
                if any(option and isinstance(option[-1], Article) for option in options):
                    raise ValueError("an alternative may not end with an(): its noun must stand beside it")
                found.append(Choice(options))
            else:
                found.append(Article())
        return _agreed(found)


def _agreed(found: list[Piece | _VerbMark | _Doing]) -> tuple[Piece, ...]:
    """The pieces, each verb with its subject: the one before it that has no verb yet, else the one
    right after it ("there are jobs"), else the last one that has, where a conjunction joins the two
    verbs ("get there sooner and earn more"). "takes usually requires" has no conjunction and no clause.
    """
    subjects = [index for index, piece in enumerate(found) if isinstance(piece, Subject)]
    verbs = [index for index, piece in enumerate(found) if isinstance(piece, (_VerbMark, _Doing))]
    taken: set[int] = set()
    pieces: list[Piece] = []
    last = -1
    for index, piece in enumerate(found):
        if not isinstance(piece, (_VerbMark, _Doing)):
            pieces.append(piece)
            continue
        name = f'verb("{piece.lemma}")' if isinstance(piece, _VerbMark) else "does(...)"
        before = [subject for subject in subjects if subject < index and subject not in taken]
        following = min((verb for verb in verbs if verb > index), default=len(found))
        after = [subject for subject in subjects if index < subject < following and subject not in taken]
        subject = before[-1] if before else after[0] if after else last
        if subject < 0:
            raise ValueError(f"{name} has no subj(...) to agree with")
        if not before and not after and not _joined(found, index):
            raise ValueError(
                f'{name} is a second finite verb for one subject; join it with "and", or leave it out'
            )
        taken.add(subject)
        last = subject
        if isinstance(piece, _VerbMark):
            pieces.append(Verb(piece.lemma, piece.tense, subject))
        else:
            pieces.append(piece.slot)
    idle = [subject for subject in subjects if subject not in taken]
    if idle:
        raise ValueError("a subj(...) has no verb that agrees with it")
    return tuple(pieces)


def _joined(found: list[Piece | _VerbMark | _Doing], index: int) -> bool:
    """Whether a conjunction stands between the verb at an index and the verb before it."""
    for piece in reversed(found[:index]):
        if isinstance(piece, (_VerbMark, _Doing)):
            return False
        if isinstance(piece, str) and _CONJUNCTION.search(piece):
            return True
    return False


def _opener(pieces: tuple[Piece, ...]) -> str:
    """What a clause begins with, gates aside: "a.plural", "both" of them, or its first two words."""
    first = leading(pieces)
    parts: list[Any] = [first, *pieces[pieces.index(first) + 1 :]]
    if isinstance(first, Subject):
        if sum(isinstance(part, Slot) and part.role in ("a", "b") for part in first.text) > 1:
            return "both"
        parts[:1] = first.text
    if isinstance(parts[0], Choice):
        parts[:1] = parts[0].options[0]
    words: list[str] = []
    for part in parts:
        if isinstance(part, Slot):
            words.append(f"{part.role}.{part.form}")
        elif isinstance(part, Verb):
            words.append(part.lemma)
        elif isinstance(part, str):
            words += part.casefold().split()
        if len(words) > 1 or (words and words[0].startswith(("a.", "b."))):
            break
    return words[0] if words and words[0].startswith(("a.", "b.")) else " ".join(words[:2])
