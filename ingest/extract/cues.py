"""The words of responsibility clauses (``ingest/data/clauses.toml``), as compiled patterns on folded text."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ingest.document import Role
from ingest.extract.lexicon import any_of, lexicon

# What may stand before a label on its own line.
_BULLETS = "-·•*●○■□◆◇▪▲△►▶➢➤※★☆√"
NUMBERING = rf"[ \t]*(?:\d{{1,2}}[.、)]|[{_BULLETS}]{{1,3}}|\(\d{{1,2}}\)|[①-⑳])?[ \t]*"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over folded text; ``…_role`` give the meaning of the words they match."""

    label: re.Pattern[str]  # at the start of a chunk: group 1, 2 or 3 the word
    boxed: re.Pattern[str]  # such a word in a bracket between lists: 市教育局【配合单位】市财政局
    bare_label: re.Pattern[str]  # the word alone, as it stands in a bracket: 【责任单位】
    label_role: dict[str, Role]
    label_colon: re.Pattern[str]  # a label with its colon, wherever it stands
    ignored: re.Pattern[str]
    deadline: re.Pattern[str]
    verb: re.Pattern[str]  # a run of role verbs and adverbs at the end of a chunk
    only_verb: re.Pattern[str]
    plain_verb: re.Pattern[str]  # one role verb
    guiding: re.Pattern[str]  # a verb in front of the bodies that it is done to: 指导各区政府落实
    between: re.Pattern[str]  # role verbs that may stand between two bodies
    verb_role: tuple[tuple[Role, tuple[str, ...]], ...]
    together: re.Pattern[str]
    adverb: re.Pattern[str]  # a run of adverbs at the end
    mark: re.Pattern[str]  # punctuation between chunks, and brackets
    separator: re.Pattern[str]  # what stands between chunks: punctuation, or nothing but the next label
    leading: re.Pattern[str]
    hint: re.Pattern[str]  # the last two characters of such a word and what follows: quick to look for
    endings: frozenset[str]  # the last two characters of role verbs and of what may stand behind them
    ends: re.Pattern[str]  # a role verb, or what may stand behind it, at the end of a part
    any: re.Pattern[str]  # some word without which there is no clause


def _words(name: str) -> list[str]:
    return list(lexicon("clauses")[name]["words"])


def _tables(name: str) -> list[dict[str, Any]]:
    return list(lexicon("clauses")[name])


@cache
def cues() -> Cues:
    """The cues, compiled once."""
    label_role: dict[str, Role] = {word: table["role"] for table in _tables("label") for word in table["words"]}
    verb_role = tuple((table["role"], tuple(table["words"])) for table in _tables("verb"))
    verbs = [word for _, some in verb_role for word in some]
    parting = lexicon("clauses")["parting"]
    parted = rf"(?:{any_of(parting['by'])})(?:{any_of(parting['whose'])})?(?:{any_of(parting['what'])}){{1,4}}"
    adverbs = _words("adverb")
    around = lexicon("clauses")["label_around"]
    nouns = {word[-2:] for word in label_role} | {word[-2:] for word in around["after"]} | {"位)", "门)"}
    acts = {word[-2:] for word in verbs}
    last = re.escape("".join(sorted({word[-1] for word in nouns | acts})))  # a set of characters is quick to look for
    second = re.escape("".join(sorted({word[-2] for word in nouns | acts})))
    # Looked at before the words.
    first = re.escape("".join(sorted({word[0] for word in [*verbs, *adverbs, *parting["by"]]}))) + " "
    # Possessive: 统筹协调 is one word and two, which must not multiply.
    run = rf"(?:{parted}|{any_of([*verbs, *adverbs])}| )++"
    front, behind = (f"(?:{any_of(around[key])})?" for key in ("before", "after"))
    labels = any_of(label_role)
    long = any_of(word for word in label_role if len(word) > 3 and not word.endswith(tuple(verbs)))
    other = any_of([*_words("ignored"), *_words("deadline")])
    begins = rf"{_BULLETS}①-⑳\d(\t " + re.escape(
        "".join(sorted({word[0] for word in [*label_role, *around["before"]]}))
    )
    return Cues(
        label=re.compile(
            rf"(?=[{begins}])(?:{NUMBERING}{front}"
            rf"(?:({labels}){behind} *:|({long}) *(?:为(?!牵|主)|是| |(?=[市省区县州国各有相中])))"
            rf"|\({front}({long}){behind} ?:?\) ?:?)"
        ),
        boxed=re.compile(
            rf"(?<=[^(,;、。:\n ])\(({front}(?:{long}){behind})\)(?=[^,;、。)\n(])"
            rf"|(?<= )\(({front}(?:{long}){behind})\)(?=[^,;、。)\n( ])"
        ),
        bare_label=re.compile(rf"{front}(?:{long}){behind}"),
        label_role=label_role,
        label_colon=re.compile(rf"{front}({labels}){behind} ?(?:\([^()\n]{{2,40}}\) ?)?:"),
        ignored=re.compile(rf"{NUMBERING}(?:{any_of(_words('ignored'))}) ?:"),
        deadline=re.compile(rf"{NUMBERING}(?:{any_of(_words('deadline'))}) ?(?::|为| |(?=\d))"),
        verb=re.compile(rf"(?=[{first}]){run}$"),
        only_verb=re.compile(rf"{run}(?:单位|部门)?"),
        plain_verb=re.compile(any_of(verbs)),
        guiding=re.compile(rf"(?:{any_of(word for role, some in verb_role if role == 'guide' for word in some)})++"),
        between=re.compile("牵头(?:负责)?|(?:业务|督促)?指导|(?:积极|密切)?配合|参与|负责(?!人)"),
        verb_role=verb_role,
        together=re.compile(any_of(_words("together")) + r"|(?<=[局委厅部办会院府署])商(?![务贸业标会品事联户])"),
        adverb=re.compile(rf"(?:{parted}|{any_of(adverbs)}| )++$"),
        mark=re.compile(r"[()〈〉、,;。\n\t]"),
        separator=re.compile(
            rf"[()〈〉、,;。\n\t]| +(?=(?:{labels}|{other}) ?:)|(?<=[局委厅部办会院府心])(?=(?:{long}|完成时限) ?:)"
        ),
        leading=re.compile(rf"(?:{any_of(_words('leading'))}| )*+"),
        hint=re.compile(
            rf"[{last}](?=[)〉,;。、\n :为市省区县各])(?<=[{second}].)"  # passes over most before words are compared
            rf"(?:(?<={any_of(acts)}) ?[)〉,;。、\n]|(?<={any_of(nouns)})(?P<label> ?[:为) 市省区县各]))"
        ),
        endings=frozenset(word[-2:] for word in [*verbs, *adverbs, *parting["what"]]),
        ends=re.compile(rf"(?:{any_of([*verbs, *adverbs, *parting['what']])}) *(?:[,;。、)〉(]|$)"),
        any=re.compile(rf"(?:{labels}|{any_of(w for w in verbs if len(w) > 3)}){behind} ?[:为) 市省区县各]"),
    )


def ends_in_verb(folded: str, start: int, end: int) -> bool:
    """Whether ``folded[start:end]`` may end in a role verb or what may stand behind one; quick to tell."""
    last = folded[max(start, end - 2) : end]
    endings = cues().endings
    return last in endings or last[-1:] in endings


@lru_cache(maxsize=4096)
def role_of(words: str) -> Role | None:
    """What a run of verbs says: 牵头负责 → lead, 负责配合落实 → support; None where it holds no role verb."""
    for role, verbs in cues().verb_role:
        if any(verb in words for verb in verbs):
            return role
    return None
