"""Write the parts of README and docs that can be told from the code (``make docs``); a test finds stale ones.

Between ``<!-- generated: NAME -->`` and ``<!-- end -->`` stands what ``PARTS[NAME]`` answers. In a README, what follows
a line ``$ command`` of a ``console`` block is what that command prints.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import typer

from api.cli import EXIT_CODES, app
from benchmarks import accuracy
from graph import errors, records
from graph.queries import catalogue
from graph.settings import Settings
from graph.store import open_store

ROOT = Path(__file__).parent.parent
PAGES = ("docs/settings.md", "docs/cli.md", "docs/queries.md", "docs/graph.md", "docs/accuracy.md")
READMES = ("README.md", "README.zh-CN.md")

# Whose docstring tells the meaning of a node or relationship; their properties are read from cypher/write.
MEANINGS: dict[str, type | str] = {
    "Document": records.DocumentRecord,
    "Section": records.SectionRecord,
    "Item": records.ItemRecord,
    "Unit": records.UnitRecord,
    "Region": records.RegionRecord,
    "Target": records.TargetRecord,
    "Project": records.ProjectRecord,
    "PART_OF": "It stands in the other.",
    "RESPONSIBLE_FOR": records.ResponsibilityRecord,
    "CITES": records.CitationRecord,
    "SETS": records.TargetRecord,
    "NAMES": records.NamingRecord,
    "ISSUED": records.IssuanceRecord,
    "ADDRESSED_TO": records.AddressRecord,
    "IN_REGION": records.UnitRegionRecord,
    "WITHIN": "A region lies in the one around it.",
    "MEMBER_OF": "A unit is one of those that a collective stands for, as derived from the regions.",
    "SUCCEEDED_BY": "A unit's duties went to the other in a reform, as the register of bodies says.",
}


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def settings() -> str:
    """Every setting with its default and meaning."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "the user's data folder" if field.default_factory else field.default
        rows.append((f"`{name.upper()}`", "–" if default is None else f"{default}", field.description or ""))
    return table(("setting", "default", "meaning"), rows)


def commands() -> str:
    """The help of every command, as it prints."""
    group = typer.main.get_command(app)
    names = ["", *getattr(group, "commands", {})]
    return "\n\n".join(f"## `policy-graph{f' {n}' if n else ''}`\n\n```text\n{_help(n)}\n```" for n in names)


def _help(name: str) -> str:
    words = [*([name] if name else []), "--help"]
    return run([sys.executable, "-m", "api.cli", *words], os.environ | {"COLUMNS": "100"}).rstrip()


def exit_codes() -> str:
    """What the command line returns."""
    families = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.PolicyGraphError)]
    if missing := {family.exit_code for family in families} - EXIT_CODES.keys():
        raise SystemExit(f"api.cli does not say what exit codes {missing} mean")
    return table(("exit code", "meaning"), ((str(code), meaning) for code, meaning in EXIT_CODES.items()))


def queries() -> str:
    """Every question of the catalogue."""
    parts = []
    for query in catalogue():
        params = ", ".join(
            f"`{p.name}` {p.type}" + ("" if p.required else f" = {'none' if p.default is None else p.default}")
            for p in query.params
        )
        parts.append(
            f"## {query.name}\n\n{query.question}<br>{query.question_zh}\n\n"
            f"- given: {params or 'nothing'}\n- returns: {', '.join(f'`{c}`' for c in query.columns)}"
            + (f"\n- sorted by: {', '.join(f'`{s.column}`' for s in query.sorts)}" if query.sorts else "")
        )
    return "\n\n".join(parts)


def nodes() -> str:
    """The nodes, their meaning and properties."""
    properties, _ = model()
    rows = [(f"`{n}`", meaning(n), ", ".join(properties[n])) for n in MEANINGS if n in properties and not n.isupper()]
    return table(("node", "meaning", "properties"), rows)


def relationships() -> str:
    """The relationships, between what they stand, their meaning and properties."""
    properties, ends = model()
    rows = [
        (f"`{n}`", "; ".join(ends[n]), meaning(n), ", ".join(properties.get(n, ())) or "–")
        for n in MEANINGS
        if n.isupper()
    ]
    return table(("relationship", "from → to", "meaning", "properties"), rows)


