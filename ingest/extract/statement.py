"""A responsibility statement: where it stands and what kind it is."""

import re
from typing import Literal

from ingest.document import Span
from ingest.frozen import dataclass

LONGEST = 1500  # characters of a statement; the longest list seen has 180
ENDS = "。;!?！？；”’…\n"  # what a sentence ends with
MARKS = re.compile(r"[、,;:。(]")  # what stands between names


@dataclass(frozen=True, slots=True)
class Statement:
    """``span`` is what will be quoted, ``inside`` the words without the outer brackets.

    ``style``: ``bracket`` and ``line`` and ``sentence`` begin with a label (责任单位：); ``verbs`` is a bracket and
    ``verb-line`` a line (``verb-sentence`` the last sentence of one) that has only verbs (A牵头，B配合) and must prove
    to hold nothing but bodies, as must a ``bare-line`` whose label has no colon; ``names`` is a bracket behind a
    paragraph that has no word of a duty at all, （市教育局、市财政局）; ``row`` is of a table of duties.
    """

    span: Span
    inside: Span
    style: Literal["bracket", "verbs", "line", "sentence", "bare-line", "verb-line", "verb-sentence", "names", "row"]
    broken: bool = False  # a bracket was missing, or closed too early
