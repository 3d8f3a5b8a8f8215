"""The labelled lines that follow one another and are one clause: 牵头单位：… / 配合单位：… / 完成时限：…."""

from collections.abc import Sequence

from ingest.document import Span
from ingest.extract.cues import cues
from ingest.extract.statement import Statement


def merge_lines(folded: str, found: Sequence[Statement]) -> list[Statement]:
    """Join the lines 牵头单位：… / 配合单位：… / 完成时限：… that follow one another: they are one clause."""
    merged: list[Statement] = []
    labels: set[str] = set()
    for statement in found:
        if statement.style not in ("line", "bare-line"):
            merged.append(statement)
            continue
        last = merged[-1] if merged else None
        word = _label_of(folded, statement)
        follows = (
            last is not None
            and last.style == statement.style
            and word not in labels
            and _is_joint(folded, last.span.end, statement.span.start)
        )
        broken = statement.broken or (follows and merged[-1].broken)
        start = merged.pop().span.start if follows else statement.span.start
        span = Span(start, _with_date(folded, statement.span.end))
        merged.append(Statement(span, span, statement.style, broken))
        labels = {*labels, word} if follows else {word}
    return merged


def _is_joint(folded: str, start: int, end: int) -> bool:
    """Whether nothing stands between two labelled lines but a line for a person or a date."""
    lines = [line for line in folded[start:end].split("\n") if line.strip(" \t。;")] if end - start < 200 else [""] * 9
    return len(lines) <= 2 and all(cues().ignored.match(line) or cues().deadline.match(line) for line in lines)


def _with_date(folded: str, end: int) -> int:
    """The end of the line behind that is only 完成时限：… (a line 责任人：… may stand between), else ``end``."""
    at = end
    for _ in range(3):
        if folded[at : at + 1] != "\n":
            break
        stop = folded.find("\n", at + 1, at + 61)
        stop = len(folded) if stop < 0 and len(folded) - at <= 60 else stop
        if stop > at and cues().deadline.match(folded, at + 1, stop):
            return stop
        if stop < 0 or not cues().ignored.match(folded, at + 1, stop):
            break
        at = stop
    return end


def _label_of(folded: str, statement: Statement) -> str:
    match = cues().label.match(folded, statement.span.start, statement.span.end)
    return (match[1] or match[2] or match[3]) if match else ""
