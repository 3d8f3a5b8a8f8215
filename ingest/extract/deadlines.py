"""The date by which a clause wants its work done: 完成时限：2022年10月, 2023年10月底前完成并持续推进."""

import re

from ingest.numerals import read_number

_DIGIT = "〇零○一二三四五六七八九"
_DATE = re.compile(
    rf"(?<!\d)(?P<y>(?:19|20)\d\d|[一二][{_DIGIT}]{{3}}) ?年 ?"
    r"(?:(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)? ?"
    r"(?:(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日)?)?"
    r"(?P<part>上半年|下半年|第?[一二三四1-4]季度)?(?:[上中下]旬|年?底|末|初)?"
    r"(?: ?[-~至到、] ?(?P<m2>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月(?:份)? ?(?:(?P<d2>\d{1,2}) ?日)?(?:底|末)?)?"
)
_POINTED = re.compile(r"(?<!\d)(?P<y>20\d\d)[./-](?P<m>\d{1,2})(?:[./-](?P<d>\d{1,2}))?(?!\d)")
# Words around a year that make it a date to finish by; the name of a body may hold a year as well.
_DUE = re.compile(
    r" ?(?:(?:之|以)?前|内|度|全年|完成|建成|启动|实施|落实|推进|出台|印发|实现|取得|形成|投入|并"
    r"|\n|$|[,;。、)〉~至到-]|[^年月,;。、)起]{1,8}前)"
)
# 6月底前, 12月31日前: of the year that the document is for. A month of work (6月上旬开展) is no date to finish by.
_MONTH = re.compile(
    r"(?<![\d.年至到-])(?P<m>\d{1,2}) ?月(?:份)? ?(?:(?P<d>\d{1,2}) ?日)?"
    r"(?:(?:[上中下]旬|底|末)?(?:之|以)?前|(?:[上中下]旬|底|末)(?=[,;。、)〉]|$)|(?=[,;。)〉]|$))"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = {"上半年": "06", "下半年": "12"}
_QUARTERS = {"一": "03", "1": "03", "二": "06", "2": "06", "三": "09", "3": "09", "四": "12", "4": "12"}


def read_deadline(text: str) -> str | None:
    """The last date in the folded words of a clause that work is due by, ISO (2022-10, 2023-06-30, 2025), or None.

    A month without its year is ``--06`` or ``--06-30``, for ``with_year``. 持续推进, 长期 and 5年内 name no date.
    """
    found = None
    if "年" not in text and "20" not in text:
        months = list(_MONTH.finditer(text)) if "月" in text else []
        return next((due for match in reversed(months) if (due := _of_any_year(match))), None)
    for match in _DATE.finditer(text):
        if _DUE.match(text, match.end()):
            found = _iso(match) or found
    if found is None:
        for match in _POINTED.finditer(text):
            found = _iso(match) or found
    return found


def with_year(due: str | None, year: str | None) -> str | None:
    """``due`` with the year of its document where it has none of its own; None where neither tells one."""
    if due is None or not due.startswith("--"):
        return due
    return f"{year}{due[1:]}" if year else None


def year_of(title: str | None) -> str | None:
    """The one year that the title of a document speaks of (2025年工作要点); None where it names none, or several."""
    years = set(_YEAR.findall(title or ""))
    return years.pop() if len(years) == 1 else None


def _of_any_year(match: "re.Match[str]") -> str | None:
    month, day = int(match["m"]), int(match["d"] or 1)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    return f"--{month:02}" + (f"-{day:02}" if match["d"] else "")


def _iso(match: "re.Match[str]") -> str | None:
    found = match.groupdict()
    later = bool(found.get("m2"))  # 2025年1月至6月: the last month counts
    keys = ("y", "m2", "d2") if later else ("y", "m", "d")
    year, month, day = (read_number(found[key]) if found.get(key) else None for key in keys)
    part = found.get("part")
    if not isinstance(year, int):
        return None
    if isinstance(month, int):
        if not 1 <= month <= 12 or (isinstance(day, int) and not 1 <= day <= 31):
            return None
        return f"{year:04}-{month:02}" + (f"-{day:02}" if isinstance(day, int) else "")
    if part:
        return f"{year:04}-{_PARTS.get(part) or _QUARTERS[part.removeprefix('第')[0]]}"
    return f"{year:04}"
