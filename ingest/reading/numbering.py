"""The numbers that Word writes before paragraphs by itself: 一、, （一）, 1. are not in their text."""

import re
from collections import defaultdict
from dataclasses import dataclass

from docx.document import Document
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_CHINESE = {
    "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand",
    "chineseLegalSimplified", "japaneseDigitalTenThousand",
}  # fmt: skip
_CIRCLED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is written: ``text`` holds %1 for the number of level 1."""

    style: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of a document as Word does; ask for them in document order, each once."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._lists: dict[str, str] = {}  # list to the definition whose counters it shares
        self._styles = _styles(document.styles.element)
        if any(rel.reltype.endswith("/numbering") for rel in document.part.rels.values()):
            self._read(document.part.numbering_part.element)

    def _read(self, numbering: etree._Element) -> None:
        definitions = {
            abstract.get(f"{_W}abstractNumId", ""): {
                int(level.get(f"{_W}ilvl", "0")): _Level(
                    _property(level, "numFmt") or "decimal",
                    _property(level, "lvlText") or "",
                    int(_property(level, "start") or 1),
                )
                for level in abstract.findall(f"{_W}lvl")
            }
            for abstract in numbering.findall(f"{_W}abstractNum")
        }
        for listed in numbering.findall(f"{_W}num"):
            number, definition = listed.get(f"{_W}numId", ""), _property(listed, "abstractNumId") or ""
            restarts = listed.find(f"{_W}lvlOverride") is not None
            self._lists[number] = number if restarts else f"abstract {definition}"
            self._levels[number] = definitions.get(definition, {})

    def label_of(self, paragraph: etree._Element) -> str:
        """The number that Word shows before ``paragraph``, or nothing; counts it."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        number, depth = _list_of(properties) or self._styles.get(_property(properties, "pStyle") or "", ("", 0))
        level = self._levels.get(number, {}).get(depth)
        if level is None or level.style in ("bullet", "none"):
            return ""
        counts = self._counts[self._lists[number]]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for below in range(depth + 1, _LEVELS):
            counts.pop(below, None)
        levels = self._levels[number]
        return _PLACE.sub(lambda place: _written(levels, counts, int(place[1]) - 1), level.text)


def _written(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    count = counts.get(depth, level.start)
    if level.style in _CHINESE:
        return chinese(count)
    if level.style in _CIRCLED and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if level.style in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr(ord("A" if level.style == "upperLetter" else "a") + count - 1)
    return str(count)


def chinese(number: int) -> str:
    """``number`` from 1 to 99 as 一 to 九十九; beyond, its digits."""
    digits = "〇一二三四五六七八九"
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")


def _styles(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """The list of each paragraph style that numbers its paragraphs."""
    found = {}
    for style in styles.findall(f"{_W}style"):
        properties = style.find(f"{_W}pPr")
        numbered = None if properties is None else _list_of(properties)
        if numbered:
            found[style.get(f"{_W}styleId", "")] = numbered
    return found


def _list_of(properties: etree._Element) -> tuple[str, int] | None:
    numbered = properties.find(f"{_W}numPr")
    if numbered is None:
        return None
    return _property(numbered, "numId") or "", int(_property(numbered, "ilvl") or 0)


def _property(element: etree._Element, name: str) -> str | None:
    found = element.find(_W + name)
    return None if found is None else found.get(f"{_W}val")
