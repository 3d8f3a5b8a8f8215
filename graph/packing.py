"""What a document claims as one line of text and back: how the store keeps the facts as they were read.

Decisions of people and citations that find their document change the edges of the graph, never this text, so that
each of them can be undone and a version of a document can be compared with the next.
"""

import base64
import json
import types
import typing
import zlib
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from graph.errors import StoreError
from graph.records import DocumentGraph
from graph.rows import fields_of

_MAX_BYTES = 1 << 30  # unpacked; a source has at most 50 MB, and its text stands in its items once more


def words_of(document: DocumentGraph) -> bytes:
    """Everything the document claims, as JSON."""
    return json.dumps(document, default=fields_of, ensure_ascii=False, separators=(",", ":")).encode()


def pack(words: bytes) -> str:
    """What ``words_of`` gave, compressed and in Base64: about a quarter of the bytes of the document's text."""
    return base64.b64encode(zlib.compress(words, 1)).decode("ascii")


def unpack(packed: str) -> DocumentGraph:
    """The records whose words ``pack`` was given; a field that was added since has its default.

    Raises:
        StoreError: the text is no packed document, or was packed by a version whose records had other fields.
    """
    try:
        decompressor = zlib.decompressobj()
        data = decompressor.decompress(base64.b64decode(packed, validate=True), _MAX_BYTES)
        document: DocumentGraph = _made(DocumentGraph, json.loads(data))
    except (ValueError, TypeError, KeyError, zlib.error) as error:
        raise StoreError(f"A kept version of a document cannot be read ({error}). Load its file again.") from error
    return document


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _made(kind: Any, value: Any) -> Any:
    """``value`` as the record, tuple or plain value that ``kind`` says."""
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{f.name: _made(hints[f.name], value[f.name]) for f in fields(kind) if f.name in value})
    origin = typing.get_origin(kind)
    if origin is tuple:
        inner = typing.get_args(kind)[0]
        return tuple(_made(inner, part) for part in value)
    if origin in (types.UnionType, typing.Union) and value is not None:
        return _made(next(part for part in typing.get_args(kind) if part is not type(None)), value)
    return value
