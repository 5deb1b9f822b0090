"""Clause files as their author wrote them: macros, and in each the words and fillers with their places.

The compiled pattern knows what a wording says; only the source knows where. Jinja's lexer keeps the
order of tokens and not their columns, so each token is found again behind the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from nlg.errors import Problem

SIGNED = "subj"
"""The function whose second argument is a number and not words."""
WORDLESS = ("verb", "an")
"""Functions whose arguments are not words of the clause."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of Jinja source."""

    kind: str
    """As Jinja's lexer calls it: "data", "name", "operator", "string"."""
    text: str
    start: int
    """Offset in the file."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that stand in the clause as typed."""

    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Fill:
    """A role and its form where they are asked for."""

    role: str
    form: str
    start: int
    form_start: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an imported macro that is called, with the strings in its arguments."""

    name: str
    start: int
    strings: tuple[tuple[int, Token], ...]
    """Each with the number of the argument that it stands in, from 0."""


@dataclass(frozen=True, slots=True)
class Break:
    """Where what follows does not continue what precedes: between alternatives."""


Item = Text | Fill | Call | Break


@dataclass(frozen=True, slots=True)
class Macro:
    """One wording as written."""

    path: Path
    source: str
    name: str
    start: int
    parameters: tuple[Token, ...]
    items: tuple[Item, ...]
    names: tuple[Token, ...]
    """Every name that an expression begins with: roles, functions, imported macros."""
    filters: tuple[Token, ...]
    local: frozenset[str]
    """Names that the file imports or the macro sets."""

    def problem(self, start: int, text: str) -> Problem:
        """A fault at an offset of the file."""
        line_start = self.source.rfind("\n", 0, start) + 1
        line = self.source.count("\n", 0, start) + 1
        return Problem(str(self.path), line, start - line_start + 1, text)


@cache
def _lexer() -> Environment:
    return Environment(keep_trailing_newline=True)


def read_macros(path: Path) -> tuple[Macro, ...]:
    """The macros of a clause file; none where it is not valid Jinja, which loading the grammar reports."""
    try:
        source = path.read_text("utf-8")
        tokens = tuple(_tokens(source))
    except (TemplateSyntaxError, UnicodeDecodeError):
        return ()
    found = []
    imported: set[str] = set()
    index = 0
    while index < len(tokens):
        if tokens[index].kind == "block_begin":
            end = _after(tokens, index, "block_end")
            inner = tokens[index + 1 : end - 1]
            if inner and inner[0].text in ("from", "import"):
                imported.update(token.text for token in inner if token.kind == "name")
            elif len(inner) > 1 and inner[0].text == "macro":
                stop = _end_of_macro(tokens, end)
                found.append(_macro(path, source, inner, tokens[end:stop], frozenset(imported)))
                index = stop
                continue
            index = end
            continue
        index += 1
    return tuple(found)


def _tokens(source: str) -> Iterator[Token]:
    place = 0
    for _, kind, text in _lexer().lex(source):
        place = source.index(text, place)
        if kind != "whitespace":
            yield Token(kind, text, place)
        place += len(text)


def _after(tokens: tuple[Token, ...], index: int, kind: str) -> int:
    while index < len(tokens) and tokens[index].kind != kind:
        index += 1
    return index + 1


def _end_of_macro(tokens: tuple[Token, ...], index: int) -> int:
    while index < len(tokens):
        if tokens[index].kind == "block_begin" and tokens[index + 1].text == "endmacro":
            return index
        index += 1
    return index


def _macro(
    path: Path, source: str, head: tuple[Token, ...], body: tuple[Token, ...], imported: frozenset[str]
) -> Macro:
    reader = _Reader(body)
    reader.read()
    return Macro(
        path,
        source,
        head[1].text,
        head[1].start,
        tuple(token for token in head[2:] if token.kind == "name"),
        tuple(reader.items),
        tuple(reader.names),
        tuple(reader.filters),
        imported | reader.local,
    )


class _Reader:
    """Goes once through a macro's body."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.items: list[Item] = []
        self.names: list[Token] = []
        self.filters: list[Token] = []
        self.local: frozenset[str] = frozenset()

    def read(self) -> None:
        tokens, index = self.tokens, 0
        while index < len(tokens):
            kind = tokens[index].kind
            if kind == "data":
                self.items.append(Text(tokens[index].text, tokens[index].start))
            elif kind == "variable_begin":
                end = _after(tokens, index, "variable_end")
                self.expression(tokens[index + 1 : end - 1])
                index = end
                continue
            elif kind == "block_begin":
                end = _after(tokens, index, "block_end")
                self.block(tokens[index + 1 : end - 1])
                index = end
                continue
            index += 1

    def block(self, tokens: tuple[Token, ...]) -> None:
        self.items.append(Break())
        if len(tokens) > 1 and tokens[0].text in ("set", "for"):
            self.local |= {tokens[1].text}
            tokens = tokens[2:]
        self.expression(tokens[1:])

    def expression(self, tokens: tuple[Token, ...]) -> None:
        """Words, fillers and calls in the order of reading; a call's own arguments come before it."""
        open_calls: list[tuple[Token | None, int, list[tuple[int, Token]]]] = []
        for index, token in enumerate(tokens):
            before = tokens[index - 1].text if index else ""
            after = tokens[index + 1].text if index + 1 < len(tokens) else ""
            if token.kind == "name":
                self.name(token, before, after, tokens[index + 1 : index + 3])
            elif token.kind == "string":
                self.string(token, open_calls)
            elif token.text == "(":
                called = tokens[index - 1] if index and tokens[index - 1].kind == "name" else None
                open_calls.append((called, 0, []))
                if called is not None and called.text == "one_of":
                    self.items.append(Break())
            elif token.text == ")" and open_calls:
                called, _, strings = open_calls.pop()
                if called is not None:
                    self.items.append(Call(called.text, called.start, tuple(strings)))
                    if called.text == "one_of":
                        self.items.append(Break())
            elif token.text == "," and open_calls:
                called, number, strings = open_calls.pop()
                open_calls.append((called, number + 1, strings))
                if called is not None and called.text == "one_of":
                    self.items.append(Break())

    def name(self, token: Token, before: str, after: str, following: tuple[Token, ...]) -> None:
        if before == "|":
            self.filters.append(token)
            return
        if before == "." or after == "=":
            return
        self.names.append(token)
        if after == "(":
            return
        if after == "." and len(following) == 2:
            self.items.append(Fill(token.text, following[1].text, token.start, following[1].start))
        else:
            self.items.append(Fill(token.text, "", token.start, token.start))

    def string(
        self, token: Token, open_calls: list[tuple[Token | None, int, list[tuple[int, Token]]]]
    ) -> None:
        called, number, strings = open_calls[-1] if open_calls else (None, 0, [])
        strings.append((number, token))
        if called is not None and (called.text in WORDLESS or (called.text == SIGNED and number)):
            return
        self.items.append(Text(token.text[1:-1], token.start + 1))
