"""What stands around a document and is not of it: site chrome, credits, disclaimers, imprint, list of annexes."""

import re
from collections.abc import Sequence

from ingest.numbering import Line, numbered

# Lines that end the document wherever they stand after its body: everything after them is not of it.
_END = re.compile(
    r"(?:相关(?:推荐|阅读|链接|文章|报道|新闻|解读|政策|信息)|上一[篇条]|下一[篇条]|延伸阅读|扫一扫|返回(?:顶部|列表|政策)|"
    r"版权(?:声明|所有)|免责声明|打印|分享到|责任编辑|网站地图|主办单位)"
)
# Lines that are never of the document.
_CHROME = re.compile(
    r"(?:来 ?源|编辑|责编|校对|审核|二审|三审|终审|初审|记者|作者|发布(?:时间|日期|机构)|浏览(?:次数|量)|字号|字体|"
    r"索 ?引 ?号|"
    r"主题分类|公文种类|有效性|信息来源|发文机关|成文日期|发文字号|标 {0,8}题|当前位置|打印|分享|收藏|阅读)[: ]"
    r"|\(?字号:$|(?:下载|打印|全屏|收藏|加大|还原|减小|放大|缩小|[大中小)])$|\(\d+\)$|[<>]$|<!--|(?:首页|政务公开|政策发布|政策文件|政策列表|政策解读)$|https?://"
)
_PHOTOGRAPH = re.compile(r"[^。]{0,60}。? [^。]{0,40} 摄$")
_WHERE = re.compile(r"[^<>。]{1,20}>[^<>。]{1,20}(?:>|$)")  # 首页>政务公开
_ENDS_WITH = frozenset("相上下延扫返版免打分责网主")  # how they begin; asked first, because hardly any line does
_SHORT = 60  # characters of a line that ends a document
_COPIES = re.compile(r"(?:抄送|抄报|分送|主送|主题词) ?:")
_IMPRINT = re.compile(r".{0,60}(?:\d|日) ?(?:日)? ?印发$|抄 ?送[: ]|抄报[: ]|主送[: ]|分送[: ]|- ?\d{1,3} ?-$")
_PUBLICITY = re.compile(
    r"\((?:此件|本文|信息公开|公开|主动公开|依申请)[^()]{0,30}\)$|(?:信息)?公开(?:方式|属性|选项):.{0,12}$|(?:此件|信息公开选项)[^。]{0,20}$|\(联系人[^()]{0,60}\)$"
)
_DUTY = re.compile(
    r"(?:责任|牵头|主办|配合)(?:单位|部门):[\u4e00-\u9fff]"
    r"|\([^()]{2,120}(?:牵头|负责|配合|落实)[^()]{0,20}\)。?$"
)
_TASKS = 3  # numbered sentences that are no list of annexes
_BEGINS = ("chapter", "han", "han_bracket")  # levels of number with which a text begins
_ANNEX = re.compile(r"附 ?件? ?\d{0,2} ?(?::|$)|附表|附录")


def is_chrome(line: Line) -> bool:
    """Whether the line is of a web page and not of the document."""
    words = line.words
    return bool(
        _CHROME.match(words)
        or (words[0] in _ENDS_WITH and _END.match(words))
        or (words[-1] == "摄" and _PHOTOGRAPH.match(words))
        or (">" in words and _WHERE.match(words))
    )


def ends_document(line: Line) -> bool:
    """Whether a site goes on with this line: nothing behind it is of the document."""
    return line.words[0] in _ENDS_WITH and len(line.words) < _SHORT and bool(_END.match(line.words))


def is_annex(line: Line) -> bool:
    """附件：某表, 附件1: the list of annexes or the head of one."""
    return line.words[0] == "附" and bool(_ANNEX.match(line.words))


def is_publicity(line: Line) -> bool:
    """（此件公开发布）and the like."""
    return bool(_PUBLICITY.match(line.words))


def is_imprint(line: Line) -> bool:
    """抄送：… and …印发, the last lines of a printed document."""
    return bool(_IMPRINT.match(line.words))


def foot_of(lines: Sequence[Line], first: int) -> int:
    """The index of the line with which the foot begins; ``first`` is the first line of the body."""
    end = len(lines)
    organised = False  # measures here say who organises them: 主办单位：市教育局 names no site
    for index, line in enumerate(lines[first:], first):
        if line.words[0] in _ENDS_WITH and ends_document(line):
            organised = organised or _goes_on(lines, index)
            if not (organised and line.words[0] == "主"):
                end = index
                break
    while end > first and (
        is_chrome(line := lines[end - 1]) or is_publicity(line) or is_imprint(line) or len(line.words) < 2
    ):
        end -= 1
    for index in range(max(first, end - 8), end):
        if _COPIES.match(lines[index].words):
            return index
    return end


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Whether 主办单位：… stands under a measure, and another one follows."""
    return lines[index].words[0] == "主" and any(numbered(lines, index + 1, min(index + 4, len(lines))))


def annexes_from(lines: Sequence[Line], first: int, end: int) -> int:
    """The index with which a list of annexes at the very end begins, or ``end``.

    An annex that is a table, that names who is responsible, or a text of sentences that begins with 一、, is none.
    """
    for index in range(max(first, end - 30), end):
        if (
            lines[index].words[0] == "附"
            and is_annex(lines[index])
            and all(len(line.words) < 80 and "\t" not in line.words for line in lines[index:end])
        ):
            return end if _is_text(lines, index + 1, end) else index
    return end


def _is_text(lines: Sequence[Line], first: int, end: int) -> bool:
    if any(_DUTY.search(line.words) for line in lines[first:end]):
        return True
    if not any("。" in line.words for line in lines[first:end]):
        return False
    heads = list(numbered(lines, first, end))
    if sum("。" in lines[head.line].words for head in heads) >= _TASKS:
        return True
    return any(head.level in _BEGINS and head.number == 1 for head in heads)
