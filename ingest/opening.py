"""Where the text of a document opens: its first words of prose, and the recipients it is addressed to above them."""

import re
from collections.abc import Sequence

from ingest.boilerplate import is_chrome
from ingest.numbering import Line

_RECIPIENTS = re.compile(r"^[^。!?]{2,1500}:$")
_NO_RECIPIENTS = re.compile(
    r"如下:$|^(?:为|现|根据|按照|经|附|各位)|(?:指出|强调|通知|意见|要求|说明|公告|规定|决定|方案|措施):$|^[一二三四五六七八九十]+、"
)
_BODIES = re.compile(
    r"各|(?:代表|委员|同志|先生|女士):$|单位|部门|政府|公司|院校|学校|[局委厅部院校办会团行司社队员府]:$|[局委厅部]、"
)
_OPENING = re.compile(r"(?:为|根据|按照|依据|现将|现就|你[们省市委部局]|经|《)[^:]*[,、][^:]*")
# The heading of a table of duties: with it the text begins where nothing else stands before it.
_TABLE_HEAD = re.compile(
    r"(?:^|\t)[^\t]{0,3}(?:责任|牵头|配合|主办|承办|协办|负责)[^\t]{0,3}(?:单位|部门|主体|分工)[^\t]{0,6}(?:\t|$)"
    r"|^序 ?号\t.*任务"
)
_LEADS_TO = re.compile(r"(?:为|根据|按照|现[将就]|经)[^:]{8,}")  # 现就…通知如下:
_FIRST_NUMBER = re.compile(r"序 ?号\t|(?:一|第一[章条部])[、. ]|\(一\)|1[.、]|第一[章条]")
_HEAD_LINES = 80
_BROKEN = 8  # lines that a list of recipients is spread over
_LONG = 60  # characters: no other line of a head is as long


def first_words(lines: Sequence[Line]) -> int:
    """The first line of prose: one with a full stop in it, or the first numbered one."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if (
            _FIRST_NUMBER.match(line.words)
            or ("\t" in line.words and _TABLE_HEAD.search(line.words))
            or (_is_prose(line.words) and not is_chrome(line))
        ):
            return index
    return min(len(lines), 1)


def _is_prose(words: str) -> bool:
    opens = (len(words) > _LONG and _OPENING.match(words)) or (words[-1] == ":" and _LEADS_TO.match(words))
    return words[0] != "(" and ("。" in words or bool(opens))


def recipients_above(lines: Sequence[Line], first: int) -> tuple[int, int] | None:
    """The first and the last line of 主送机关 above the first words, None where a document is addressed to no one."""
    for index in range(max(0, first - 3), min(first + 1, len(lines))):
        words = lines[index].words
        if (
            words[-1] == ":"
            and _RECIPIENTS.match(words)
            and not _NO_RECIPIENTS.search(words)
            and _BODIES.search(words)
            and not is_chrome(lines[index])
        ):
            start = index
            while (
                start > max(0, index - _BROKEN)
                and lines[start - 1].words[-1] in ",、"
                and "。" not in lines[start - 1].words
            ):
                start -= 1  # print has broken the list
            return start, index
    return None
