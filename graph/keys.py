"""Keys made from what things are called, so that loading the same thing twice finds it again.

| thing | key | example |
|---|---|---|
| document | 文号, else a hash of title and issuers | ``筑府办函〔2023〕7号`` / ``doc-4f1c…`` |
| section | document + ``:s`` + ordinal | ``筑府办函〔2023〕7号:s4`` |
| item, passage | document + ``:`` + path | ``筑府办函〔2023〕7号:4.2.p2`` |
| target | item (or document) + ``:t`` + ordinal | ``筑府办函〔2023〕7号:4.3:t1`` |
| unit | jurisdiction + ``:`` + name with its place | ``贵阳市:贵阳市财政局`` |
| project | jurisdiction + ``:`` + name | ``贵阳市:贵州希望实验学校`` |

No key holds a slash, so that each is one segment of a URL path.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

UNKNOWN_PLACE = "未知"
# A notice that brings a plan is cited by its own title as often as by the plan's.
_NOTICE = re.compile(r"[^，。]{0,60}?关于(?:印发|转发|发布|公布)(?P<plan>.+?)的(?:通知|公告|函)$")
_SHORTEST_TITLE = 6  # 实施方案, 工作方案 are the names of many documents
# Quotation marks do not count; brackets are the round full-width ones of names (各区（市、县）政府).
_FORMS = str.maketrans({**dict.fromkeys("“”‘’\"'《》〈〉", " "), "(": "（", ")": "）"})


def plain(text: str) -> str:
    """The words of a name or title: width folded, quotation marks and white space left out."""
    folded = unicodedata.normalize("NFKC", text).translate(_FORMS)
    return re.sub(r"[\s/]+", "", folded)


def document_key(doc_number: str | None, title: str | None, issuers: Iterable[str] = ()) -> str:
    """The number where there is one, else a hash of title and issuers (at least one of the two must be given)."""
    if doc_number:
        return re.sub(r"[\s/]+", "", doc_number)
    if not title:
        raise ValueError("a document needs a number or a title for its key")
    words = "\n".join([plain(title), *(plain(issuer) for issuer in issuers)])
    return "doc-" + hashlib.sha256(words.encode()).hexdigest()[:16]


def title_key(title: str | None) -> str | None:
    """What two ways to write one title have in common; None where too little is left to tell documents apart.

    国务院办公厅关于印发《某市方案》的通知 and 某市方案 come to the same words.
    """
    words = plain(title or "")
    notice = _NOTICE.match(words)
    words = notice["plan"] if notice else words
    return words if len(words) >= _SHORTEST_TITLE else None


def section_key(document: str, ordinal: int) -> str:
    """The key of a section."""
    return f"{document}:s{ordinal}"


def item_key(document: str, path: str) -> str:
    """The key of an item or passage."""
    return f"{document}:{path}"


def target_key(source: str, ordinal: int) -> str:
    """The key of a target; ``ordinal`` counts the targets of its source from 1."""
    return f"{source}:t{ordinal}"


def unit_key(jurisdiction: str | None, name: str) -> str:
    """The key of a unit from its resolved name."""
    return f"{jurisdiction or UNKNOWN_PLACE}:{plain(name)}"


def project_key(jurisdiction: str | None, name: str) -> str:
    """The key of a project; quotation marks in its name do not count."""
    return f"{jurisdiction or UNKNOWN_PLACE}:{plain(name)}"
