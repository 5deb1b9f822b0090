"""Tables → claims: two columns side by side, one table per entity, rows as entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nlg.validator.cells.claims import claim_of
from nlg.validator.cells.contents import family_shown, figures_of, judge_cell, judge_unlabelled, says_nothing
from nlg.validator.cells.items import known_item, read_shares
from nlg.validator.cells.labels import Label, find_label
from nlg.validator.cells.mentions import name_subject, subjects_in, without_names
from nlg.validator.cells.remarks import claims_nothing, without_unit
from nlg.validator.claim import Claim
from nlg.validator.context import Context, Discourse, Reader
from nlg.validator.page import Cell, Table, Text
from nlg.validator.prose.memo import Memo, layout_of
from nlg.validator.prose.paragraphs import read_on
from nlg.validator.tables.columns import Column, Layout, lay_out
from nlg.validator.tables.contrasts import judge_difference, judge_leader, judge_pair
from nlg.validator.tables.pasted_rows import is_glued, unglue
from nlg.validator.vocabulary.resolution import Target

_FIRST_YEAR = 1900
_PLACE = re.compile(r"\s*(?:#|no\.?\s*)?[1-9](?:st|nd|rd|th)?\s*$", re.IGNORECASE)
_PROSE_WORDS = 7
"""A cell of as many words that closes with a stop is read as prose."""


def read_table(reader: Reader, table: Table, context: Context, memo: Memo | None = None) -> tuple[Claim, ...]:
    """The claims of one table and its caption, row by row; every cell with a figure is covered."""
    claims: list[Claim] = []
    if table.caption is not None and table.caption.content:
        claims.extend(read_on(reader, table.caption, context)[0])
        context = _captioned(reader, table.caption.content, context)
    if is_glued(table):
        table = unglue(reader, table, context)
    layout = lay_out(reader, table, context)
    claims.extend(_Reading(reader, context, layout, _focus(reader, context, layout), memo).claims())
    return tuple(claims)


def _captioned(reader: Reader, caption: str, context: Context) -> Context:
    named = subjects_in(reader, caption, context.subjects)
    label = find_label(reader, caption)
    return replace(
        context,
        focus=named if len(named) == 1 else () if named else context.focus,
        topic=label.target.name if label is not None else context.topic,
    )


def _focus(reader: Reader, context: Context, layout: Layout) -> str:
    """The one whom a header cell names above the labels, else whom the headings name, else the only subject."""
    for column in layout.columns:
        if name := name_subject(reader, column.text, context.subjects):
            return name
    focus = context.focus or (context.subjects if len(context.subjects) == 1 else ())
    return focus[0] if len(focus) == 1 else ""


@dataclass(slots=True)
class _Reading:
    """One walk over a table's body."""

    reader: Reader
    context: Context
    layout: Layout
    focus: str
    """Whom the table is about where no column or row says so."""
    memo: Memo | None
    group: str = ""
    """The label row above, of a table in groups: "Salary" above "Average", "Range"."""

    def claims(self) -> Iterator[Claim]:
        """The claims of all cells, then those of the table's make-up."""
        seen: dict[tuple[str, str], Text] = {}
        for index, row in enumerate(self.layout.body):
            if not row or self._is_group(row):
                self.group = row[0].text.content if row else ""
                continue
            if not self.layout.row_slugs[index] and self.layout.label_index >= 0:
                yield from self._repeated(self._label_cell(row).text, seen)
            yield from self._read_row(row, self.layout.row_slugs[index])

    def _is_group(self, row: tuple[Cell, ...]) -> bool:
        """Whether a row is only a heading for those below it."""
        first = row[0].text
        if not first.content or figures_of(first):
            return False
        return len(row) > 1 and all(cell.text is first or not cell.text.content for cell in row[1:])

    def _label_cell(self, row: tuple[Cell, ...]) -> Cell:
        return row[min(self.layout.label_index, len(row) - 1)]

    def _repeated(self, label: Text, seen: dict[tuple[str, str], Text]) -> Iterator[Claim]:
        key = (self.group, label.content.casefold())
        if label.content and key in seen and any(character.isalpha() for character in label.content):
            yield claim_of(
                label, 0, len(label.content), "structure", self.context.focus, "", label.content, None, (), "refuted",
                f'the row "{label.content}" stands in this table twice',
            )  # fmt: skip
        seen[key] = label

    def _read_row(self, row: tuple[Cell, ...], row_slug: str) -> Iterator[Claim]:
        columns = self.layout.columns
        if self.layout.is_by_column and len(row) == 1:
            # A row that was copied in one piece and could not be taken apart.
            yield from judge_unlabelled(self.reader, row[0].text, "", self.context.subjects)
            return
        done: set[tuple[int, str]] = set()
        for index, cell in enumerate(row):
            column = columns[index]
            if (id(cell), column.slug) in done or column.role == "rank":
                continue
            done.add((id(cell), column.slug))
            if row_slug:
                if index:
                    label = self._row_label(column.text, cell, "") or self._placed_label(column.text, cell)
                    yield from self._read_cell(cell, label, row_slug, column.text)
            elif self.layout.is_by_column:
                yield from self._read_by_column(row, index, column)
            elif len(row) > 1 and self.layout.label_index >= 0:
                if column.role == "difference" and not column.slug and len(self.context.subjects) == 2:
                    text = self._label_cell(row).text.content
                    label = self._row_label(text, cell, column.text)
                    yield from judge_difference(self.reader, cell.text, label, self.context.subjects)
                elif index != self.layout.label_index and (told := self._told_of_both(row, cell, column)):
                    yield from told
                elif index != self.layout.label_index:
                    slug, text = self._labelled_subject(self._label_cell(row).text.content)
                    yield from self._read_cell(cell, self._row_label(text, cell, column.text), slug, text)
            elif len(row) == 1:
                yield from self._read_cell(cell, self._topic_label(cell), self.focus)

    def _told_of_both(self, row: tuple[Cell, ...], cell: Cell, column: Column) -> tuple[Claim, ...]:
        """The claims of a cell that names who has the better of its row, or sets two figures of the row side by side.

        Example: "pay | nursing | $93,600 vs. $62,340" below "If you want … | choose | because"
        """
        if self.focus or column.slug or len(self.context.subjects) != 2:
            return ()
        label = self._row_label(self._label_cell(row).text.content, cell, column.text)
        winner = next(
            (
                name
                for other, head in zip(row, self.layout.columns, strict=False)
                if head.role == "better"
                and (name := name_subject(self.reader, other.text.content, self.context.subjects))
            ),
            "",
        )
        if column.role == "better":
            return tuple(judge_leader(self.reader, cell.text, label, self.context.subjects, "better"))
        return judge_pair(self.reader, cell.text, label, winner, self.context.subjects)

    def _read_by_column(self, row: tuple[Cell, ...], index: int, column: Column) -> Iterator[Claim]:
        cell = row[index]
        at = self.layout.label_index
        label_text = self._label_cell(row).text.content if at >= 0 else ""
        if column.slug:
            label = self._row_label(label_text, cell, "") if label_text else self._ranked_label(row, cell)
            if label is None and at < 0 and figures_of(cell.text):
                yield from self._read_own_label(cell, column.slug)
                return
            yield from self._read_cell(cell, label, column.slug, label_text)
        elif index != at and column.role:
            label = self._row_label(
                label_text, next(c for c, o in zip(row, self.layout.columns, strict=False) if o.slug), ""
            )
            slugs = tuple(dict.fromkeys(other.slug for other in self.layout.columns if other.slug))
            if column.role == "difference":
                yield from judge_difference(self.reader, cell.text, label, slugs)
            else:
                yield from judge_leader(self.reader, cell.text, label, slugs, column.role)
        elif index != at:
            yield from judge_unlabelled(self.reader, cell.text, "", self.context.subjects)

    def _read_own_label(self, cell: Cell, slug: str) -> Iterator[Claim]:
        """The claims of a cell that says itself what it gives: "Median pay: $67,130", "130,110 jobs"."""
        text = cell.text
        name, parted, _ = text.content.partition(":")
        told = figures_of(text.cut(0, len(name)))
        dated = all(figure.unit == "plain" and figure.value >= _FIRST_YEAR for figure, _, _ in told)
        label = self._row_label(name.strip(), cell, "") if parted and dated else None
        if label is not None:
            start = len(name) + 1
            start += len(text.content[start:]) - len(text.content[start:].lstrip())
            yield from self._read_cell(Cell(text.cut(start, len(text.content)), False), label, slug, name)
            return
        # Whom the text above the table spoke of last is not who the cell is about.
        about = replace(self.context, subjects=(slug,), focus=(slug,), discourse=Discourse())
        yield from read_on(self.reader, text, about)[0]

    def _read_cell(self, cell: Cell, label: Label | None, slug: str, name: str = "") -> Iterator[Claim]:
        """The claims of one cell; `name` is its label's text, for what no single label says."""
        text = cell.text
        if says_nothing(text) or (label is None and claims_nothing(name)):
            return
        if label is None and "/" in name and (parts := self._parts(text, name)):
            for part, part_label in parts:
                yield from self._read_cell(Cell(part, False), part_label, slug)
            return
        if text.content.endswith(".") and len(text.content.split()) >= _PROSE_WORDS:
            topic = label.target.name if label is not None else self.context.topic
            about = replace(self.context, focus=(slug,) if slug else (), topic=topic)
            about = replace(about, discourse=Discourse()) if slug else about
            yield from read_on(self.reader, text, about)[0]
        elif not slug:
            attribute = label.target.name if label is not None else ""
            yield from judge_unlabelled(self.reader, text, "", self.context.subjects, attribute=attribute)
        elif self.memo is None:
            yield from judge_cell(self.reader, text, label, slug, self.context.subjects)
        else:
            yield from self._remembered(self.memo, text, label, slug)

    def _remembered(self, memo: Memo, text: Text, label: Label | None, slug: str) -> Iterable[Claim]:
        def judge(context: Context) -> tuple[tuple[Claim, ...], None]:
            return judge_cell(self.reader, text, label, slug, context.subjects), None

        subjects = Context(self.context.subjects)
        return memo.read((layout_of(text), label, slug), text.places[0], subjects, judge)[0].placed()

    def _parts(self, text: Text, name: str) -> tuple[tuple[Text, Label], ...]:
        """The parts of a cell under a label such as "Men / Women", each with its own label."""
        names = name.split("/")
        pieces = list(re.finditer(r"[^/\s](?:[^/]*[^/\s])?", text.content))
        labels = [self._row_label(part.strip(), Cell(text, False), "") for part in names]
        if len(pieces) != len(names) or not all(labels):
            return ()
        return tuple(
            (text.cut(piece.start(), piece.end()), label)
            for piece, label in zip(pieces, labels, strict=True)
            if label is not None
        )

    def _labelled_subject(self, text: str) -> tuple[str, str]:
        """Whom a row is about when no column says so, and its label without the name."""
        named = subjects_in(self.reader, text, self.context.subjects)
        if len(named) == 1 and (bare := without_names(self.reader, text).strip()) != text:
            return named[0], bare
        return self.focus, text

    def _row_label(self, text: str, cell: Cell, column: str) -> Label | None:
        """What a row's label names, alone or below its group; items before measures where the topic says so."""
        family = family_shown(cell.text)
        item = self._item_label(text)
        if item is not None and item.target.name in self._topics(column):
            return item
        label = find_label(self.reader, text, family)
        if label is None and self.group:
            label = find_label(self.reader, f"{self.group} {text}", family)
        return label or item

    def _item_label(self, name: str) -> Label | None:
        """The child resource's item that a label is; the topic's own resource goes first."""
        topics, bare = self._topics(""), without_unit(name)
        for key in sorted(self.reader.collections, key=lambda key: key not in topics):
            if known := known_item(self.reader, key, name) or known_item(self.reader, key, bare):
                return Label(Target("item", key, known))
        return None

    def _topics(self, column: str) -> frozenset[str]:
        """The keys of the child resources that the caption, group, header or heading speak of."""
        found = {self.context.topic}
        for text in (self.group, self.layout.columns[max(self.layout.label_index, 0)].text, column):
            label = find_label(self.reader, text) if text else None
            if label is not None:
                found.add(label.target.name)
        resources = {collection.resource: key for key, collection in self.reader.collections.items()}
        return frozenset(resources.get(name, name) for name in found)

    def _topic_label(self, cell: Cell) -> Label | None:
        """The child resource that knows what a cell names; those that the words around speak of go first."""
        names = [share.name for share in read_shares(self.reader, cell.text)] or [cell.text.content]
        topics = self._topics("")
        for key in sorted(self.reader.collections, key=lambda key: key not in topics):
            if any(known_item(self.reader, key, name) for name in names):
                return Label(Target("collection", key))
        return None

    def _placed_label(self, head: str, cell: Cell) -> Label | None:
        """The label of a cell below a place alone: "2nd", "#3"."""
        label = self._topic_label(cell) if _PLACE.match(head) else None
        digits = "".join(filter(str.isdigit, head))
        return replace(label, rank=int(digits)) if label is not None and digits else None

    def _ranked_label(self, row: tuple[Cell, ...], cell: Cell) -> Label | None:
        """The label of a cell in a row that has no label but may have a rank."""
        label = self._topic_label(cell)
        ranks = (
            other for other, column in zip(row, self.layout.columns, strict=False) if column.role == "rank"
        )
        number = next(ranks, None)
        if label is None or number is None or not number.text.content.strip(" #.").isdecimal():
            return label
        return replace(label, rank=int(number.text.content.strip(" #.")))
