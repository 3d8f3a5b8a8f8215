"""What an exported file is called, in Chinese, for every browser."""

import re
from urllib.parse import quote

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"*/:<>?\\|]+')
_LONGEST = 80  # characters of a name; a file system has room for 255 bytes


def file_name(*words: str | None, suffix: str) -> str:
    """A name of these words that every file system takes."""
    known = (_UNFIT.sub(" ", word).strip(" .") for word in words if word)
    name = "-".join(word for word in known if word)[:_LONGEST].rstrip(" .")
    return f"{name or 'policy-graph'}.{suffix}"


def disposition(name: str, plain: str) -> str:
    """A Content-Disposition of RFC 6266: the name as RFC 5987 has it, and a plain one for what cannot read that."""
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
