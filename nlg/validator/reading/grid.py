"""A table in the making: cells as the file gives them, spans spread out."""

from __future__ import annotations

from nlg.validator.page import Block, Cell, Paragraph, Table, Text


class Grid:
    """Rows and cells in page order; a cell that spans several places stands in each of them."""

    def __init__(self) -> None:
        self.caption: Text | None = None
        self._rows: list[list[Cell]] = []
        self._row: list[Cell] = []
        self._column_span = 1
        self._row_span = 1
        self._header = False
        self._hanging: dict[int, tuple[int, Cell]] = {}
        """By column: a cell that reaches into the rows below, and how many of them."""

    def start_row(self) -> None:
        """Ends the row before, if it had cells."""
        self._end_row()

    def start_cell(self, header: bool, column_span: int, row_span: int) -> None:
        """Says what the cell is whose text `end_cell` will bring."""
        self._header = header
        self._column_span = column_span
        self._row_span = row_span

    def end_cell(self, text: Text) -> None:
        """Puts a cell into the row, behind cells that hang down from above."""
        cell = Cell(text, self._header)
        self._hang()
        for _ in range(self._column_span):
            if self._row_span > 1:
                self._hanging[len(self._row)] = (self._row_span, cell)
            self._row.append(cell)

    def blocks(self) -> tuple[Block, ...]:
        """The table; a paragraph instead when its caption is all it holds."""
        self._end_row()
        if self._rows:
            return (Table(tuple(tuple(row) for row in self._rows), self.caption),)
        if self.caption is not None and self.caption.content:
            return (Paragraph(self.caption),)
        return ()

    def _hang(self) -> None:
        while len(self._row) in self._hanging:
            self._row.append(self._hanging[len(self._row)][1])

    def _end_row(self) -> None:
        if not self._row:
            return
        self._hang()
        self._rows.append(self._row)
        self._row = []
        self._hanging = {
            column: (rows - 1, cell) for column, (rows, cell) in self._hanging.items() if rows > 1
        }
