"""文号, the number of a document: 国办发〔2018〕129号 in all its brackets."""

import re
from collections.abc import Iterator

from ingest.document import Span
from ingest.extract.lexicon import any_of, words
from ingest.gazetteer import gazetteer

_LONGEST_CODE = 14  # 代字: 渝满天星专班办, 穗人社规字
# Papers of old give the year in two digits: 国发(81)88号.
_TAIL = r"\((?P<year>(?:19|20)\d\d|[5-9]\d)\)\s?(?:第\s?)?(?P<number>\d{1,5})\s?号"
# Written behind a title, in brackets or not: 《…》(中办发(2019)16号)
NUMBER_BEHIND = re.compile(
    rf"\s{{0,3}}(?:\(\s?|(?![和及与暨]))(?P<code>[\u3400-\u9fff]{{1,{_LONGEST_CODE}}})\s?{_TAIL}\s?\)?"
)
_NUMBER = re.compile(_TAIL)
_CODE = re.compile(r"[\u3400-\u9fff]+$")
_INTRODUCED = re.compile(f".*(?:{any_of(words('references', 'number_introducers', 'words'))})")


def normalise_number(match: re.Match[str]) -> str:
    """代字〔年〕号, without 第 and leading zeros, of a match that has the groups code, year and number."""
    return f"{match['code']}〔{_year(match)}〕{int(match['number'])}号"


def _year(match: re.Match[str]) -> str:
    return match["year"] if len(match["year"]) == 4 else "19" + match["year"]


def bare_numbers(text: str) -> Iterator[tuple[Span, str]]:
    """The 文号 of folded ``text``, each with its place, in order; what introduces it (按照, 省政府) is left out."""
    for match in _NUMBER.finditer(text):
        end = match.start() - text[max(0, match.start() - 1) : match.start()].isspace()  # a blank before the bracket
        code = _CODE.search(text, max(0, end - _LONGEST_CODE - 6), end)
        if not code:
            continue
        introduced = _INTRODUCED.match(code[0])
        start = code.start() + (introduced.end() if introduced and introduced.end() < len(code[0]) else 0)
        if text[start - 1 : start] in ("》", "号", ")") and text[start] in "和及与":  # 《甲方案》和乙政发〔2022〕35号
            start += 1
        written = text[start:end]
        for length in range(2, len(written)):  # 国务院国发〔1981〕124号, 国家经委经技〔1984〕123号
            if written[:length] in gazetteer().central_others or written[:length] in gazetteer().central_bodies:
                start, written = start + length, written[length:]
                break
        if len(written) <= _LONGEST_CODE:
            yield Span(start, match.end()), f"{written}〔{_year(match)}〕{int(match['number'])}号"
