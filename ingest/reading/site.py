"""What a site puts below a document without saying so in its markup: buttons, notices, links to other pages."""

import re
from collections.abc import Sequence

_BUTTON = (
    r"(?:打印|关闭|收藏|分享|返回|下载|纠错|保存|复制|转发|点赞|朗读|播报|听全文|收听|扫一扫|微信|微博|QQ|字体|顶部)"
)
_BELOW = re.compile(
    rf"(?:[【\[〖][^】\]〗]{{0,6}}{_BUTTON}[^】\]〗]{{0,8}}[】\]〗][\s|｜]*)+"
    rf"|(?:AI|语音|智能|一键)?{_BUTTON}(?:列表|首页|上页|上一页|本页|本文|全文|窗口|到|空间|好友|朋友圈)?"
    rf"(?:[\s|｜/、]+(?:AI|语音|智能|一键)?{_BUTTON}(?:列表|首页|上页|上一页|本页|本文|全文|窗口|到|空间|好友|朋友圈)?)*\s*[：:]?"
    r"|返回(?:列表|首页|上页|上一页|上级)"
    r"|(?:版权声明|免责声明|网站声明|温馨提示)\s*[：:].*"
    r"|凡(?:本网|本站)?注明.{0,60}(?:来源|转载|版权).*|.{0,20}转载(?:请|时)?(?:须|需|必须)?注明.*"
    r"|(?:主办|承办|协办|维护|运维|管理|技术支持|建设|版权所有)(?:单位|部门)?\s*[：:].{0,80}"
    r"|(?:网站)?(?:地址|邮编|邮箱|联系电话|电话|传真|网站电话|值班电话)\s*[：:].{0,80}"
    r"|.{0,20}建议使用.{0,30}(?:浏览器|分辨率).*|.{0,20}(?:ICP备|公网安备|网站标识码|网站支持IPv6).*"
    r"|(?:您的)?(?:访问量|浏览量|访客)\s*[：:].*|(?:责任)?编辑\s*[：:].{0,20}|稿件来源\s*[：:].{0,30}"
)
_SITE_ONLY = re.compile(r"ICP备|公网安备|网站标识码|浏览器|分辨率|版权|技术支持|转载|承办\s*[：:]")
_OTHERS = re.compile(
    r"[\s【\[■●▪·|]*(?:相关(?:阅读|推荐|链接|新闻|文章|稿件|文件|解读|政策|信息|附件|内容|报道)|政策解读|文件解读|解读材料"
    r"|延伸阅读|热点推荐|推荐阅读|猜你喜欢|热门文章|最新文件|图解|关联(?:文件|稿件|阅读))[\s】\]：:]*"
)
_MOST_LINKS = 30
_LINK = re.compile(r"[^。；]{2,80}")


def end_of_document(blocks: Sequence[str | None]) -> int:
    """How many of ``blocks`` are the document's: paragraphs in order, None for a table.

    From below: notices of the site go, of bodies and addresses only beside one that no document has; so do the links
    under a heading such as 相关推荐, up to the last line that is a sentence.
    """
    end = len(blocks)
    notices: list[str] = []
    while end and _is_below(blocks[end - 1]):
        notices.append(blocks[end - 1] or "")
        end -= 1
    if not any(_SITE_ONLY.search(words) or not re.search(r"[：:]", words) for words in notices):
        end = len(blocks)
    for place in range(max(1, end - _MOST_LINKS), end):
        words = blocks[place]
        if words and _OTHERS.fullmatch(words) and all(b and _LINK.fullmatch(b) for b in blocks[place + 1 : end]):
            return place
    return end


def _is_below(words: str | None) -> bool:
    return words is not None and len(words) < 150 and bool(_BELOW.fullmatch(words))
