"""Rows as CSV and as JSON Lines, piece by piece."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from api.exports.cells import harmless

BOM = "\ufeff"  # tells Excel that a CSV file is UTF-8
_PIECE = 64 * 1024  # characters


def csv_pieces(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, bom: bool = False) -> Iterator[bytes]:
    """A CSV file (RFC 4180) with a head. Texts are quoted, so that no other separator cuts them; numbers are not."""
    held = io.StringIO()
    if bom:
        held.write(BOM)
    writer = csv.writer(held, lineterminator="\r\n", quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([harmless(column) for column in columns])
    for row in rows:
        writer.writerow([_field(row.get(column)) for column in columns])
        if held.tell() > _PIECE:
            yield held.getvalue().encode()
            held.seek(0)
            held.truncate()
    yield held.getvalue().encode()


def line_pieces(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """JSON Lines: an object a row, nothing flattened."""
    held: list[str] = []
    size = 0
    for row in rows:
        held.append(json.dumps({column: row.get(column) for column in columns}, ensure_ascii=False) + "\n")
        size += len(held[-1])
        if size > _PIECE:
            yield "".join(held).encode()
            held.clear()
            size = 0
    yield "".join(held).encode()


def _field(value: object) -> str | int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if isinstance(value, float) and value.is_integer() else value
    return harmless(value)
