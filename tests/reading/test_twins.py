"""Real documents that exist as web page or PDF and as text, in addition, where they lie beside the project."""

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


def letters(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@pytest.mark.skipif(not PAIRS, reason=f"no documents in {SHARED}: the reader is NOT compared with real documents")
@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem[:24] + path.suffix)
def test_a_document_reads_as_its_text(path: Path) -> None:
    read, text = (letters(read_source(file).text) for file in (path, path.with_suffix(".txt")))
    if len(read) > 12_000:  # the comparison is quadratic
        read, text = read[:6_000], text[:6_000]
    assert SequenceMatcher(None, read, text, autojunk=False).ratio() >= LEAST_ALIKE
