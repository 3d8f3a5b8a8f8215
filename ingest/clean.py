"""What belongs to the form of a text and not to its words: width of characters, line breaks of print, page furniture.

``fold`` gives the form on which rules are matched; the rest turns printed lines into paragraphs.
"""

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
