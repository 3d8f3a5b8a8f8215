"""Which numbers are no aims: money offered, conditions, what is already so, counts of a list."""

import re

from ingest.document import Header, Span
from ingest.extract.lexicon import any_of, words
from ingest.extract.quantities import Quantity
from ingest.extract.searchable import trim

_SUBSIDY = re.compile(any_of(words("targets", "negatives", "subsidy")))
_POLICIES = re.compile(r"\s*(?:全面|继续|认真|用好)?(?:落实|执行|用好|用足|兑现)[^,]*(?:政策|待遇|措施)$")
# What a sentence sets before it comes to money, with a plain number: 引进硕士以上人才300人,兑现补贴…
_OWN_AIM = re.compile(
    r"(?:第.{1,4}条)?(?:\(.{1,16}\))?(?:[^,]{0,12}年内?(?:\d{1,2}月)?底?前?)?"
    rf"(?:{any_of(words('targets', 'goals', 'verbs'))})"
    r"(?!.*(?:\d[^\d,]{0,4}以上|超过|达到|不[少低]于|满|的$))"
)
_TURNS = re.compile("[,;]对")
_CONDITION = re.compile(
    any_of(
        words("targets", "negatives", "conditions"),
        {
            "一般": "一般(?!公共|债)",  # 一般公共预算
            "具备": "具备(?!条件的)",  # 具备条件的村全部通车 sets none
            "须具备": "须具备(?!条件的)",
        },
    )
)
_CONDITIONAL_START = re.compile(any_of(words("targets", "negatives", "conditional_starts")))
_PRESENT = re.compile(
    any_of(
        words("targets", "negatives", "present"),
        {
            "原有": "原有(?<!草原有)",  # 草原|有害生物
            "目前": "目前(?<![由从]目前)",  # 由目前的35%提高到60%
            "死亡": "死亡(?!人数|率|事故)",  # 死亡人数不超过14人
        },
    )
)
_PRESENT_UNDATED = re.compile(
    any_of(words("targets", "negatives", "present_undated"), {"上年": "上年(?<![较比]上年)"})  # 较上年下降20%
)
_PLAN = re.compile(any_of(words("targets", "negatives", "plans")))
_BUILT_BEHIND = re.compile(rf"[^,。;、]{{0,12}}?(?:{any_of(words('targets', 'goals', 'built_behind'))})")
_FOR_WHOM = re.compile(r"(?:[^,。;]{1,6}:)?\W*[为在对向]\Z")
_COUNTED_BEFORE = re.compile(rf"(?:{any_of(words('targets', 'negatives', 'counted_before'))})\s?\Z")
_ABOUT = ("约", "近")  # 到2025年，新增学位约500万个
_PART_BEHIND = re.compile(rf"\s?(?:{any_of(words('targets', 'negatives', 'parts_behind'))})")
_PART_AT_END = re.compile(
    rf"[^,。;、]{{0,12}}?(?:{any_of(words('targets', 'negatives', 'parts_behind'))})(?=$|[,。;、:“”])"
)
_DURATION_BEHIND = re.compile(rf"\s?(?:{any_of(words('targets', 'negatives', 'durations_behind'))})")
_SLOGAN_BEHIND = re.compile(r"性|之|体|带|网|码|件事|站|张|化")
_SIZE_BEHIND = re.compile(any_of(words("targets", "negatives", "sizes_behind")))
_NAME_BEHIND = re.compile(any_of(words("targets", "negatives", "names_behind")))
_SPANS = words("targets", "measures", "spans")
_AGES = ("岁",)
_GOAL_RIGHT_BEFORE = re.compile(rf"(?:{any_of(words('targets', 'goals', 'verbs'))})了?\Z")
_BUILDS = re.compile(rf"[^,。;:]{{0,8}}:?(?:{any_of(words('targets', 'goals', 'builds'))})")
_ROUND = "百千"  # how a number begins that only says many: 百个应用场景
_AND_SO_ON = re.compile(r"等\s?\Z")
_MEASURED = re.compile(r"\d\s?[个家项户批]\s?\Z")
_MADE_INTO = re.compile(
    r"\s?(?:左右)?(?:提高|提升|增加|增长|跃升|上升|扩大|下降|降低|减少|压缩|压减|缩短|缩减|缩小)[到至为]"
)
_FROM = re.compile(r"[从由自][^,。;]*\Z")
_GOAL = re.compile(any_of(words("targets", "goals", "verbs")))
_REGULATION = re.compile(rf"(?:{any_of(words('targets', 'negatives', 'regulations'))})(?:\(.*\))?$")
_EACH = re.compile(r"(?:单个|单项|单笔|每个|每家|每户|每人|每项|每年度?|同一)[^,。;]{0,12}\Z")
_CAPPED_EACH = ("at_most",)
_SHARE_OF = re.compile("的[\u4e00-\u9fff]")  # 15%的中医馆完成…
_RATE_BEFORE = re.compile(r"率(?:保持|达|达到|均?为)?\Z")  # 隐患整改率100%
_THRESHOLD = re.compile(
    r"\s?(?:以上|及以上|以下|以内)?的?(?:企业|单位|个人|人员|团队|主体|用人单位|申请|应当|毕业生|中小微?企业)"
)
_SHARES = frozenset(words("targets", "measures", "shares"))
_ALL_OF_KIND = re.compile("全部|全覆盖|消除|清零")  # 25户以上自然村通硬化路全覆盖
_KIND_OF = re.compile(r"[\u4e00-\u9fff][^,。;、]{1,14}?\d")  # 30户以上村民小组通硬化路率100%
_MEMBER = re.compile(r"[^,。;、]{0,14}?(?:\d|[“《])")
_YEARS_NAMED = re.compile(r"(?<![比较])(?:19|20)\d\d年(?!起|开始)")
_MONEY_UNITS = words("targets", "measures", "money")
_RATES_AND_SUMS = frozenset((*_MONEY_UNITS, *words("targets", "measures", "shares")))