def model() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What ``cypher/write`` makes: properties of each label and type, and the ends of each type."""
    properties: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    for file in sorted((ROOT / "cypher" / "write").glob("*.cypher")):
        text = re.sub(r"//.*", "", file.read_text(encoding="utf-8"))
        names = dict(re.findall(r"[(\[](\w+):(\w+)", text))  # variable → label or type
        for variable, keys in re.findall(r"MERGE [^\n]*?[(\[](\w+):\w+ \{([^}]+)\}", text):
            properties.setdefault(names[variable], []).extend(re.findall(r"(\w+)`?:", keys))
        for variable, name in re.findall(r"\b(\w+)\.`?(\w+)`? =[^~]", text):
            properties.setdefault(names[variable], []).append(name)
        for a, back, kind, forth, b in re.findall(r"MERGE \((\w+)\)(<?)-\[\w*:(\w+)[^\]]*\]-(>?)\((\w+)\)", text):
            assert bool(back) != bool(forth), file  # noqa: S101 - a relationship has one direction
            start, end = (b, a) if back else (a, b)
            ends.setdefault(kind, []).append(f"{names[start]} → {names[end]}")
    if unknown := (properties.keys() | ends.keys()) - MEANINGS.keys() - {"CollectiveUnit"}:
        raise SystemExit(f"docs/generate.py does not say what {', '.join(sorted(unknown))} means")
    unique = {name: list(dict.fromkeys(found)) for name, found in properties.items()}
    return unique, {name: sorted(set(found)) for name, found in ends.items()}


def meaning(name: str) -> str:
    """One sentence on a node or relationship."""
    told = MEANINGS[name]
    return told if isinstance(told, str) else (told.__doc__ or "").strip().splitlines()[0].replace("``", "`")


PARTS: dict[str, Callable[[], str]] = {
    "settings": settings,
    "commands": commands,
    "exit codes": exit_codes,
    "queries": queries,
    "nodes": nodes,
    "relationships": relationships,
    "accuracy": accuracy.summary,
    "accuracy by style": accuracy.styles,
    "errors": accuracy.errors,
}


def filled(text: str) -> str:
    """A page with its generated parts written anew."""
    return re.sub(
        r"(<!-- generated: (.+?) -->\n).*?(<!-- end -->)",
        lambda found: f"{found[1]}\n{PARTS[found[2]]()}\n\n{found[3]}",
        text,
        flags=re.DOTALL,
    )


def answered(text: str, answer: Callable[[str], str]) -> str:
    """A README whose commands are followed by what they print."""

    def block(found: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.+)$", found[1], flags=re.MULTILINE)
        return "```console\n" + "\n".join(f"$ {command}\n{answer(command)}" for command in commands) + "```"

    return re.sub(r"```console\n(.*?)```", block, text, flags=re.DOTALL)


@contextmanager
def shell() -> Iterator[Callable[[str], str]]:
    """What answers a command of a README: each is run once, on an empty store whose server runs all the while."""
    with tempfile.TemporaryDirectory() as data:
        environment = environment_of(Path(data))
        with open_store(Settings.model_construct(data=Path(data)), "write"):
            yield cache(lambda command: run(["bash", "-c", command], environment))


def run(command: list[str], environment: dict[str, str]) -> str:
    """What a command prints on stdout, without spaces at the ends of lines."""
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return re.sub(r"[ \t]+$", "", done.stdout, flags=re.MULTILINE)


def environment_of(data: Path) -> dict[str, str]:
    """An environment in which commands answer the same everywhere: own data, fixed width, no setting from outside."""
    kept = {k: v for k, v in os.environ.items() if k.upper() not in {name.upper() for name in Settings.model_fields}}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return kept | {"PATH": path, "DATA": str(data), "COLUMNS": "100", "NO_COLOR": "1"}


def main() -> None:
    """Write every page that is stale and say which."""
    texts = {page: (ROOT / page).read_text(encoding="utf-8") for page in (*PAGES, *READMES)}
    fresh = {page: filled(texts[page]) for page in PAGES}
    with shell() as answer:
        fresh |= {page: answered(texts[page], answer) for page in READMES}
    for page, text in fresh.items():
        if text != texts[page]:
            (ROOT / page).write_text(text, encoding="utf-8")
            print(f"wrote {page}")  # noqa: T201 - it tells what it did


if __name__ == "__main__":
    main()
