"""Whether a cited document can be expected to be found: papers of the Party seldom are, and some numbers cannot be."""

import re
from datetime import UTC, datetime

# 中发, 中办发, 厅字 and the like of the centre; 黔党发, 筑委办发 of a place.
_PARTY = re.compile(
    r"(?:中发|中办发|中办|中委|中组发|中宣发|中纪发|中政委|厅字|[\u4e00-\u9fff]{1,4}(?:党发|党办发|委发|委办发|委办|委厅|委字))"
    r"(?:电)?〔"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,24}〔(?P<year>\d{4})〕(?P<number>\d{1,5})号")
_ORDER = re.compile(r"[\u4e00-\u9fff]{1,24}令(?:(?P<year>\d{4})年)?第\d{1,5}号")


def standing_of(doc_number: str | None, issued_on: str | None = None) -> str | None:
    """``party``, ``malformed`` or None, of a document number as ``ingest.doc_number`` normalises it.

    ``issued_on`` is the date of the document that cites it: nothing is cited from a later year.
    """
    if doc_number is None:
        return None
    found = _NUMBER.fullmatch(doc_number) or _ORDER.fullmatch(doc_number)
    latest = int(issued_on[:4]) if issued_on else datetime.now(UTC).year
    if not found or (found["year"] and not 1949 <= int(found["year"]) <= latest):
        return "malformed"
    return "party" if _PARTY.match(doc_number) else None
