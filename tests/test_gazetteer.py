"""Places: the data that ships, and that bad data is refused with its place."""

from pathlib import Path

import pytest

from graph.errors import BadDataFile
from ingest.gazetteer import gazetteer, load_gazetteer

HEADER = "code\tlevel\twithin\tname\tshort\n"


def test_it_holds_the_country() -> None:
    levels = [region.level for region in gazetteer().by_code.values()]
    assert (levels.count("province"), levels.count("prefecture"), levels.count("county")) == (34, 333, 2847)


@pytest.mark.parametrize(
    ("name", "code", "around"),
    [
        ("贵阳市", "520100", ["贵阳市", "贵州省", "全国"]),
        ("花溪区", "520111", ["花溪区", "贵阳市", "贵州省", "全国"]),
        ("黔东南", "522600", ["黔东南苗族侗族自治州", "贵州省", "全国"]),  # by its short form
        ("渝中区", "500103", ["渝中区", "重庆市", "全国"]),  # no prefecture between
        ("仙桃市", "429004", ["仙桃市", "湖北省", "全国"]),  # run by the province
        ("贵安新区", "zone-guian", ["贵安新区", "贵州省", "全国"]),
        ("南沙新区", "zone-nansha", ["南沙新区", "广州市", "广东省", "全国"]),
    ],
)
def test_regions(name: str, code: str, around: list[str]) -> None:
    places = gazetteer()
    (region,) = places.regions(name)
    assert region.code == code
    assert [r.name for r in places.around(region)] == around


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("内蒙古自治区", "内蒙古"),  # 蒙古 is of the name here
        ("西藏自治区", "西藏"),
        ("新疆维吾尔自治区", "新疆"),
        ("融水苗族自治县", "融水"),  # 水 is no people here
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("东乡族自治县", "东乡"),
        ("城区", ""),  # nothing would be left
    ],
)
def test_short_forms(name: str, short: str) -> None:
    assert {region.short for region in gazetteer().regions(name)} == {short}


def test_a_name_of_several_places_has_several_regions() -> None:
    assert len(gazetteer().regions("鼓楼区")) == 4


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("筑府办函〔2023〕7号", "贵阳市"),
        ("黔府办发〔2023〕4号", "贵州省"),
        ("苏府办〔2025〕146号", "苏州市"),
        ("苏政办发〔2021〕7号", "江苏省"),
        ("宁政发〔2023〕1号", None),  # 宁夏 or 南京
        ("榕政办〔2023〕1号", "福州市"),
        ("鄂政办发〔2026〕9号", "湖北省"),
        ("鄂府发〔2023〕1号", "鄂尔多斯市"),  # of Inner Mongolia, though Hubei begins alike
        ("黔东南府发〔2023〕1号", "黔东南苗族侗族自治州"),  # not the province
    ],
)
def test_abbreviations_in_numbers(number: str, name: str | None) -> None:
    region = gazetteer().of_number(number)
    assert (region.name if region else None) == name


ZONE = '[[zone]]\ncode = "{}"\nname = "甲区"\nwithin = "{}"\nexample = "{}"\n'
ABBREVIATION = '[[abbreviation]]\nwritten = "{}"\nregion = "{}"\nexample = "筑府"\n'
PROVINCE = HEADER + "520000\tprovince\t{}\t贵州省\t贵州\n"
GUIZHOU = PROVINCE.format("")


