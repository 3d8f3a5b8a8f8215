"""The straight lines that a PDF page draws, of which the grids of its tables are made."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from pypdfium2 import raw

_MOST = 20_000  # objects of a page that are looked at; a drawing has more, a table has not
_POINTS = 4_000  # of one path
_DEPTH = 3  # drawings within drawings
_THIN = 3.0  # points: a filled box that is no thicker is a line
_SHORTEST = 3.0
_STRAIGHT = 0.7  # points by which a line may be off

_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_SAME: _Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A level or upright line: ``at`` is its height or its distance from the left, in points."""

    level: bool
    at: float
    start: float
    end: float


def rules_of(page: pdfium.PdfPage, quarter: int) -> list[Rule]:
    """The lines of a page that is turned by so many quarters, as they stand when it is read."""
    count = raw.FPDFPage_CountObjects(page)
    objects = [(raw.FPDFPage_GetObject(page, index), _SAME, 0) for index in range(min(count, _MOST))]
    found: list[Rule] = []
    looked_at = 0
    while objects:
        drawn, matrix, depth = objects.pop()
        looked_at += 1
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            found += (_turned(rule, quarter) for rule in _of_path(drawn, _after(_matrix_of(drawn), matrix)))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
            inner = _after(_matrix_of(drawn), matrix)
            room = max(0, _MOST - looked_at - len(objects))
            parts = min(raw.FPDFFormObj_CountObjects(drawn), room)
            objects += [(raw.FPDFFormObj_GetObject(drawn, index), inner, depth + 1) for index in range(parts)]
    return found


def _matrix_of(drawn: object) -> _Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix)):
        return _SAME
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _after(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _of_path(path: object, matrix: _Matrix) -> Iterator[Rule]:
    """The sides that a stroke draws, and the middle of a thin box that is filled; a surface has no lines."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    for points in _outlines(path, matrix):
        if stroke.value:
            for (x, y), (to_x, to_y) in pairwise(points):
                yield from _straight(x, y, to_x, to_y)
        elif fill.value:
            (left, right), (low, high) = ((min(side), max(side)) for side in zip(*points, strict=True))
            if min(right - left, high - low) <= _THIN:
                if right - left > high - low:
                    yield from _straight(left, (low + high) / 2, right, (low + high) / 2)
                else:
                    yield from _straight((left + right) / 2, low, (left + right) / 2, high)


def _straight(x: float, y: float, to_x: float, to_y: float) -> Iterator[Rule]:
    if abs(y - to_y) <= _STRAIGHT and abs(x - to_x) >= _SHORTEST:
        yield Rule(True, (y + to_y) / 2, min(x, to_x), max(x, to_x))
    elif abs(x - to_x) <= _STRAIGHT and abs(y - to_y) >= _SHORTEST:
        yield Rule(False, (x + to_x) / 2, min(y, to_y), max(y, to_y))


def _outlines(path: object, matrix: _Matrix) -> Iterator[list[_Point]]:
    """The corners of each part of a path; a part with curves is left out."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[_Point] = []
    curved = False
    for index in range(min(raw.FPDFPath_CountSegments(path), _POINTS)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        elif kind == raw.FPDF_SEGMENT_BEZIERTO:
            curved = True
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _turned(rule: Rule, quarter: int) -> Rule:
    """The line on a page that is turned so that its text reads to the right: there ``x, y`` becomes ``-y, x`` or so."""
    level, at, start, end = rule.level, rule.at, rule.start, rule.end
    if quarter == 0:
        return rule
    if quarter == 2:
        return Rule(level, -at, -end, -start)
    if level is (quarter == 1):
        return Rule(not level, -at, start, end)
    return Rule(not level, at, -end, -start)
