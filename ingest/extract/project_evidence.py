"""What plain and quoted names of undertakings share: the cues they stand behind, the places they begin with."""

import re

from ingest.extract.lexicon import any_of, words
from ingest.extract.project_places import places

STRONG = frozenset(words("projects", "heads", "strong"))
RELY = frozenset(words("projects", "cues", "rely"))
MAKE = frozenset(words("projects", "cues", "make"))
PLURAL = re.compile(rf"(?:{any_of(words('projects', 'cues', 'plural'))})")
PLACE = re.compile(rf"(?:{any_of(places())})|[一-龥]{{2}}[省市县](?!场|域|级|内|民)")
_PLACES_BEGIN = frozenset(place[0] for place in places())
_RANKS = frozenset("省市县")
WIDE = re.compile(rf"(?:{any_of(words('projects', 'qualifiers', 'wide'))})(?!级)")
COUNT = re.compile(r"\d+(?:\.\d+)?\s?[万亿]?(?:个|家|项|名|所|元|种|条|万|亿)|[一二两三四五六七八九十]个")
MARK = re.compile("[,。;]")


def begins_with_place(name: str) -> bool:
    """Whether ``name`` begins with a place; asked for the characters it needs first, because most begin with none."""
    return (name[0] in _PLACES_BEGIN or name[2:3] in _RANKS) and PLACE.match(name) is not None
