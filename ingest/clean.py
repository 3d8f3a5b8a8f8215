"""What belongs to the form of a text and not to its words: width of characters, line breaks of print, page furniture.

``fold`` gives the form on which rules are matched; the rest turns printed lines into paragraphs.
"""

import re
import unicodedata

# Which characters have one other form that means the same. Brackets of every kind become round ones because
# documents mix them freely (〔2023〕, [2023], ﹝2023﹞); curly quotes stay because they carry direction.
_SAME = {
    "—": "-", "–": "-", "―": "-", "─": "-", "−": "-", "‐": "-", "‑": "-",
    "∼": "~", "〜": "~", "„": '"', "‟": '"', "∶": ":",
    "〔": "(", "［": "(", "[": "(", "【": "(", "﹝": "(", "〖": "(", "⟨": "(", "﹙": "(",
    "〕": ")", "］": ")", "]": ")", "】": ")", "﹞": ")", "〗": ")", "⟩": ")", "﹚": ")",
    "﹐": ",", "﹑": "、", "﹔": ";", "﹕": ":", "﹖": "?", "﹗": "!", "﹪": "%", "﹣": "-", "﹢": "+",
    "｡": "。", "､": "、", "｢": "「", "｣": "」", "\u2024": ".", "‧": "·", "･": "·", "・": "·",
}  # fmt: skip

# Spaces that unicodedata does not class as such, and separators that must not look like the end of a paragraph.
_BLANKS = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029\u200b\u200c\u200d\u2060\ufeff\u00ad"

# Blocks whose characters are other encodings of an ordinary ideograph: radicals (⼀ for 一) and compatibility forms.
_IDEOGRAPHS = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))


