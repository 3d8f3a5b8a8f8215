"""Place names that open the name of an undertaking: 杭州|语料库, 天府|软件π立方."""

from functools import cache
from importlib.resources import files

from ingest.extract.lexicon import words


@cache
def places() -> tuple[str, ...]:
    """Provinces and prefectures in their short form (ingest/data/regions.tsv) and what projects.toml adds to them."""
    rows = files("ingest").joinpath("data", "regions.tsv").read_text(encoding="utf-8").splitlines()
    columns = rows[0].split("\t")
    level, short = columns.index("level"), columns.index("short")
    regions = [row.split("\t") for row in rows[1:] if row]
    names = {region[short] for region in regions if region[level] in ("province", "prefecture")}
    return tuple(sorted({name for name in names if len(name) > 1} | set(words("projects", "qualifiers", "places"))))
