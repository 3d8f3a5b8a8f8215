"""The title of a document: of the notice as it is printed, and of the plan that a notice brings."""

import re
from collections.abc import Sequence

from ingest.boilerplate import is_chrome, is_publicity
from ingest.doc_number import number_of_line
from ingest.document import Span
from ingest.gazetteer import gazetteer
from ingest.numbering import Line
from ingest.numerals import find_dates
from ingest.signature import is_body, issuers_of_title

_KINDS = (
    "通知|公告|通告|通报|意见|方案|办法|条例|规定|计划|措施|要点|规划|决定|细则|批复|复函|答复|函|纲要|指南|令|规则|制度|清单|"
    "报告|请示|政策|标准|目录|预案|章程|规程|决议|命令|议案|说明|分工|举措|条款|倡议书?|导则|指引|安排|要求|任务|对策"
)
_END = re.compile(rf"(?:{_KINDS})(?:\((?:试行|暂行|征求意见稿|[^()]{{0,20}})\)){{0,3}}\.?$")
_NOTICE = re.compile(r"(?:关于)?(?:印发|下发|发布|公布|转发|批转|颁布|颁发)(?P<plan>.+?)的?(?:通知|公告|通报|函)$")
_BRACKETED = re.compile(
    r"(?:印发|下发|发布|公布|转发|批转|颁布|颁发)(?:了|修订后的|修改后的|新修订的|\()?[^《]{0,12}《(?P<plan>.+)》"
)
_SOUGHT = (
    re.compile(r"征求(?:对|关于)?《(?P<plan>.+)》"),
    re.compile(r"《(?P<plan>.+)》(?:\(征求意见稿\))?[^《》]{0,12}征求"),
    re.compile(r"关于下达(?P<plan>[^《》]+)的通知$"),  # mostly of money, sometimes of a plan
)
_BROUGHT = re.compile(r"《(?P<plan>[^《》]{4,80})》[^《》]{0,60}?(?:印发|公布|发布|转发)")
_NOT_TITLE = re.compile(r"[。!?;]|:$|,$|文件$|^目 *录$|^第[一二三四五六七八九十]+[章节条]|^\(|^《[^》]*》$|^\d{1,4}$")
_PASSED = re.compile(r"\d{4} ?年.{4,60}(?:通过|批准|公布|修订|修正|会议上)$")  # how a law or a report came about
_SPEAKER = re.compile(r"各位.{0,20}:$|.{0,12}(?:[省市县区州盟旗院]长|主席|主任) {1,4}\S{1,2} ?\S{1,3}$")
_SITE = re.compile(
    r"^#{1,3} |(?:政策咨询|政策解读)?"
    r"(?:(?:发布)?(?:时间|日期)?:? ?(?:19|20)\d\d-\d\d-\d\d.*|【?\(?字[体号].*|政策咨询)$"
)
_MADE_BY = re.compile(r"单位:\S{1,4}$|(?:制表|填报|填表|报送|编制|制作)(?:单位|部门|日期|时间|人):")  # above a table
_SITE_SIGN = re.compile(r"[#-]|字[体号]|政策咨询")  # hardly any line has one
_TIME = re.compile(r"(?:发布)?(?:时间|日期)?:? ?(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d")
_FORM = re.compile(r"""[ \t\u3000\xa0“”"'‘’《》〈〉()（）\[\]〔〕\-—–]+""")
_GAP = re.compile(r"(?<![ -~]) (?![ -~])")  # between two ideographs
_SPACES = re.compile(r"[ \u3000\xa0]+")
_SPREAD = re.compile(r"(?:\S[ \u3000\xa0]+){3,}\S?$")
_BLANKS = re.compile(r"\s+")
_RULE = "─━—－-=_ "  # a line drawn under the head of a letter
_LONGEST = 120  # characters of one line of a title
_BARE = 8  # characters of a title that names a kind and nothing else
_MOST, _MOST_STACKED = 6, 24  # lines of a title; with a line for each of its issuers
_LINES_AGAIN = 5  # lines of the title that stands again above the plan


def is_date_line(words: str) -> bool:
    """Whether a line says hardly more than a date (a site's name may stand before it)."""
    words = " ".join(words.split()) if "  " in words else words  # 某市人民政府办公室      2022年8月15日
    if len(words) > 40:
        return False
    if _TIME.match(words):
        return True
    found = next(find_dates(words), None)
    return bool(found and len(words) - (found[0].end - found[0].start) <= 14 and "《" not in words)


def title_lines(lines: Sequence[Line], anchor: int) -> list[int]:
    """The lines of the title that stands above line ``anchor`` (recipients or first prose); may be none."""
    picked: list[int] = []
    for index in range(anchor - 1, -1, -1):
        line = lines[index]
        if _beside_title(line):
            if picked:
                break
            continue
        words = line.words
        if not picked and index and is_body(words) and _END.search(lines[index - 1].words):
            continue  # who issued it, below its title
        if not picked and words[-1] == ":" and index == anchor - 1:
            continue  # whom it addresses, though it names no body
        if len(words) > _LONGEST or _NOT_TITLE.search(words):
            break
        if picked and _END.search(words):  # another title ends here
            break
        if picked and _is_whole(lines[picked[0]].words) and not issuers_of_title(words + "关于"):
            break
        picked.insert(0, index)
        if _opens(words) or len(picked) - sum(is_body(lines[i].words) for i in picked) == _MOST:
            break
        if len(picked) == _MOST_STACKED:
            break
    return _in_full(lines, picked)