@pytest.mark.parametrize(
    ("regions", "places", "at", "complaint"),
    [
        ("code\tname\n", "", "regions.tsv:1", "the first line must name the columns"),
        (HEADER + "52\tprovince\t\t贵州省\t贵州\n", "", "regions.tsv:2", "the code '52' is not six digits"),
        (HEADER + "520000\tstate\t\t贵州省\t贵州\n", "", "regions.tsv:2", "the level 'state'"),
        (HEADER + "520000\tprovince\t\t贵州省\n", "", "regions.tsv:2", "4 columns instead of 5"),
        (GUIZHOU + GUIZHOU.splitlines()[1], "", "regions.tsv:3", "the code 520000 stands here a second time"),
        (PROVINCE.format("999999"), "", "regions.tsv:2", "贵州省 lies within the unknown region '999999'"),
        (PROVINCE.format("520000"), "", "regions.tsv:2", "贵州省 lies within 贵州省: a circle"),
        (PROVINCE.format("520100") + "520100\tprefecture\t520000\t贵阳市\t\n", "", "regions.tsv:3", "a circle"),
        (GUIZHOU, ZONE.format("z", "999999", "甲区"), "places.toml:2", "甲区 lies within the unknown region '999999'"),
        (GUIZHOU, ZONE.format("z", "520000", "乙区"), "places.toml:2", "'乙区' of 甲区 does not begin with its name"),
        (GUIZHOU, ZONE.format("520000", "520000", "甲区"), "places.toml:2", "already means 贵州省"),
        (GUIZHOU, ABBREVIATION.format("筑", "520100"), "places.toml:2", "筑 is of the unknown region '520100'"),
        (GUIZHOU, ABBREVIATION.format("黔", "520000"), "places.toml:2", "'筑府' does not begin with 黔"),
        (GUIZHOU, ABBREVIATION.format("筑", "520000") * 2, "places.toml:6", "筑 already means 贵州省"),
        (HEADER, "\n[[zone]", "places.toml:2", "correct the TOML"),
    ],
)
def test_bad_data_is_refused_with_file_and_line(
    tmp_path: Path, regions: str, places: str, at: str, complaint: str
) -> None:
    (tmp_path / "regions.tsv").write_text(regions, encoding="utf-8")
    (tmp_path / "places.toml").write_text(places, encoding="utf-8")
    with pytest.raises(BadDataFile, match=complaint) as refused:
        load_gazetteer(tmp_path / "regions.tsv", tmp_path / "places.toml")
    assert str(refused.value).startswith(f"{tmp_path}/{at}: ")


def test_the_name_of_a_listed_zone_that_a_place_has_is_that_place(tmp_path: Path) -> None:
    (tmp_path / "regions.tsv").write_text(GUIZHOU, encoding="utf-8")
    (tmp_path / "places.toml").write_text(ZONE.format("z", "520000", "甲区"), encoding="utf-8")
    (tmp_path / "zones.tsv").write_text(
        "code\twithin\tname\n520171\t520000\t甲区\n520172\t520000\t丙区\n", encoding="utf-8"
    )
    places = load_gazetteer(tmp_path / "regions.tsv", tmp_path / "places.toml", tmp_path / "zones.tsv")
    assert [zone.code for name in ("甲区", "丙区") for zone in places.regions(name)] == ["z", "520172"]


@pytest.mark.parametrize(
    ("zones", "complaint"),
    [
        ("code\tname\n", r"zones\.tsv:1: the first line must name the columns code, within, name"),
        ("code\twithin\tname\n520000\t520000\t丙区\n", r"zones\.tsv:2: the code 520000 already means 贵州省"),
        ("code\twithin\tname\n520171\t999999\t丙区\n", r"zones\.tsv:2: 丙区 lies within the unknown region '999999'"),
    ],
)
def test_bad_zones_are_refused(tmp_path: Path, zones: str, complaint: str) -> None:
    (tmp_path / "regions.tsv").write_text(GUIZHOU, encoding="utf-8")
    (tmp_path / "places.toml").write_text("", encoding="utf-8")
    (tmp_path / "zones.tsv").write_text(zones, encoding="utf-8")
    with pytest.raises(BadDataFile, match=complaint):
        load_gazetteer(tmp_path / "regions.tsv", tmp_path / "places.toml", tmp_path / "zones.tsv")


@pytest.mark.parametrize(
    ("former", "complaint"),
    [
        ("code\tname\n", r"former\.tsv:1: the first line must name the columns code, level, within, name"),
        (
            "code\tlevel\twithin\tname\n522400\tcounty\t999999\t甲县\n",
            r"former\.tsv:2: 甲县 .* region '999999'",
        ),
    ],
)
def test_bad_former_regions_are_refused(tmp_path: Path, former: str, complaint: str) -> None:
    (tmp_path / "regions.tsv").write_text(GUIZHOU, encoding="utf-8")
    (tmp_path / "places.toml").write_text("", encoding="utf-8")
    (tmp_path / "former.tsv").write_text(former, encoding="utf-8")
    with pytest.raises(BadDataFile, match=complaint):
        load_gazetteer(tmp_path / "regions.tsv", tmp_path / "places.toml", former=tmp_path / "former.tsv")
