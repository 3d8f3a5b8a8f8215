"""A value as what stands in a cell: short text, never a formula, nothing that XML cannot hold.

What a spreadsheet takes for a formula is what OWASP lists under CSV injection: = + - @, a tab or a line break first,
also full width, also behind blanks that a spreadsheet drops.
"""

import math
import re
from collections.abc import Mapping

_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
_DROPPED = " \u00a0\u3000\u200b\ufeff"  # blanks at the beginning that programs drop or that nobody sees
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 32_000  # characters; a spreadsheet's cell holds 32,767
_EXACT = 2**53  # whole numbers beyond lose digits in a spreadsheet


def cell(value: object) -> str:
    """A value as one short text: lists joined, maps as ``name=value``, None as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, Mapping):
        return " ".join(f"{name}={cell(inner)}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(cell(inner) for inner in value)
    return str(value)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula. A lone sign is none: it is a comparator of ours."""
    bare = text.lstrip(_DROPPED)
    return len(bare) > 1 and bare[0] in _STARTS


def harmless(value: object) -> str:
    """A cell of a CSV file, prefixed where a spreadsheet would take a document's words for a formula."""
    text = cell(value)
    if isinstance(value, int | float):
        return text
    return f"'{text}" if is_formula(text) else text


def typed(value: object) -> str | int | float | bool | None:
    """A cell of a workbook: numbers stay numbers, everything else is text that fits; what is empty is None."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) <= _EXACT:
        return value
    if isinstance(value, float) and math.isfinite(value):
        return int(value) if value.is_integer() and abs(value) <= _EXACT else value
    text = xml_text(cell(value))
    return (text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…") or None


def xml_text(text: str) -> str:
    """A text without the characters that no XML file can hold."""
    return _NOT_XML.sub("", text)