def _forms() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # full-width ASCII
    for first, end in _IDEOGRAPHS:
        for code in range(first, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    table |= {code: " " for code in range(0x80, 0x3001) if unicodedata.category(chr(code)) == "Zs"}
    table |= {ord(blank): " " for blank in _BLANKS if blank != "\t"}
    table |= {ord(written): form for written, form in _SAME.items()}
    return table


_FORMS = _forms()
# What nearly every document holds. ``str.replace`` finds a character a hundred times as fast as ``str.translate``
# looks each one up; the rest is looked for by one pattern and is rare.
_COMMON = tuple((written, _FORMS[ord(written)]) for written in "，：；（）—　")
_RARE = re.compile(
    f"[{re.escape(''.join(chr(code) for code in _FORMS if code <= 0xFFFF and chr(code) not in dict(_COMMON)))}]"
)
# Apart, because one of these in a class makes it ten times as slow; to the last that is a character at all.
_RAREST = re.compile(f"[{chr(_IDEOGRAPHS[-1][0])}-{chr(max(_FORMS))}]")
_ANGLED = re.compile("[<‹＜〈]([一-鿿、]{1,9})[>›＞〉]")  # 各县<市、区>人民政府: signs in place of brackets
_FEW = 40  # kinds of rare characters that are replaced one by one


def fold(text: str) -> str:
    """``text`` in the one form rules are written for; same length, so an offset in one holds in the other.

    Full-width ASCII becomes half-width, every bracket round, every dash ``-``, every space `` ``.
    Line breaks stay, and so do tabs: in a ``SourceText`` they stand between the cells of a table and nowhere else.
    """
    for written, form in _COMMON:
        text = text.replace(written, form)
    if "<" in text or "‹" in text or "＜" in text:
        text = _ANGLED.sub(r"〈\1〉", text)
    rare = {*_RARE.findall(text), *(_RAREST.findall(text) if not text.isascii() else ())}
    if len(rare) > _FEW:
        return text.translate(_FORMS)
    for written in rare:
        text = text.replace(written, _FORMS[ord(written)])
    return text


# What no reader wants: control characters, marks of zero width, halves of characters.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)  # one at a time: ``re`` searches fast for a character of a set, not for a run of them
# A blank comes first and looks back, because ``re`` searches fast for what begins with one character.
_TAKEN_APART = re.compile(
    r" (?:(?<=[一-鿿、，。；：）》”] ) *(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%％] ) *(?=[一-鿿、，。；：）》”]))"
)
_PAGE_NUMBER = re.compile(
    r"\s*(?:[—–\-－─·•]{1,2}\s*\d{1,4}\s*[—–\-－─·•]{1,2}|第\s*\d{1,4}\s*页(?:[\s,，/／]*共\s*\d{1,4}\s*页)?"
    r"|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)\s*",
    re.IGNORECASE,
)
_PAGE_NUMBER_ENDS = "—–-－─·•页"  # or a digit
_LONGEST_PAGE_NUMBER = 60  # characters, blanks of print included
_BARE_NUMBER = re.compile(r"\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*")
_PAGE_NUMBER_INSIDE = re.compile(r"[ \u3000]{0,8}— {1,2}\d{1,4} {1,2}—[ \u3000]{0,8}")


def without_marks(text: str) -> str:
    """``text`` without control characters, zero-width marks and lone surrogates."""
    return _DROPPED.sub("", text)


def printable(name: str) -> str:
    """A file's name as it can be shown: without what turns, hides or breaks the line around it."""
    return " ".join("".join(character if character.isprintable() else " " for character in name).split())


def squeeze(text: str) -> str:
    """``text`` without the blanks that print puts between ideographs and figures; one between two names stays."""
    return _TAKEN_APART.sub("", text) if " " in text else text


def is_page_number(line: str, *, alone: bool = False) -> bool:
    """Whether a printed line is a page number; ``alone``: it stands at the edge of its page, a bare number will do."""
    if len(line) > _LONGEST_PAGE_NUMBER:
        return False
    last = line.rstrip()[-1:]
    if not (last.isdecimal() or last in _PAGE_NUMBER_ENDS):
        return False
    return bool(_PAGE_NUMBER.fullmatch(line) or (alone and _BARE_NUMBER.fullmatch(line)))


def without_page_numbers(text: str) -> str:
    """``text`` without the page numbers (— 3 —) that copying a print leaves amid its sentences."""
    return _PAGE_NUMBER_INSIDE.sub("", text) if "— " in text else text


# Whole lines that belong to a web page and not to the document it shows. A line that says anything else stays.
_CHROME = re.compile(
    r"[\s|｜>》·【\[]*(?:"
    r"(?:您?(?:当前|现在的?|所在的?)位置(?:是)?|当前栏目)\s*[：:].*"
    r"|[^。，；：>]{1,20}(?:[>›»][^。，；：>]{1,20}){2,6}"
    r"|首\s*页(?:\s*[>》/|].*)?"
    r"|(?:【?\s*字体\s*[：:]?|【)\s*[\[【(（]?\s*(?:特?大|中|小)[\s\]】)）\[【(（|]*(?:(?:特?大|中|小)[\s\]】)）\[【(（|]*)+.*"
    r"|(?:我要|在线)?(?:打印|关闭|收藏|分享|纠错|下载|返回|分享到|打印本页|关闭窗口|返回顶部|回到顶部|保存|复制链接|朗读|语音播报)"
    r"(?:[\s|｜/]*(?:打印|关闭|收藏|分享|纠错|下载|返回|本页|窗口|顶部|保存))*"
    r"|(?:上|下)一[篇条页]\s*[：:→>]?.*|[←<]\s*上一[篇条页].*"
    r"|(?:相关(?:阅读|推荐|链接|新闻|文章|稿件|文件|解读|政策)|相关政策解读|延伸阅读|热点推荐|推荐阅读|猜你喜欢)\s*[：:]?"
    r"|(?:扫一扫|扫码|微信扫).{0,20}|分享到?\s*[：:].*"
    r"|(?:无障碍|关怀版|长者版|进入关怀版|长者模式|移动版|手机版|繁体(?:版)?|简体|English|登录|注册|导航|网站导航|搜索|请输入关键[词字])"
    r"(?:[\s|｜]+(?:无障碍|关怀版|长者版|移动版|手机版|繁体|简体|English|登录|注册|导航|搜索))*"
    r"|.{0,40}(?:版权所有|ICP备|公网安备|网站标识码).{0,60}|(?:主办|承办)(?:单位)?\s*[：:].{0,60}(?:ICP|电话|网站).*"
    r"|(?:隐私声明|联系我们|网站地图|关于我们|网站声明|法律声明|使用帮助)(?:[\s|｜]+(?:隐私声明|联系我们|网站地图|关于我们|网站声明|法律声明|使用帮助))*"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)\s*[：:]?\s*\d*\s*次?"
    r"|责任编辑\s*[：:].{0,20}|Copyright.*"
    r")[\s|｜】\]]*",
    re.IGNORECASE,
)


def is_chrome(line: str) -> bool:
    """Whether a line is a web page's own furniture (where am I, print, share, font size), not the document's."""
    return len(line) < 120 and bool(_CHROME.fullmatch(line))
