"""Files with bytes changed, cut, doubled and moved: nothing but a refusal, never a hang.

``make soak`` tries a hundred times as many (SOAK=100): some ten minutes.
"""

import io
import os
import zipfile
from collections.abc import Callable
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from graph.errors import SourceError
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.to_graph import to_graph
from tests.hostile_files import HEAD, word
from tests.reading.print_pdf import block, pdf

TIMES = 60 * int(os.environ.get("SOAK", "1"))
LONG = settings(
    max_examples=TIMES,
    deadline=timedelta(seconds=20),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
pytestmark = pytest.mark.timeout(300 + TIMES)
TEXT = HEAD + "（二）按照《关于某事的意见》（国办发〔2019〕3号），到2027年建成3个平台。（市财政局牵头，各区政府配合）\n"
# What means something to one reader or another.
TOKENS = [
    b"\0", b"\xff\xfe", b"<", b"</", b"<!--", b"]]>", b"&a;", b"<table>", b"<td rowspan=9>", b"endobj", b"stream",
    b"/Kids", b"0 R", b"<<", b">>", b"-1", b"99999999999", b"PK\x01\x02", b"|", b"\t", b"\r\n", b'"', b"---",
    "（".encode(), "责任单位：".encode(), "〔2024〕".encode(), "\u202e".encode(), b"\xed\xa0\x80",
]  # fmt: skip


def _workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    for row in (["任务分工表"], ["序号", "任务", "责任单位"], [1, "建学校", "市教育局"], [2, "保经费", "市财政局"]):
        book.active.append(row)
    book.save(out)
    return out.getvalue()


_ROWS = "".join(f"<tr><td>{n}<td>建学校<td>市教育局" for n in range(3))
SEEDS: dict[str, Callable[[], bytes]] = {
    "a.txt": TEXT.encode,
    "b.txt": lambda: TEXT.encode("gb18030"),
    "a.md": f"---\ntitle: 意见\n---\n# 意见\n{TEXT}\n|任务|责任单位|\n|---|---|\n|建学校|市教育局|\n".encode,
    "a.csv": "序号,任务,责任单位\n1,建学校,市教育局\n".encode,
    "a.html": f"<html><body><h1>意见</h1><p>{TEXT}</p><table><tr><td>序<td>任务<td>责任单位{_ROWS}</table>".encode,
    "a.pdf": lambda: pdf([block("（一）落实各项任务，形成工作合力。" * 5)]),
    "a.docx": word,
    "a.xlsx": _workbook,
}
seed = cache(lambda name: SEEDS[name]())
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["put", "cut", "double", "move", "token"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 255),
        st.sampled_from(TOKENS),
    ),
    min_size=1,
    max_size=12,
)


def changed(data: bytes, changes: list[tuple[str, float, int, bytes]]) -> bytes:
    for kind, where, number, token in changes:
        at = int(where * len(data))
        part = data[at : at + number]
        if kind == "put":
            data = data[:at] + bytes([number]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] + data[at + number :]
        elif kind == "double":
            data = data[:at] + part * 3 + data[at:]
        elif kind == "move":
            data = data[:at] + data[at + number :] + part
        else:
            data = data[:at] + token + data[at:]
    return data


def read(name: str, data: bytes) -> None:
    try:
        parsed = parse(read_bytes(data, name))
    except SourceError:
        return
    graph = to_graph(parsed)
    assert graph.document.text.encode()
    for item in graph.items:
        assert graph.document.text[item.evidence.start : item.evidence.end] == item.evidence.quote


@pytest.mark.parametrize("name", SEEDS)
def test_a_changed_file_is_read_or_refused(name: str) -> None:
    @LONG
    @given(CHANGES)
    def tried(changes: list[tuple[str, float, int, bytes]]) -> None:
        read(name, changed(seed(name), changes))

    tried()


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_file_with_a_changed_part_is_read_or_refused(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(seed(name))) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}

    @LONG
    @given(st.sampled_from(sorted(parts)), CHANGES)
    def tried(part: str, changes: list[tuple[str, float, int, bytes]]) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for each, data in parts.items():
                archive.writestr(each, changed(data, changes) if each == part else data)
        read(name, out.getvalue())

    tried()
