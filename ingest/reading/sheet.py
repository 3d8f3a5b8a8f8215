"""CSV: a table of short cells, or documents kept in a column."""

import csv
import io

from graph.errors import UndecodableSource
from ingest.clean import without_marks
from ingest.reading.layout import Layout
from ingest.reading.plain import decode

_LONGEST_CELL = 500  # a longer cell, or one of several lines, holds a document


def read_csv(data: bytes, name: str) -> Layout:
    """Rows as a table; where a cell holds a document, its lines as paragraphs.

    Raises:
        UndecodableSource: it is in no encoding that is read, or no CSV.
    """
    text = without_marks(decode(data, name))
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    except csv.Error as error:
        raise UndecodableSource(f"{name} is not CSV ({error}): save its text as .txt.") from error
    layout = Layout()
    if not any(len(cell) > _LONGEST_CELL or "\n" in cell or "\r" in cell for row in rows for cell in row):
        layout.add_table({column: " ".join(cell.split()) for column, cell in enumerate(row)} for row in rows)
        return layout
    for row in rows:
        for cell in row:
            for line in cell.splitlines():
                layout.add(" ".join(line.split()))
    return layout