def sets_rules(header: Header) -> bool:
    """Whether the title says that the text is a law or a set of rules: its numbers bind, they are not aimed at."""
    return bool(header.title and _REGULATION.search(header.title.replace("（", "(").replace("）", ")")))


def aims_at_nothing(header: Header) -> bool:
    """Whether only what has a date is an aim here: a text that sets rules, other than a reply to a plan."""
    return sets_rules(header) and not _PLAN.search(header.title or "")


def offers(text: str, sentence: Span, part: Span) -> bool:
    """Whether a sentence offers money or a favour to applicants: its numbers are amounts and conditions.

    What stands before it turns to them, as ``part`` may, is its issuer's own: 开放数据集500个,对列入清单的…给予奖励.
    """
    for offered in _SUBSIDY.finditer(text, sentence.start, sentence.end):
        if _TURNS.search(text, part.end - 1, offered.start()) or _carries_out(text, sentence, offered.start()):
            continue
        if not part.start <= offered.start() < part.end and _OWN_AIM.match(part.of(text).strip()):
            continue
        return True
    return False


def _carries_out(text: str, sentence: Span, at: int) -> bool:
    """Whether the words at ``at`` tell of offers that others made: 落实稳岗返还、扩岗补助等政策,组织招聘会20场."""
    start = max(sentence.start, text.rfind(",", sentence.start, at) + 1)
    end = text.find(",", at, sentence.end)
    return bool(_POLICIES.match(text, start, end if end >= 0 else sentence.end))


def refused(text: str, sentence: Span, part: Span, quantity: Quantity, dated: bool) -> bool:
    """Whether ``quantity`` sets no aim. ``dated``: a deadline governs it."""
    before = text[part.start : quantity.whole.start]
    behind = text[quantity.whole.end : part.end]
    if _is_idiom(text, quantity, before) or _DURATION_BEHIND.match(text, quantity.span.end):
        return True
    if _SIZE_BEHIND.match(text, quantity.span.end) or (quantity.unit in _SPANS and not _is_lowest(quantity)):
        return True
    if not (dated or quantity.compared or _is_aimed_at(text, sentence, part, quantity, before, behind)):
        return True
    return (
        _is_list_count(before, behind, quantity, dated)
        or _is_condition(text, part, before, behind, quantity, dated)
        or (
            quantity.compared
            and not dated
            and _THRESHOLD.match(behind) is not None
            and not _is_aimed_at(text, sentence, part, quantity, before, behind)
        )
        or _is_present(text, sentence, part, quantity, dated)
        or _is_attribute(before, behind, quantity)
        or bool(_MADE_INTO.match(text, quantity.span.end) and _FROM.search(before))
    )


def _is_aimed_at(text: str, sentence: Span, part: Span, quantity: Quantity, before: str, behind: str) -> bool:
    """Whether a verb says that ``quantity`` is to be reached: in front of it, earlier in its list, or behind."""
    return bool(
        _GOAL.search(before)
        or _listed_aim(text, sentence, part)
        or ((_FOR_WHOM.match(before) or _SHARE_OF.match(behind)) and _GOAL.search(behind))
        or (quantity.unit == "%" and quantity.value == 100 and _RATE_BEFORE.search(before))
    )


