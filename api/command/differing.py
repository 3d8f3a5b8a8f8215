"""``policy-graph diff A B``: two versions of a document, or two documents, item by item."""

from pathlib import Path
from typing import TYPE_CHECKING

from api.command import console
from api.comparing import WHAT, as_plain, stored

if TYPE_CHECKING:
    from graph.difference import Change, Difference
    from graph.records import DocumentGraph
    from graph.store import GraphStore

_SHOWN = 60  # characters of a text that a line shows


def document_of(named: str, store: "GraphStore | None", limit: int) -> "DocumentGraph":
    """What a file, a version (``key@…``) or a document (its current version) says.

    Raises:
        NotFound: the store has neither version nor document of this key.
        SourceError: the file cannot be read.
    """
    from graph.errors import NotFound

    if Path(named).is_file():
        from ingest.parsing import parse_file
        from ingest.to_graph import to_graph

        return to_graph(parse_file(Path(named), limit=limit))
    if store is None:
        raise NotFound(f"{named} is no file. Give two files, or keys of documents or versions that are loaded.")
    return stored(store, named)


def write(found: "Difference", *, as_json: bool) -> None:
    """The difference, for people or as JSON."""
    if as_json:
        console.write_json(as_plain(found))
        return
    for change in found.head:
        console.say(f"~ {_line(change)}")
    for item in found.dropped:
        console.say(f"- {item.path} {item.label}{item.heading}")
    for item in found.added:
        console.say(f"+ {item.path} {item.label}{item.heading}")
    for both in found.both:
        place = both.path_after if both.path_before == both.path_after else f"{both.path_before} → {both.path_after}"
        console.say(f"~ {place} {both.heading}{'（移动）' if both.moved else ''}")
        for change in both.changes:
            console.say(f"    {_line(change)}")
    console.say(f"新增 {len(found.added)}，删除 {len(found.dropped)}，变动 {len(found.both)}，相同 {found.same}")


def _line(change: "Change") -> str:
    before, after = (_cut(words) for words in (change.before, change.after))
    what = WHAT[change.what]
    if before is None:
        return f"{what} + {after}"
    return f"{what} - {before}" if after is None else f"{what}：{before} → {after}"


def _cut(words: str | None) -> str | None:
    if words is None:
        return None
    line = console.one_line(words)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