def _in_full(lines: Sequence[Line], picked: list[int]) -> list[int]:
    """The title as a line further up says it, with place and year, where print has the bare kind (政府工作报告)."""
    if len(picked) == 1 and len(bare := lines[picked[0]].words) <= _BARE:
        for index in range(picked[0]):
            words = lines[index].words
            if len(words) > len(bare) and words.endswith(bare) and not _NOT_TITLE.search(words):
                return [index]
    return picked


def _is_whole(words: str) -> bool:
    """Whether a title may well begin with these words: with a place, or with 关于."""
    return words.startswith("关于") or bool(gazetteer().leading(words))


def _opens(words: str) -> bool:
    """Whether a title begins on this line: the names in front of its 关于 are whole."""
    names = words.partition("关于")[0]
    places = gazetteer()
    return "关于" in words[1:] and bool(
        places.leading(names.removeprefix("中共"))
        or names.startswith((*places.central_bodies, *places.central_others))
        or not issuers_of_title(words)
    )


def _beside_title(line: Line) -> bool:
    """What may stand between a title and the text: number, date, credits, （此件公开发布）, （某日通过）."""
    words = line.words
    return (
        (words[0] == "(" and (words[-1] == ")" or "号" in words[-3:]))
        or number_of_line(words) is not None
        or is_date_line(words)
        or _MADE_BY.match(words) is not None
        or _is_dated_body(words)
        or is_chrome(line)
        or is_publicity(line)
        or bool(_PASSED.match(words))
        or bool(_SPEAKER.match(words))
        or not words.strip(_RULE)
    )


def _is_dated_body(words: str) -> bool:
    """Whether a line says who and when, and nothing else: 某市某办公室 2025年3月10日."""
    found = next(find_dates(words), None)
    return found is not None and found[0].end == len(words) and is_body(words[: found[0].start].rstrip())


def joined(lines: Sequence[Line], indices: Sequence[int], text: str) -> str:
    """The lines as one title, letter-spacing of print taken out."""
    return "".join(unspaced(_without_site(text[lines[index].start : lines[index].end])) for index in indices)


def _without_site(words: str) -> str:
    """``words`` without what a site printed on the same line."""
    return _SITE.sub("", words) if _SITE_SIGN.search(words) else words


def unspaced(words: str) -> str:
    """几 个 问 题 → 几个问题; ordinary spaces stay."""
    return _SPACES.sub("", words) if _SPREAD.match(words) else words


def same(one: str, other: str) -> bool:
    """Whether two titles have the same words."""
    return _core(one) == _core(other)


def _core(title: str) -> str:
    """The words of a title, without blanks, quotes, brackets and dashes."""
    return title if title.isalnum() else _FORM.sub("", title)


def closed_up(title: str) -> str:
    """``title`` without the blanks that only the breaks of its lines left; one between two issuers stays."""
    if len(title.split()) == 1 and not (title[0].isspace() or title[-1].isspace()):
        return title
    names, about, rest = _BLANKS.sub(" ", title).strip().partition("关于")
    names = _GAP.sub(lambda gap: " " if is_body(names[: gap.start()]) else "", names)
    return (names.rstrip() if about else names) + about + _GAP.sub("", rest.lstrip() if about else rest)


def plan_of(title: str) -> str | None:
    """The title of the plan that a notice of this title brings, None where it brings none."""
    squeezed = "".join(title.split())
    match = _BRACKETED.search(squeezed)
    if match:
        return _outer(match["plan"])
    match = _NOTICE.search(squeezed)
    plan = match["plan"] if match else ""
    return plan if (len(plan) > 3 and not plan.startswith(("关于", "有关"))) or plan.startswith("关于") else None


def draft_of(title: str) -> str | None:
    """The title of what a notice of this title may bring: a draft that opinions are asked about, or what it assigns."""
    squeezed = "".join(title.split())
    return next((_outer(match["plan"]) for sought in _SOUGHT if (match := sought.search(squeezed))), None)


def _outer(plan: str) -> str:
    """The first whole 《…》 of ``plan`` where it holds several, brackets inside it kept."""
    depth = 1
    for match in re.finditer("[《》]", plan):
        depth += 1 if match[0] == "《" else -1
        if depth == 0:
            return plan[: match.start()]
    return plan


def plan_brought(words: str) -> str | None:
    """The title that the first sentence of a notice says it brings: 《X》已经…同意，现印发给你们."""
    match = _BROUGHT.search(words[:400])
    return match["plan"] if match else None


def find_title(lines: Sequence[Line], title: str, start: int, end: int, text: str) -> list[int] | None:
    """The lines between ``start`` and ``end`` that say this title and nothing else."""
    wanted = _core(title)
    for index in range(start, end):
        line = lines[index]
        if not wanted or len(line.words) > _LONGEST or text.find(wanted[0], line.start, line.end) < 0:
            continue
        rest = wanted
        for last in range(index, min(index + _LINES_AGAIN, end)):
            words = _core(_without_site(text[lines[last].start : lines[last].end]))
            if not words or not rest.startswith(words):
                break
            rest = rest[len(words) :]
            if not rest:
                return list(range(index, last + 1))
    return None


def span_of(lines: Sequence[Line], indices: Sequence[int]) -> Span:
    """From the first of these lines to the last."""
    return Span(lines[indices[0]].start, lines[indices[-1]].end)
