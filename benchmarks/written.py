"""Whole documents that nobody wrote, in the styles of real ones: for timing and filling stores, never for accuracy.

Document ``number`` is a function of seed and number alone, so that 250,000 need no memory, can be written by several
processes, and cite one another. Places are the prefectures and counties of the register of regions; some places and
bodies are named far more often than others, and so are some documents.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from benchmarks.made_up import BUREAUX, WORDS
from ingest.gazetteer import gazetteer

SEED = 7
_FIGURES = ("", *"一二三四五六七八九")
_MOST = 300  # measures of one document
_SERIES = ("办发", "发", "办函", "办", "函")  # of document numbers; what has the same words has another number
_MOST_NUMBERS = 90_000  # of a series: longer ones are no document numbers
_KINDS = ("实施方案", "行动计划", "若干措施", "工作要点", "三年攻坚行动方案")
_AIMS = ("建成{0}{1}个", "{0}覆盖率达到{1}%以上", "新增{0}{1}家", "{0}投资增长{1}%")
_THINGS = ("示范基地", "公共服务平台", "标准化学校", "社区服务中心", "重点企业", "产业园区", "智慧停车场")


@cache
def _places() -> tuple[tuple[str, str], ...]:
    """(name, level) in an order that has nothing to do with the map: the first are the busiest."""
    found = [
        (region.name, region.level)
        for region in gazetteer().by_code.values()
        if region.level in ("prefecture", "county")
    ]
    random.Random(SEED).shuffle(found)  # noqa: S311 - made-up data, no secret
    return tuple(dict(found).items())


def _skewed(chance: random.Random, count: int) -> int:
    """A number below ``count``, the small ones far more often: about as 1/n."""
    return min(count - 1, int(count ** chance.random()) - 1)


def _chance(number: int, seed: int, part: str) -> random.Random:
    return random.Random(f"{seed} {number} {part}")  # noqa: S311 - made-up data, no secret


def _head(number: int, seed: int) -> tuple[str, str, str, date]:
    """Place, title, document number and date: what others cite it by."""
    chance = _chance(number, seed, "head")
    place, level = _places()[_skewed(chance, len(_places()))]
    topic = "".join(chance.sample(WORDS, 2))
    issued = date(2015, 1, 5) + timedelta(days=number * 97 % 3_900)
    short = place.rstrip("市县区州盟")[:3]
    series, serial = divmod(number - 1, _MOST_NUMBERS)
    office = ("政" if level == "prefecture" else "府") + _SERIES[series % len(_SERIES)]
    signed = f"{short}{office}〔{issued.year}〕{serial + 1}号"
    return place, f"{place}{topic}{chance.choice(_KINDS)}", signed, issued


def written_document(number: int, seed: int = SEED, items: int = 20) -> str:
    """The text of document ``number`` (from 1). ``items`` is how many measures documents have in the mean.

    Most have fewer, some many times as many: half have three fifths of it at most, one in a hundred over six times.
    """
    chance = _chance(number, seed, "body")
    place, title, doc_number, issued = _head(number, seed)
    kind = "县" if place.endswith("县") else "区" if place.endswith("区") else "市"
    count = min(_MOST, max(1, round(items * chance.lognormvariate(-0.5, 1))))
    label = chance.choice(("（{0}）", "{1}."))
    clause = chance.choices((_bracketed, _below, _by_roles), (3, 1, 1))[0]
    lines = [
        f"{place}人民政府办公室关于印发{title}的通知",
        doc_number,
        "各有关单位：",
        f"《{title}》已经{kind}政府同意，现印发给你们，请认真组织实施。",
        f"{place}人民政府办公室",
        f"{issued.year}年{issued.month}月{issued.day}日",
        title,
        f"为{''.join(chance.sample(WORDS, 2))}，结合实际，制定本方案。",
    ]
    sections = min(4, max(1, count // 3))
    for section in range(sections):
        lines.append(f"{numeral(section + 1)}、{''.join(chance.sample(WORDS, 2))}")
        for item in range(len(range(section, count, sections))):
            measure = _measure(chance, number, seed, issued.year)
            lines.append(f"{label.format(numeral(item + 1), item + 1)}{measure}{clause(chance, _bodies(chance, kind))}")
    return "\n".join(lines) + "\n"


def numeral(number: int) -> str:
    """1 to 99 as Chinese writes it: 一, 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    return f"{_FIGURES[tens] if tens > 1 else ''}{'十' if tens else ''}{_FIGURES[ones]}"


def _bodies(chance: random.Random, kind: str) -> list[str]:
    named = (BUREAUX[_skewed(chance, len(BUREAUX))] for _ in range(1 + int(chance.expovariate(0.5))))
    return [f"{kind}{body}" for body in dict.fromkeys(named)]


def _bracketed(chance: random.Random, bodies: list[str]) -> str:
    if chance.random() < 0.3 and len(bodies) > 1:
        return f"（{bodies[0]}牵头，{'、'.join(bodies[1:])}配合）"
    return f"（责任单位：{'、'.join(bodies)}）"


def _below(_: random.Random, bodies: list[str]) -> str:
    return f"\n责任单位：{'、'.join(bodies)}"


def _by_roles(_: random.Random, bodies: list[str]) -> str:
    helping = f"；配合单位：{'、'.join(bodies[1:])}" if bodies[1:] else ""
    return f"\n牵头单位：{bodies[0]}{helping}"


def _measure(chance: random.Random, number: int, seed: int, year: int) -> str:
    told = "，".join("".join(chance.sample(WORDS, 2)) for _ in range(4))
    words = [f"{''.join(chance.sample(WORDS, 2))}。{told}"]
    if number > 1 and chance.random() < 0.2:
        _, title, doc_number, _ = _head(_skewed(chance, number - 1) + 1, seed)
        words.append(f"贯彻落实《{title}》（{doc_number}）")
    if chance.random() < 0.25:
        aim = chance.choice(_AIMS).format(chance.choice(_THINGS), chance.randrange(2, 96))
        words.append(f"到{year + 3}年，{aim}")
    return f"{'，'.join(words)}。"


def written_documents(count: int, seed: int = SEED, items: int = 20) -> Iterator[tuple[str, str]]:
    """(file name, text) of documents 1 to ``count``, one at a time."""
    for number in range(1, count + 1):
        yield f"{number:06}.txt", written_document(number, seed, items)
