"""Real documents that exist as web page or PDF and as text, in addition, where they lie beside the project."""

import json
import re
import unicodedata
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from ingest.reading import read_source

SHARED = Path(__file__).parents[3] / "shared"
FOLDERS = ("benchmark/dev/texts", "corpus")
PAIRS = [
    path
    for folder in FOLDERS
    for path in sorted((SHARED / folder).glob("*"))
    if path.suffix in (".html", ".pdf") and path.with_suffix(".txt").exists()
]
# Text that only one of the two has: tables that one lays out otherwise, chrome that the text kept.
LEAST_ALIKE = 0.93


LABELS = sorted((SHARED / "benchmark/dev/labels").glob("*.json"))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.skipif(not PAIRS, reason=f"no documents in {SHARED}: the reader is NOT compared with real documents")
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem[:24] + path.suffix)
def test_a_document_reads_as_its_text(path: Path) -> None:
    source, twin = read_source(path), read_source(path.with_suffix(".txt"))
    read, text = letters(source.text), letters(twin.text)
    if path.suffix == ".pdf" and source.tables:  # the text of a print has the lines of its cells mixed up
        read = letters(source.text[: source.tables[0].span.start])
        text = text[: len(read)]
    if len(read) > 12_000:  # the comparison is quadratic
        read, text = read[:6_000], text[:6_000]
    assert SequenceMatcher(None, read, text, autojunk=False).ratio() >= LEAST_ALIKE


def words(text: str) -> str:
    """``text`` without anything on which two readers of the same page may differ: blanks, width, brackets, quotes."""
    return re.sub(r"[\s“”‘’\"'()〔〕\[\]【】]+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.skipif(not LABELS, reason=f"no labels in {SHARED}: paragraphs are NOT compared with what people read")
@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem[:24])
def test_what_people_quote_stands_in_one_paragraph(path: Path) -> None:
    labels = json.loads(path.read_text(encoding="utf-8"))
    quotes = {words(each["quote"]) for kind in ("clauses", "targets", "references") for each in labels[kind]}
    for file in (SHARED / "benchmark/dev/texts").glob(f"{path.stem}.*"):
        paragraphs = [words(line) for line in read_source(file).text.split("\n")]
        assert not {quote for quote in quotes if not any(quote in paragraph for paragraph in paragraphs)}
