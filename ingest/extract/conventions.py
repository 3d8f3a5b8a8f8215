"""Declared readings of a list: 列第一位的为牵头单位，下同; 第一个逗号前为牵头单位; * marks the lead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ingest.document import Span
from ingest.extract.lexicon import any_of, lexicon
from ingest.extract.unit_list import Body


@dataclass(frozen=True, slots=True)
class Convention:
    """``rule`` says which bodies lead; ``lasting``: it holds from here on, else for its own clause alone."""

    rule: str  # first-listed | before-comma | before-semicolon | starred
    lasting: bool
    others: bool  # it says that the rest support
    span: Span  # of the declaration in the text it was found in


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    language = lexicon("clauses")
    blank = {key: f"(?:{any_of(some)})" for key, some in language["vocabulary"].items()}

    def expand(pattern: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda match: " ?" + blank[match[1]], pattern)

    rest = expand("{rest}{one}?(?:均|都)?{is}{not_lead}")
    before = (
        r"(?:注:?|其中|(?:(?P<below>以下)|以上)?(?:各项)?(?:任务|工作|条目)?(?:的)?(?:责任单位|责任部门)?(?:中)?|单位)"
    )
    tail = rf"(?: ?[,;。、]? ?(?P<rest>{rest}))? ?[,;。、]? ?(?P<on>{any_of(language['vocabulary']['from_here'])})?"
    return tuple(
        (
            table["rule"],
            re.compile(f"{before}[,、]?(?:{'|'.join(map(expand, table['patterns']))}){tail}"),
        )
        for table in language["convention"]
    )


@cache
def _sign() -> re.Pattern[str]:
    """A word without which there is no declaration; quick to look for."""
    vocabulary = lexicon("clauses")["vocabulary"]
    return re.compile(any_of(word for key in ("first", "comma", "semicolon", "star") for word in vocabulary[key]))


def find_conventions(folded: str, start: int = 0, end: int | None = None) -> Iterator[Convention]:
    """The conventions that ``folded[start:end]`` declares."""
    stop = len(folded) if end is None else end
    if folded.find("牵头", start, stop) < 0 and folded.find("主", start, stop) < 0:
        return
    if not _sign().search(folded, start, stop):
        return
    for rule, pattern in _patterns():
        for match in pattern.finditer(folded, start, stop):
            yield Convention(rule, bool(match["on"] or match["below"]), match["rest"] is not None, Span(*match.span()))


def apply(convention: Convention, bodies: Sequence[Body]) -> list[Body]:
    """``bodies`` with the lead that ``convention`` gives; a clause that names its lead itself stays as it is.

    Only bodies in the first role of the clause can lead by their place in the list.
    """
    if not bodies or any(body.role == "lead" for body in bodies):
        return list(bodies)
    first = bodies[0]
    leads = 0
    if convention.rule == "first-listed":
        leads = 1
    elif convention.rule == "starred":
        return [replace(body, role="lead") if body.starred else _rest(convention, body) for body in bodies]
    else:
        marks = ",;" if convention.rule == "before-comma" else ";"
        while leads < len(bodies) and (leads == 0 or not (bodies[leads].after and bodies[leads].after in marks)):
            leads += 1
    found = []
    for index, body in enumerate(bodies):
        if index < leads and body.role == first.role:
            found.append(replace(body, role="lead"))
        else:
            found.append(_rest(convention, body))
    return found


def _rest(convention: Convention, body: Body) -> Body:
    """A body that does not lead: it keeps its role unless the declaration says that the others support."""
    return replace(body, role="support") if convention.others and body.role == "responsible" else body
