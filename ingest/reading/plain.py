"""Plain text and Markdown: bytes to characters, characters to paragraphs."""

import codecs

from graph.errors import UndecodableSource

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = str.maketrans({"\x0b": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\t": " ", "\ufeff": None})


def decode(data: bytes, name: str) -> str:
    """Characters of a text file: by its byte order mark, else UTF-8, else GB18030 (which holds GBK and GB2312).

    Raises:
        UndecodableSource: it is none of them; the message says where each fails.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as((encoding,), data, name)
    return _decode_as(("utf-8", "gb18030"), data, name)


def _decode_as(encodings: tuple[str, ...], data: bytes, name: str) -> str:
    failures = []
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            failures.append(f"{encoding.removesuffix('-sig').upper()} (fails at byte {error.start})")
    raise UndecodableSource(f"{name} is not text in {' or '.join(failures)}: save it as UTF-8.")


def read_plain(text: str) -> str:
    """One paragraph a line."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS).replace("\f", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines if line.strip())
