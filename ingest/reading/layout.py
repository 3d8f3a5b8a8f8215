"""The text of a source as it is put together: paragraphs and table rows, each a line, and where they came from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Anchor, Cell, Span, Table
from ingest.reading.printed import Line, join


@dataclass(frozen=True, slots=True)
class Merged:
    """The words of a cell that covers so many rows."""

    words: str
    rows: int


class Layout:
    """Collects paragraphs and tables in reading order.

    ``removed`` counts characters that were left out; ``warnings`` say what of the file could not be read.
    """

    def __init__(self) -> None:
        self.anchors: list[Anchor] = []
        self.tables: list[Table] = []
        self.removed = 0
        self.warnings: list[str] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """Everything added so far, a paragraph or table row a line."""
        return "\n".join(self._parts)

    def add(self, words: str, *, page: int | None = None, offset: int = 0) -> None:
        """A paragraph; ``page`` and ``offset`` say where its first character stands in the file."""
        if not words:
            return
        if page is not None:
            self.anchors.append(Anchor(self._length, page, offset))
        self._parts.append(words)
        self._length += len(words) + 1

    def add_printed(self, lines: Sequence[Line]) -> None:
        """A paragraph of printed lines, with an anchor for each."""
        words, starts = join(line.text for line in lines)
        self.anchors += [
            Anchor(self._length + start, line.page, line.offset) for start, line in zip(starts, lines, strict=True)
        ]
        self.add(words)

    def add_table(self, rows: Iterable[Mapping[int, str | Merged]]) -> None:
        """A table: of each row the cells by column, from 0; a row is a line, a tab stands between two columns."""
        cells: list[Cell] = []
        begin = self._length
        for number, row in enumerate(rows):
            line = ""
            for column, cell in sorted(row.items()):
                words, high = (cell.words, cell.rows) if isinstance(cell, Merged) else (cell, 1)
                if not words:
                    continue
                line += "\t" * (column - line.count("\t"))
                start = self._length + len(line)
                cells.append(Cell(number, column, Span(start, start + len(words)), high))
                line += words
            self.add(line)
        if cells:
            self.tables.append(Table(Span(begin, self._length - 1), tuple(cells)))
