"""How names are typed: each character by itself, or by its sound in pinyin, whole (cai) or its beginning (c).

A spelled name is one line: for each character a mark, the character, and its syllable. What is typed is cut into
pieces, a character or the beginning of a syllable each, and searched for in the line.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

MARK = "\x01"
_LONGEST_SYLLABLE = 6  # zhuang


def fold(text: str) -> str:
    """A text as it is compared: one character for one, of ordinary width, in lower case, spaces for the unprintable.

    ü is v, as keyboards have it.
    """
    narrow = (unicodedata.normalize("NFKC", character)[:1].lower()[:1] for character in text)
    return "".join(character if character.isprintable() else " " for character in narrow).replace("ü", "v")


@lru_cache(maxsize=200_000)
def syllables(name: str) -> tuple[str, ...]:
    """The sound of each character of a folded name, without tones; what has none stands for itself.

    Characters with several readings are read as their word is: 重庆 chong qing, 重点 zhong dian.
    """
    from pypinyin import lazy_pinyin  # a quarter of a second and its dictionaries: only who suggests needs it

    def read(words: str) -> list[str]:
        return lazy_pinyin(words, errors=list)  # type: ignore[arg-type]  # it takes lists too, which its stub leaves out

    whole = read(name)
    if len(whole) != len(name):  # a word with fewer sounds than characters: each character by itself
        whole = [("".join(read(character)) or character) for character in name]
    return tuple(whole)


def spelled(name: str, sounds: Iterable[str]) -> str:
    """The line of a folded name and the sounds of its characters."""
    return "".join(f"{MARK}{character}{sound}" for character, sound in zip(name, sounds, strict=True))


def beginnings(sound: str) -> Iterator[str]:
    """What may be typed for a syllable."""
    return (sound[:length] for length in range(1, len(sound) + 1))


def cuts(typed: str, known: Sequence[str] | frozenset[str], most: int = 8) -> list[tuple[str, ...]]:
    """The ways to cut what was typed (folded, without spaces) into characters and beginnings of ``known`` syllables.

    Few long pieces come before many short ones; no more than ``most`` are told.
    """
    found: list[tuple[str, ...]] = []
    dead: set[int] = set()

    def cut(at: int, pieces: tuple[str, ...]) -> bool:
        if at == len(typed):
            found.append(pieces)
            return True
        if at in dead or len(found) >= most:
            return False
        before = len(found)
        for length in range(_LONGEST_SYLLABLE if typed[at].isascii() else 1, 0, -1):
            piece = typed[at : at + length]
            if len(piece) == length and piece in known and len(found) < most:
                cut(at + length, (*pieces, piece))
        if len(found) == before:
            dead.add(at)
        return len(found) > before

    cut(0, ())
    return found


def together(pieces: Sequence[str]) -> re.Pattern[str]:
    """Finds a line in which the pieces follow each other."""
    return re.compile("".join(f"({_one(piece)})" for piece in pieces))


def apart(pieces: Sequence[str], *, begun: bool = False) -> re.Pattern[str]:
    """Finds a line in which the pieces come in this order, whatever is between them (``begun``: nothing before them).

    It never goes back in a line, so that no name can make it slow.
    """
    gaps = [f"(?:(?!{_one(piece)}){MARK}[^{MARK}]*+)*+" for piece in pieces]
    if begun:
        gaps[0] = ""
    return re.compile("".join(f"{gap}({_one(piece)})" for gap, piece in zip(gaps, pieces, strict=True)))


def _one(piece: str) -> str:
    if piece.isascii() and piece.isalpha():
        return f"{MARK}[^{MARK}]{piece}[^{MARK}]*+"
    return f"{MARK}{re.escape(piece)}[^{MARK}]*+"