def _is_idiom(text: str, quantity: Quantity, before: str) -> bool:
    """Whether the numeral is part of a word: 一次性, 五分之一, 三个转变; 百个应用场景 behind a verb is none."""
    if quantity.written == "arabic" or quantity.unit == "%" or quantity.before in ("at_least", "at_most"):
        return bool(quantity.unit != "%" and quantity.written == "chinese" and _slogan(text, quantity))
    if _slogan(text, quantity) or _NAME_BEHIND.match(text, quantity.span.end):
        return True
    if quantity.value >= 100:
        if text[quantity.span.start] not in _ROUND:
            return False  # 改造中低产田三百万亩
        return not (_GOAL_RIGHT_BEFORE.search(before) or quantity.after == "at_least")
    return not (_AND_SO_ON.search(before) and _BUILDS.match(before.lstrip()))


def _slogan(text: str, quantity: Quantity) -> bool:
    return bool(_SLOGAN_BEHIND.match(text, quantity.span.end))


def _is_lowest(quantity: Quantity) -> bool:
    return quantity.before == "at_least" or quantity.after == "at_least"


def _listed_aim(text: str, sentence: Span, part: Span) -> bool:
    """Whether an aim set earlier in the sentence goes on here: 培育链主企业5家,小巨人企业50家."""
    return part.start - sentence.start < 120 and bool(_GOAL.search(text, sentence.start, part.start))


def _is_list_count(before: str, behind: str, quantity: Quantity, dated: bool) -> bool:
    if quantity.compared and quantity.before != "growth":
        return False
    if _AND_SO_ON.search(before) and (_BUILDS.match(before.lstrip()) or _BUILT_BEHIND.match(behind)):
        return bool(_PART_BEHIND.match(behind))
    counted = _COUNTED_BEFORE.search(before)
    if (counted and not (dated and counted[0].strip() in _ABOUT)) or (quantity.unit == "次" and "每" in before):
        return True
    return quantity.unit in ("个", "项", "种", "条") and bool(_PART_BEHIND.match(behind) or _PART_AT_END.match(behind))


def _is_condition(text: str, part: Span, before: str, behind: str, quantity: Quantity, dated: bool) -> bool:
    inner = trim(text, part)
    stretch = inner.of(text)
    if _CONDITION.search(stretch):
        return True
    if _EACH.search(before) and (quantity.before in _CAPPED_EACH or quantity.after == "at_most"):
        return True
    if stretch.endswith("的"):
        return True
    if not dated and _CONDITIONAL_START.match(stretch) and _THRESHOLD.match(behind):
        return True
    # 研发费用占比3%以上的企业: who is meant; 30%以上的企业完成改造 is an aim
    return quantity.unit in _RATES_AND_SUMS and _THRESHOLD.fullmatch(behind.rstrip(" ,、")) is not None


def _is_present(text: str, sentence: Span, part: Span, quantity: Quantity, dated: bool) -> bool:
    if _PRESENT.search(text, part.start, quantity.span.start):
        return True
    if not dated and _PRESENT_UNDATED.search(text, part.start, quantity.span.start):
        return True
    if quantity.compared and quantity.before != "growth":
        return False  # 举办2024年大赛,项目不少于300个
    return not dated and bool(_YEARS_NAMED.search(text, sentence.start, quantity.span.start))


def _limits(quantity: Quantity) -> bool:
    """Whether a bound with 的 behind it tells whom is meant: 10人以内的团队, 满意度低于80%的县."""
    return quantity.unit != "%" or quantity.before == "at_most"


def _is_attribute(before: str, behind: str, quantity: Quantity) -> bool:
    """Whether a measure describes what is counted: 营收超1000万元OPC100家以上, 70个30亿元以上项目, 10人以内的团队."""
    if behind and quantity.unit in _AGES and quantity.after in ("at_least", "at_most"):
        return True
    if "at_most" in (quantity.after, quantity.before) and behind.startswith("的") and _limits(quantity):
        return True
    said = quantity.whole.end > quantity.span.end  # 以上 and not 7000余个
    if (
        said
        and quantity.after in ("at_least", "at_most")
        and (_KIND_OF.match(behind) or _ALL_OF_KIND.search(before + behind))
    ):
        return quantity.unit not in _SHARES
    if quantity.unit not in _MONEY_UNITS or not behind:
        return False
    return bool(_MEASURED.search(before) or _KIND_OF.match(behind.removeprefix("的"))) or (
        behind[0] not in ",、的" and bool(_MEMBER.match(behind))
    )
