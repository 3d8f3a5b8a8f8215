"""What belongs to the form of a text and not to its words: width of characters, line breaks of print, page furniture.

``fold`` gives the form on which rules are matched; the rest turns printed lines into paragraphs.
"""

import re
import unicodedata

# Which characters have one other form that means the same. Brackets of every kind become round ones because
# documents mix them freely (〔2023〕, [2023], ﹝2023﹞); curly quotes stay because they carry direction.
_SAME = {
    "—": "-", "–": "-", "―": "-", "─": "-", "−": "-", "‐": "-", "‑": "-",
    "∼": "~", "〜": "~", "„": '"', "‟": '"', "∶": ":",
    "〔": "(", "［": "(", "[": "(", "【": "(", "﹝": "(", "〖": "(", "⟨": "(", "﹙": "(",
    "〕": ")", "］": ")", "]": ")", "】": ")", "﹞": ")", "〗": ")", "⟩": ")", "﹚": ")",
    "﹐": ",", "﹑": "、", "﹔": ";", "﹕": ":", "﹖": "?", "﹗": "!", "﹪": "%", "﹣": "-", "﹢": "+",
    "｡": "。", "､": "、", "｢": "「", "｣": "」", "\u2024": ".", "‧": "·", "･": "·", "・": "·",
}  # fmt: skip

# Spaces that unicodedata does not class as such, and separators that must not look like the end of a paragraph.
_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b\u200c\u200d\u2060\ufeff\u00ad"

# Blocks whose characters are other encodings of an ordinary ideograph: radicals (⼀ for 一) and compatibility forms.
_IDEOGRAPHS = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))


def _forms() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
    for first, end in _IDEOGRAPHS:
        for code in range(first, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    table |= {code: " " for code in range(0x80, 0x3001) if unicodedata.category(chr(code)) == "Zs"}
    table |= {ord(blank): " " for blank in _BLANKS if blank != "\t"}
    table |= {ord(written): form for written, form in _SAME.items()}
    return table


_FORMS = _forms()


def fold(text: str) -> str:
    """``text`` in the one form rules are written for; same length, so an offset in one holds in the other.

    Full-width ASCII becomes half-width, every bracket round, every dash ``-``, every space `` ``.
    Line breaks stay, and so do tabs: in a ``SourceText`` they stand between the cells of a table and nowhere else.
    """
    return text.translate(_FORMS)


# What no reader wants: control characters, marks of zero width, halves of characters.
_DROPPED = dict.fromkeys(
    [*range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
) | dict.fromkeys(
    map(
        ord,
        "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
    )
)
_HALVES = re.compile("[\ud800-\udfff]")
_TAKEN_APART = re.compile(
    r"(?<=[一-鿿、，。；：）》”]) +(?=[0-9A-Za-z一-鿿（《“])|(?<=[0-9A-Za-z%％]) +(?=[一-鿿、，。；：）》”])"
)
_PAGE_NUMBER = re.compile(
    r"\s*(?:[—–\-－─·•]{1,2}\s*\d{1,4}\s*[—–\-－─·•]{1,2}|第\s*\d{1,4}\s*页(?:[\s,，/／]*共\s*\d{1,4}\s*页)?|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*")
_PAGE_NUMBER_INSIDE = re.compile(r"[ \u3000]*— {1,2}\d{1,4} {1,2}—[ \u3000]*")


def without_marks(text: str) -> str:
    """``text`` without control characters, zero-width marks and lone surrogates."""
    return _HALVES.sub("", text.translate(_DROPPED))


def squeeze(text: str) -> str:
    """``text`` without the blanks that print puts between ideographs, and between them and figures."""
    return _TAKEN_APART.sub("", text)


def is_page_number(line: str, *, alone: bool = False) -> bool:
    """Whether a printed line is a page number; ``alone``: it stands at the edge of its page, a bare number will do."""
    return bool(_PAGE_NUMBER.fullmatch(line) or (alone and _BARE_NUMBER.fullmatch(line)))


def without_page_numbers(text: str) -> str:
    """``text`` without the page numbers (— 3 —) that copying a print leaves amid its sentences."""
    return _PAGE_NUMBER_INSIDE.sub("", text) if "— " in text else text


_CHROME = re.compile(r"\s*(?:当前位置|您现在的位置|您所在的位置).*")


def is_chrome(line: str) -> bool:
    """Whether a line is a web page's own furniture (where am I, print, share, font size), not the document's."""
    return bool(_CHROME.fullmatch(line))
