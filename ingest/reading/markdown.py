"""Markdown: its words without the marks of headings, emphasis and links, and its tables."""

import re

from ingest.reading.layout import Layout
from ingest.reading.plain import decode, read_plain

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"<!--.*?-->|^[ \t]*<!--.*\Z", re.DOTALL)
_MARKS = re.compile(
    r"^ {0,3}#{1,6}[ \t]+|[ \t]+#{1,6}[ \t]*$|^[ \t]{0,3}>[ \t]?|^ {0,3}(?:[-*_] ?){3,}$|^ {0,3}={3,}[ \t]*$"
    r"|^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|^ {0,3}```[^\n`]{0,40}$",
    re.MULTILINE,
)
_EMPHASIS = re.compile(r"\*\*|__|~~|`")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,200})(?<!\s)\1(?![\w*])")  # a pair: one * marks the lead
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\s]{1,1000})(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{1,1000}\)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes, name: str) -> Layout:
    """Paragraphs as of plain text; tables as tables. Front matter and comments are left out.

    Raises:
        UndecodableSource: it is in no encoding that is read.
        SourceTooLarge: it has more lines than a document can have.
    """
    text = decode(data, name).replace("\r\n", "\n").replace("\r", "\n")
    text = _COMMENT.sub("", _FRONT_MATTER.sub("", text, count=1))
    layout = Layout()
    lines = text.split("\n")
    start = at = 0
    while at < len(lines):
        if "|" in lines[at] and at + 1 < len(lines) and _is_rule(lines[at + 1]):
            _add_prose(layout, lines[start:at], name)
            end = at + 2
            while end < len(lines) and "|" in lines[end]:
                end += 1
            layout.add_table(_cells(line) for number, line in enumerate(lines[at:end]) if number != 1)
            start = at = end
        else:
            at += 1
    if start == 0:
        return read_plain(_plain("\n".join(lines)).encode(), name)
    _add_prose(layout, lines[start:], name)
    return layout


def _is_rule(line: str) -> bool:
    return "|" in line and bool(_RULE.fullmatch(line))


def _plain(text: str) -> str:
    text = _LINK.sub(r"\1", _PICTURE.sub("", _BREAK.sub("\n", text)))
    return _ESCAPE.sub(r"\1", _SLANTED.sub(r"\2", _EMPHASIS.sub("", _MARKS.sub("", text))))


def _add_prose(layout: Layout, lines: list[str], name: str) -> None:
    words = _plain("\n".join(lines))
    if words.strip():
        for line in read_plain(words.encode(), name).text.split("\n"):
            layout.add(line)


def _cells(line: str) -> dict[int, str]:
    row = line.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    cells = (_plain(_BREAK.sub(" ", cell).strip()).replace("\t", " ").strip() for cell in _BAR.split(row))
    return {column: " ".join(cell.split()) for column, cell in enumerate(cells) if cell}
