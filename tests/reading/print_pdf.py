"""A tiny PDF of printed lines, made by hand so that a test can say exactly where each stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_BOX = "-900 -900 900 900"


@dataclass(frozen=True, slots=True)
class Printed:
    """``text`` at ``x``, ``y`` points from the lower left corner, ``size`` points high."""

    x: float
    y: float
    text: str
    size: float = 16


_TURNED = {0: "1 0 0 1 {x} {y}", 90: "0 1 -1 0 -{y} {x}", 180: "-1 0 0 -1 -{x} -{y}", 270: "0 -1 1 0 {y} -{x}"}


def pdf(pages: Sequence[Sequence[Printed]], *, turned: int = 0, draw: Mapping[int, str] | None = None) -> bytes:
    """A PDF of these lines in STSong-Light, which readers know without having it.

    ``turned`` by so many °; ``draw`` adds operators to a page, counted from 0.
    """
    matrix = _TURNED[turned]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor "
        "/FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 "
        "/CapHeight 800 /StemV 80 >> >>",
    ]
    for number, lines in enumerate(pages):
        stream = "".join(
            f"BT /F1 {line.size} Tf {matrix.format(x=line.x, y=line.y)} Tm <{line.text.encode('utf-16-be').hex()}> Tj "
            "ET\n"
            for line in lines
        )
        stream += (draw or {}).get(number, "")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{_BOX}] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    file = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(file)
    file += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode("ascii")
    return file + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")


def block(text: str, *, top: float = 760, left: float = 90, size: float = 16, wide: int = 26) -> list[Printed]:
    """``text`` as print sets it: paragraphs (a line each) indented by two, broken after ``wide`` characters."""
    lines: list[Printed] = []
    for paragraph in text.split("\n"):
        rest, indent = paragraph, 2
        while rest:
            lines.append(Printed(left + indent * size, top - 28 * len(lines), rest[: wide - indent], size))
            rest, indent = rest[wide - indent :], 0
    return lines


_EDGES = (60, 110, 220, 320, 430, 540)
_HIGH = 60


def ruled(rows: Sequence[Sequence[str]], *, top: float = 760, size: float = 10) -> list[Printed]:
    """The words of a table's cells, wrapped to their columns."""
    lines: list[Printed] = []
    for number, row in enumerate(rows):
        for left, right, words in zip(_EDGES[:-1], _EDGES[1:], row, strict=False):
            wide = int((right - left - 10) / size)
            for line, start in enumerate(range(0, len(words), wide)):
                y = top - number * _HIGH - 16 - line * 14
                lines.append(Printed(left + 5, y, words[start : start + wide], size))
    return lines


def rules(rows: Sequence[Sequence[str]], *, top: float = 760, merged: Sequence[tuple[int, int]] = ()) -> str:
    """The lines of such a table; ``merged``: cells (row, column) that have no line below them."""
    edges = _EDGES[: max(map(len, rows)) + 1]
    foot = top - _HIGH * len(rows)
    drawn = [f"{edge} {foot} m {edge} {top} l S\n" for edge in edges]
    for number in range(len(rows) + 1):
        y = top - number * _HIGH
        for column, (left, right) in enumerate(pairwise(edges)):
            if (number - 1, column) not in merged:
                drawn.append(f"{left} {y} m {right} {y} l S\n")
    return "".join(drawn)
