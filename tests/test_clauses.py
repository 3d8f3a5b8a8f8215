"""Responsibility clauses, a table of every style: what stands in the text, and who must come out with which role."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import fold
from ingest.document import Clause, DefaultUnits, Header, Item, Section, SourceText, Span, Structure
from ingest.extract.clauses import ClauseReading, read_clauses
from ingest.parsing import parse
from ingest.reading import read_bytes
from ingest.resolve import Place

L, R, S, G, IM = "lead", "responsible", "support", "guide", "implement"

# comment, clause, [(name, role)]
ROWS = [
    # --- labels in brackets of every shape
    ("round", "（责任单位：市教育局、市财政局）", [("市教育局", R), ("市财政局", R)]),
    ("half-width", "(责任单位:市教育局,市财政局)", [("市教育局", R), ("市财政局", R)]),
    ("tortoise shell", "〔责任单位：市教育局、市财政局〕", [("市教育局", R), ("市财政局", R)]),
    ("square", "[责任单位：市教育局]", [("市教育局", R)]),
    ("lenticular", "【责任单位：市教育局】", [("市教育局", R)]),
    ("angle", "〈责任单位：市教育局、市财政局〉", [("市教育局", R), ("市财政局", R)]),
    ("opened by one kind, closed by another", "（责任单位：市教育局)", [("市教育局", R)]),
    (
        "brackets within brackets of the same kind",
        "（责任单位：市教育局，各区（市、县）政府）",
        [("市教育局", R), ("各区（市、县）政府", R)],
    ),
    (
        "brackets within brackets of another kind",
        "（责任单位：市教育局，各区〔市、县〕政府）",
        [("市教育局", R), ("各区（市、县）政府", R)],
    ),
    (
        "inner bracket closed by the wrong kind",
        "（责任单位：市教育局，各区〔市、县）政府）",
        [("市教育局", R), ("各区（市、县）政府", R)],
    ),
    ("closing bracket missing", "（责任单位：市教育局、市财政局", [("市教育局", R), ("市财政局", R)]),
    ("full-width colon and spaces", "（责任单位： 市教育局 、 市财政局 ）", [("市教育局", R), ("市财政局", R)]),
    ("before the full stop", "推进工作（责任单位：市教育局）。", [("市教育局", R)]),
    ("label without colon", "（责任单位 市教育局、市财政局）", [("市教育局", R), ("市财政局", R)]),
    ("label with 为", "（责任单位为市教育局、市财政局）", [("市教育局", R), ("市财政局", R)]),
    ("label 责任部门", "（责任部门：市教育局）", [("市教育局", R)]),
    ("label 负责部门 and a scope", "（负责部门：民航局，适用范围：河南自贸试验区）", [("民航局", R)]),
    (
        "scope behind a semicolon",
        "（负责部门：人力资源社会保障部、商务部；适用范围：所有自贸试验区，以下除标注外均为所有自贸试验区）",
        [("人力资源社会保障部", R), ("商务部", R)],
    ),
    (
        "labels in brackets of their own",
        "【牵头单位】市教育局【配合单位】市财政局、市审计局",
        [("市教育局", L), ("市财政局", S), ("市审计局", S)],
    ),
    ("a label that no list has", "（主体单位：市教育局；协同单位：市财政局）", [("市教育局", R), ("市财政局", S)]),
    ("a label with more than bodies", "（责任部门和完成时间：市教育局，2023年6月）", [("市教育局", R)]),
    ("strokes between bodies", "（责任单位：市教育局/市财政局）", [("市教育局", R), ("市财政局", R)]),
    (
        "a person behind a body",
        "（责任单位及责任人：市教育局 李某某、市财政局 王某）",
        [("市教育局", R), ("市财政局", R)],
    ),
    ("places that share an office", "（责任单位：各市、县教育局）", [("各市教育局", R), ("各县教育局", R)]),
    ("offices of each place", "（责任单位：各区教育局、财政局）", [("各区教育局", R), ("各区财政局", R)]),
    ("places written short", "（责任单位：贵阳、遵义市政府）", [("贵阳市政府", R), ("遵义市政府", R)]),
    (
        "等 before all of a kind",
        "（责任单位：和田市、墨玉县等各县市政府）",
        [("和田市", R), ("墨玉县", R), ("各县市政府", R)],
    ),
    ("等 before those of the council", "（责任单位：财政部等国务院有关部门）", [("财政部", R)]),
    ("和 of a place", "（责任单位：和林格尔新区管委会）", [("和林格尔新区管委会", R)]),
    ("short for something", "（责任单位：各区县（自治县，以下简称区县）政府）", [("各区县（自治县）政府", R)]),
    (
        "a new area that is a district",
        "（责任单位：浦东新区、临港新片区管委会）",
        [("浦东新区", R), ("临港新片区管委会", R)],
    ),
    ("each kind of office", "（责任单位：市政府各委、办、局）", [("市政府各委、办、局", R)]),
    # --- several labels
    (
        "lead and support",
        "（牵头单位：市教育局；配合单位：市财政局、各区政府）",
        [("市教育局", L), ("市财政局", S), ("各区政府", S)],
    ),
    (
        "lead and support, comma between",
        "（牵头单位：市教育局，配合单位：市财政局、市审计局）",
        [("市教育局", L), ("市财政局", S), ("市审计局", S)],
    ),
    (
        "lead and support, full stop between",
        "（牵头单位：市教育局。配合单位：市财政局。）",
        [("市教育局", L), ("市财政局", S)],
    ),
    (
        "lead and responsible",
        "（牵头单位：市教育局；责任单位：市财政局、市人社局）",
        [("市教育局", L), ("市财政局", R), ("市人社局", R)],
    ),
    (
        "lead, responsible and support",
        "（牵头部门：市教育局；责任部门：市财政局；配合部门：各区政府）",
        [("市教育局", L), ("市财政局", R), ("各区政府", S)],
    ),
    ("short labels", "（牵头：市教育局；配合：市财政局）", [("市教育局", L), ("市财政局", S)]),
    ("host and co-host", "（主办单位：市教育局；协办单位：市科协）", [("市教育局", L), ("市科协", S)]),
    ("guiding", "（指导单位：市教育局；责任单位：各区政府）", [("市教育局", G), ("各区政府", R)]),
    ("carrying out", "（牵头单位：市水务局；实施单位：各区政府）", [("市水务局", L), ("各区政府", IM)]),
    ("participants", "（牵头单位：市水务局；参与单位：各区政府）", [("市水务局", L), ("各区政府", S)]),
    (
        "leader's name is passed over",
        "（责任领导：张某某；责任单位：市教育局、市财政局）",
        [("市教育局", R), ("市财政局", R)],
    ),
    ("person in charge behind the list", "（责任单位：市教育局；责任人：李某某）", [("市教育局", R)]),
    (
        "verbs under a label",
        "（责任单位：市教育局牵头，市财政局、市审计局配合）",
        [("市教育局", L), ("市财政局", S), ("市审计局", S)],
    ),
    (
        "role in a bracket behind the name",
        "（责任单位：市教育局（牵头）、市财政局、市审计局）",
        [("市教育局", L), ("市财政局", R), ("市审计局", R)],
    ),
    ("roles in brackets", "（责任单位：市教育局〔牵头〕、市财政局〔配合〕）", [("市教育局", L), ("市财政局", S)]),
    ("label and 按职责分工", "（责任单位：市教育局、市财政局按职责分工）", [("市教育局", R), ("市财政局", R)]),
    ("label and 按职责分工负责", "（责任单位：市教育局、市财政局按职责分工负责）", [("市教育局", R), ("市财政局", R)]),
    (
        "label, then a verb behind a comma",
        "（责任单位：市教育局、市财政局，各区政府配合）",
        [("市教育局", R), ("市财政局", R), ("各区政府", S)],
    ),
    (
        "label, then a verb behind a semicolon",
        "（责任单位：市教育局、市财政局，下同；各区政府配合）",
        [("市教育局", R), ("市财政局", R), ("各区政府", S)],
    ),
    (
        "two lists under verbs and a label",
        "（责任单位：市教育局牵头，市财政局，各区政府配合）",
        [("市教育局", L), ("市财政局", S), ("各区政府", S)],
    ),
    ("a remark", "（责任单位：市科技局、市财政局，排名不分先后）", [("市科技局", R), ("市财政局", R)]),
    ("numbers in the list", "（责任单位：1.市教育局；2.市财政局）", [("市教育局", R), ("市财政局", R)]),
    ("circled numbers", "（责任单位：①市教育局；②市财政局）", [("市教育局", R), ("市财政局", R)]),
    (
        "a level in front of the label",
        "（市级责任单位：市教育局；区级责任单位：各区教育局）",
        [("市教育局", R), ("各区教育局", R)],
    ),
    ("a label with a bracket", "（责任单位（部门）：市教育局）", [("市教育局", R)]),
    ("a label with a bracket inside", "（牵头（责任）单位：市教育局）", [("市教育局", L)]),
    ("a dash in front", "——责任单位：市教育局", [("市教育局", R)]),
    ("a goal behind the date", "（市教育局牵头，各区配合，2025年底前取得明显成效）", [("市教育局", L), ("各区", S)]),
    ("党委、政府 are one", "（市委宣传部，各区党委、政府负责）", [("市委宣传部", R), ("各区党委、政府", R)]),
    # --- verbs in brackets
    ("负责", "（税务总局、财政部、海关总署负责）", [("税务总局", R), ("财政部", R), ("海关总署", R)]),
    ("负责落实", "（市发展改革委负责落实）", [("市发展改革委", IM)]),
    ("分别负责落实", "（市体育局、市文化和旅游局分别负责落实）", [("市体育局", IM), ("市文化和旅游局", IM)]),
    ("按职责分工负责", "（市教育局、市财政局按职责分工负责）", [("市教育局", R), ("市财政局", R)]),
    (
        "按职责分工负责 behind a comma",
        "（市教育局、市财政局，各区政府按职责分工负责）",
        [("市教育局", R), ("市财政局", R), ("各区政府", R)],
    ),
    ("依职责分别负责落实", "（市发展改革委、市商务局依职责分别负责落实）", [("市发展改革委", IM), ("市商务局", IM)]),
    ("按照各自职责", "（市教育局、市财政局按照各自职责负责）", [("市教育局", R), ("市财政局", R)]),
    ("牵头 and 配合", "（市教育局牵头，市财政局、市审计局配合）", [("市教育局", L), ("市财政局", S), ("市审计局", S)]),
    (
        "牵头 and 参与",
        "（市教育局牵头，市财政局、市审计局等参与）",
        [("市教育局", L), ("市财政局", S), ("市审计局", S)],
    ),
    (
        "牵头 and 按职责分工负责",
        "（市教育局牵头，市财政局、各区政府按职责分工负责）",
        [("市教育局", L), ("市财政局", R), ("各区政府", R)],
    ),
    ("牵头、 with a pause mark", "（市交通委牵头、各区政府负责落实）", [("市交通委", L), ("各区政府", IM)]),
    ("牵头; with a semicolon", "（市交通委牵头；各区政府落实）", [("市交通委", L), ("各区政府", IM)]),
    ("分别牵头", "（市教育局、市财政局分别牵头，各区政府配合）", [("市教育局", L), ("市财政局", L), ("各区政府", S)]),
    ("牵头负责", "（区资源生态局牵头负责)", [("区资源生态局", L)]),
    ("牵头落实", "（市教育局牵头落实，市财政局配合）", [("市教育局", L), ("市财政局", S)]),
    ("负责配合落实", "（市教育局负责落实，市财政局负责配合落实）", [("市教育局", IM), ("市财政局", S)]),
    (
        "three roles",
        "（市教育局牵头，市财政局配合，各区政府负责落实）",
        [("市教育局", L), ("市财政局", S), ("各区政府", IM)],
    ),
    ("指导 and 参与", "（市教育局指导，各区政府参与）", [("市教育局", G), ("各区政府", S)]),
    ("组织实施", "（市教育局指导，各区政府组织实施）", [("市教育局", G), ("各区政府", IM)]),
    ("由", "（由市教育局牵头，市财政局配合）", [("市教育局", L), ("市财政局", S)]),
    ("为牵头单位", "（市教育局为牵头单位，市财政局为配合单位）", [("市教育局", L), ("市财政局", S)]),
    ("会同 负责", "（国家发展改革委会同有关部门负责）", [("国家发展改革委", R), ("有关部门", S)]),
    (
        "会同 several",
        "（教育部会同财政部、人力资源社会保障部负责）",
        [("教育部", R), ("财政部", S), ("人力资源社会保障部", S)],
    ),
    (
        "several 会同",
        "（国家发展改革委、财政部会同有关部门负责）",
        [("国家发展改革委", R), ("财政部", R), ("有关部门", S)],
    ),
    ("会同 负责落实", "（市发展改革委会同市政府相关部门负责落实）", [("市发展改革委", IM), ("市政府相关部门", S)]),
    ("牵头会同", "（市教育局牵头会同市财政局负责）", [("市教育局", L), ("市财政局", S)]),
    ("牵头，会同", "（市教育局牵头，会同市财政局、市审计局落实）", [("市教育局", L), ("市财政局", S), ("市审计局", S)]),
    (
        "会同 then another role",
        "（市教育局会同市财政局负责，各区政府配合）",
        [("市教育局", R), ("市财政局", S), ("各区政府", S)],
    ),
    ("商", "（财政部商教育部负责）", [("财政部", R), ("教育部", S)]),
    ("商 of 商务", "（市委商务局、市商务局负责）", [("市委商务局", R), ("市商务局", R)]),
    ("verb without separator", "（市教育局牵头市财政局配合）", [("市教育局", L), ("市财政局", S)]),
    ("主办 协办", "（市体育局主办，市教育局协办）", [("市体育局", L), ("市教育局", S)]),
    ("具体负责", "（市水务局具体负责，各区政府积极配合）", [("市水务局", R), ("各区政府", S)]),
    ("共同负责", "（市水务局、市生态环境局共同负责）", [("市水务局", R), ("市生态环境局", R)]),
    (
        "inside a paragraph's last sentence",
        "加强监管（市市场监管局牵头，各区政府配合）。",
        [("市市场监管局", L), ("各区政府", S)],
    ),
    # --- 等 and what follows it
    ("等 at the end", "（责任单位：市政务和数据局等）", [("市政务和数据局", R)]),
    ("等部门", "（责任单位：市教育局、市财政局等部门）", [("市教育局", R), ("市财政局", R)]),
    ("等有关部门", "（海关总署、商务部等有关部门负责）", [("海关总署", R), ("商务部", R)]),
    ("等相关部门", "（市教育局、市财政局等相关部门按职责分工负责）", [("市教育局", R), ("市财政局", R)]),
    ("等有关部门和单位", "（人力资源社会保障部等有关部门和单位负责）", [("人力资源社会保障部", R)]),
    ("等省级有关单位", "（责任单位：省数据局、省经信厅等省级有关单位）", [("省数据局", R), ("省经信厅", R)]),
    ("等部门 before a verb", "（市教委、市水务局等部门分别负责落实）", [("市教委", IM), ("市水务局", IM)]),
    ("等和", "（商务部、农业农村部等和各省级人民政府负责）", [("商务部", R), ("农业农村部", R), ("各省级人民政府", R)]),
    (
        "等 then more",
        "（责任单位：市教育局、市财政局等，各区政府）",
        [("市教育局", R), ("市财政局", R), ("各区政府", R)],
    ),
    (
        "等 of 高等",
        "（责任单位：市教育局、贵阳幼儿师范高等专科学校）",
        [("市教育局", R), ("贵阳幼儿师范高等专科学校", R)],
    ),
    ("等5部门", "（市教育局等5部门负责）", [("市教育局", R)]),
    # --- names
    (
        "和 within a name",
        "（责任单位：市文化和旅游局、市自然资源和规划局、市城市运行和政务服务办）",
        [("市文化和旅游局", R), ("市自然资源和规划局", R), ("市城市运行和政务服务办", R)],
    ),
    (
        "和 between names",
        "（责任单位：市政务和数据局、16区和北京经济技术开发区）",
        [("市政务和数据局", R), ("16区", R), ("北京经济技术开发区", R)],
    ),
    (
        "和 between districts",
        "（责任单位：云岩区、南明区和清镇市政府）",
        [("云岩区政府", R), ("南明区政府", R), ("清镇市政府", R)],
    ),
    ("及 between names", "（责任单位：市教育局及各区政府）", [("市教育局", R), ("各区政府", R)]),
    ("以及 in front", "（责任单位：市教育局，以及各区政府）", [("市教育局", R), ("各区政府", R)]),
    ("部门和单位 is one", "（各有关部门和单位按职责分工负责）", [("各有关部门和单位", R)]),
    (
        "有关 that belongs to the name",
        "（责任单位：市教育局、市人民政府教育督导委员会有关成员单位）",
        [("市教育局", R), ("市人民政府教育督导委员会有关成员单位", R)],
    ),
    ("各有关部门", "（责任单位：市教育局，各有关部门）", [("市教育局", R), ("各有关部门", R)]),
    ("市各相关部门", "（责任单位：市各相关部门、各级有关部门）", [("市各相关部门", R), ("各级有关部门", R)]),
    ("placeholders", "（责任单位：各场景牵头部门、市政务和数据局）", [("各场景牵头部门", R), ("市政务和数据局", R)]),
    (
        "placeholders of two roles",
        "（责任单位：各场景牵头部门和配合部门）",
        [("各场景牵头部门", R), ("各场景配合部门", R)],
    ),
    (
        "a bracket in a name",
        "〔牵头单位：区委组织部（人才办）、区科技经信局〕",
        [("区委组织部（人才办）", L), ("区科技经信局", L)],
    ),
    (
        "a bracket in the last name",
        "（责任单位：省科技厅、省市场监管局（省知识产权局））",
        [("省科技厅", R), ("省市场监管局（省知识产权局）", R)],
    ),
    (
        "two bodies in a name's bracket",
        "（责任单位：市发展改革委（市能源局、市粮食局）、市财政局）",
        [("市发展改革委（市能源局、市粮食局）", R), ("市财政局", R)],
    ),
    (
        "含…，下同",
        "（责任单位：市教育局，各区政府（含经开区管委会，下同））",
        [("市教育局", R), ("各区政府（含经开区管委会）", R)],
    ),
    (
        "以下简称",
        "（责任单位：市公共资源交易中心（以下简称交易中心）、市财政局）",
        [("市公共资源交易中心", R), ("市财政局", R)],
    ),
    (
        "companies and central branches",
        "（责任单位：市人行、市产发集团、上城资本、中国人民银行泰安市分行、泰安金融监管分局）",
        [("市人行", R), ("市产发集团", R), ("上城资本", R), ("中国人民银行泰安市分行", R), ("泰安金融监管分局", R)],
    ),
    (
        "central bodies",
        "（责任单位：共青团中央、全国妇联、中央军委政治工作部、中央和国家机关工委）",
        [("共青团中央", R), ("全国妇联", R), ("中央军委政治工作部", R), ("中央和国家机关工委", R)],
    ),
    (
        "double name without separator",
        "（牵头单位：市经信局市新经济委、市科技局）",
        [("市经信局市新经济委", L), ("市科技局", L)],
    ),
    ("double name 纪委监委", "（责任单位：省纪委省监委、省委组织部）", [("省纪委省监委", R), ("省委组织部", R)]),
    (
        "double name with separator",
        "（市科委、中关村管委会、市商务局牵头）",
        [("市科委、中关村管委会", L), ("市商务局", L)],
    ),
    (
        "double name without, in the same place",
        "（责任单位：市科委中关村管委会，市发展改革委）",
        [("市科委中关村管委会", R), ("市发展改革委", R)],
    ),
    (
        "lost separator between districts",
        "（责任单位：市教育局，观山湖区、云岩区花溪区、清镇市政府）",
        [("市教育局", R), ("观山湖区政府", R), ("云岩区政府", R), ("花溪区政府", R), ("清镇市政府", R)],
    ),
    ("lost separator between counties", "（责任单位：开阳县息烽县政府）", [("开阳县政府", R), ("息烽县政府", R)]),
    ("a district in a city is one", "（责任单位：贵阳市云岩区政府）", [("贵阳市云岩区政府", R)]),
    ("city and party committee", "（责任单位：市委办公厅、市政府办公厅）", [("市委办公厅", R), ("市政府办公厅", R)]),
    # --- what neighbours share
    ("shared suffix 政府", "（责任单位：观山湖区、清镇市政府）", [("观山湖区政府", R), ("清镇市政府", R)]),
    (
        "shared suffix 人民政府",
        "（责任单位：贵阳市、遵义市、黔南州人民政府）",
        [("贵阳市人民政府", R), ("遵义市人民政府", R), ("黔南州人民政府", R)],
    ),
    ("shared suffix 相关部门", "（责任单位：天津市、河北省相关部门）", [("天津市相关部门", R), ("河北省相关部门", R)]),
    (
        "a city that shares nothing",
        "（责任单位：科技厅、成都市、经济和信息化厅）",
        [("科技厅", R), ("成都市", R), ("经济和信息化厅", R)],
    ),
    (
        "zones share 管委会",
        "（责任单位：高新开发区、经济技术开发区、贵阳综合保税区管委会）",
        [("高新开发区管委会", R), ("经济技术开发区管委会", R), ("贵阳综合保税区管委会", R)],
    ),
    ("shared prefix 省", "（责任单位：省工业和信息化厅、财政厅）", [("省工业和信息化厅", R), ("省财政厅", R)]),
    ("no city shares with 厅", "（责任单位：市财政局、教育厅）", [("市财政局", R), ("教育厅", R)]),
    (
        "shared prefix 市",
        "（责任单位：市教育局、财政局、人力资源社会保障局）",
        [("市教育局", R), ("市财政局", R), ("市人力资源社会保障局", R)],
    ),
    (
        "no prefix for central branches",
        "（责任单位：省教育厅、人行浙江省分行、浙江证监局）",
        [("省教育厅", R), ("人行浙江省分行", R), ("浙江证监局", R)],
    ),
    (
        "shared 市委",
        "（责任单位：市委宣传部、网信办、市教育局）",
        [("市委宣传部", R), ("市委网信办", R), ("市教育局", R)],
    ),
    ("shared 各", "（责任单位：各乡镇、街道）", [("各乡镇", R), ("各街道", R)]),
    (
        "shared 各 behind a zone",
        "（责任单位：花溪区政府、贵安新区各乡镇、街道）",
        [("花溪区政府", R), ("贵安新区各乡镇", R), ("贵安新区各街道", R)],
    ),
    (
        "shared 各 with organs",
        "（责任单位：各县（市、区）人民政府、功能区管委会）",
        [("各县（市、区）人民政府", R), ("各功能区管委会", R)],
    ),
    ("各区、县级市", "（责任单位：市教育局，各区、县级市）", [("市教育局", R), ("各区", R), ("各县级市", R)]),
    (
        "开发园区",
        "（责任单位：各区〔县、市〕政府、开发园区管委会）",
        [("各区（县、市）政府", R), ("各开发园区管委会", R)],
    ),
    ("各市、县", "（责任单位：各市、县〔市、区〕政府）", [("各市政府", R), ("各县（市、区）政府", R)]),
    (
        "各区、县（市） is one",
        "（责任单位：市科技局，各区、县（市）政府）",
        [("市科技局", R), ("各区、县（市）政府", R)],
    ),
    (
        "a zone of its own shares no 各",
        "（责任单位：各区政府、北京经济技术开发区管委会）",
        [("各区政府", R), ("北京经济技术开发区管委会", R)],
    ),
    ("各区县", "（责任单位：各区县人民政府、市各功能区管委会）", [("各区县人民政府", R), ("市各功能区管委会", R)]),
    (
        "有关区县",
        "（责任单位：市经济信息委，有关市级部门，有关区县）",
        [("市经济信息委", R), ("有关市级部门", R), ("有关区县", R)],
    ),
    ("部门、单位 share 各有关", "（责任单位：各有关部门、单位）", [("各有关部门", R), ("各有关单位", R)]),
    (
        "district beside the city's departments",
        "（责任单位：各区政府、市政府相关部门）",
        [("各区政府", R), ("市政府相关部门", R)],
    ),
    (
        "党委和政府 are one",
        "（责任单位：各县（市、区）党委和政府、市直有关部门）",
        [("各县（市、区）党委和政府", R), ("市直有关部门", R)],
    ),
    (
        "provinces",
        "（财政部负责，各省、自治区、直辖市人民政府落实）",
        [("财政部", R), ("各省人民政府", IM), ("各自治区人民政府", IM), ("各直辖市人民政府", IM)],
    ),
    ("各市州、县市区", "（责任单位：各市州、县市区人民政府）", [("各市州人民政府", R), ("各县市区人民政府", R)]),
    (
        "three organs share 各",
        "（责任单位：各乡镇人民政府、街道办事处、园区管委会）",
        [("各乡镇人民政府", R), ("各街道办事处", R), ("各园区管委会", R)],
    ),
    # --- marks and notes
    ("star", "（责任单位：市教育局*、市财政局，*为牵头单位）", [("市教育局", L), ("市财政局", R)]),
    ("star in front", "（责任单位：*市教育局、市财政局。带*的为牵头单位，下同）", [("市教育局", L), ("市财政局", R)]),
    (
        "first listed leads",
        "（责任单位：省经信厅、省科技厅〔列第一位的为牵头单位，下同〕）",
        [("省经信厅", L), ("省科技厅", R)],
    ),
    (
        "first listed, verbs",
        "（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）",
        [("税务总局", L), ("财政部", R)],
    ),
    (
        "first listed, behind a full stop",
        "（人力资源社会保障部、财政部负责。列第一位者为牵头单位，下同）",
        [("人力资源社会保障部", L), ("财政部", R)],
    ),
    (
        "first listed, other words",
        "（责任单位：市教育局、市财政局，排名第一的为牵头单位，下同）",
        [("市教育局", L), ("市财政局", R)],
    ),
    (
        "first listed and explicit lead",
        "（牵头单位：市教育局；责任单位：市财政局、市审计局。列第一位的为牵头单位，下同）",
        [("市教育局", L), ("市财政局", R), ("市审计局", R)],
    ),
    (
        "before the first comma",
        "（责任单位：市教育局、市财政局，各区政府。第一个逗号前为牵头单位，下同）",
        [("市教育局", L), ("市财政局", L), ("各区政府", R)],
    ),
    (
        "before the first comma, no comma",
        "（责任单位：市教育局、市财政局。第一个逗号前为牵头单位，下同）",
        [("市教育局", L), ("市财政局", L)],
    ),
    (
        "everywhere",
        "[责任单位：市科技局，各区、县（市）政府。以下均需各区、县（市）政府落实，不再列出]",
        [("市科技局", R), ("各区、县（市）政府", R)],
    ),
    (
        "everywhere, behind a comma",
        "（责任单位：市数据局，各县区人民政府，以下均涉及各县区、功能区，不再重复列出）",
        [("市数据局", R), ("各县区人民政府", R)],
    ),
    (
        "everywhere, words in another order",
        "（责任单位：市数据局，各县区人民政府均需落实，以下不再列出）",
        [("市数据局", R)],
    ),
    ("下同 alone", "（责任单位：市教育局、各区政府，下同）", [("市教育局", R), ("各区政府", R)]),
    # --- on a line, at the end of a paragraph
    ("own line", "责任单位：市教育局、市财政局", [("市教育局", R), ("市财政局", R)]),
    ("own line with full stop", "责任单位：市教育局、市财政局。", [("市教育局", R), ("市财政局", R)]),
    (
        "own lines",
        "牵头单位：市教育局\n配合单位：市财政局、市审计局",
        [("市教育局", L), ("市财政局", S), ("市审计局", S)],
    ),
    ("own line with several labels", "牵头单位：市教育局；配合单位：市财政局", [("市教育局", L), ("市财政局", S)]),
    ("labels apart by spaces", "牵头单位：市教育局  配合单位：市财政局", [("市教育局", L), ("市财政局", S)]),
    ("numbered line", "3.责任单位：市教育局", [("市教育局", R)]),
    ("last sentence", "完善政策体系。责任单位：市教育局、市财政局。", [("市教育局", R), ("市财政局", R)]),
    ("last sentences", "完善政策体系。牵头单位：市教育局。配合单位：市财政局。", [("市教育局", L), ("市财政局", S)]),
    ("a line of verbs", "市教育局牵头，市财政局、各区政府配合。", [("市教育局", L), ("市财政局", S), ("各区政府", S)]),
    (
        "behind a line that ends in a verb",
        "加强协作，密切配合\n责任单位：市教育局、市财政局",
        [("市教育局", R), ("市财政局", R)],
    ),
    ("label alone on its line", "责任单位：\n市教育局、市财政局", [("市教育局", R), ("市财政局", R)]),
    ("list goes on in the next line", "责任单位：市教育局、\n市财政局", [("市教育局", R), ("市财政局", R)]),
    (
        "broken over lines",
        "（责任单位：市教育局、市财\n政局、市审计局）",
        [("市教育局", R), ("市财政局", R), ("市审计局", R)],
    ),
    (
        "bracket closed too early by print",
        "〔责任单位：省商务厅、省发展改革委、省经信〕厅、省市场监管局（省知识产权局）",
        [("省商务厅", R), ("省发展改革委", R), ("省经信厅", R), ("省市场监管局（省知识产权局）", R)],
    ),
    (
        "inner bracket closed too early by print",
        "〔责任单位：省国资委、省市场监管局（省知识〕产权局）",
        [("省国资委", R), ("省市场监管局（省知识产权局）", R)],
    ),
    # --- more labels, and what stands around them
    ("first and second", "（第一责任单位：市教育局；第二责任单位：市财政局）", [("市教育局", R), ("市财政局", R)]),
    ("two nouns", "（责任部门及单位：市教育局、市财政局）", [("市教育局", R), ("市财政局", R)]),
    ("verbs as labels", "（牵头负责：市教育局；协同配合：市财政局）", [("市教育局", L), ("市财政局", S)]),
    ("those who urge", "（落实单位：各区政府；督促单位：市教育局）", [("各区政府", IM), ("市教育局", G)]),
    ("an unknown label is passed over", "（责任单位：市教育局；推进计划：分年度实施）", [("市教育局", R)]),
    ("a level in front", "（责任单位：省级：省教育厅；市级：各市教育局）", [("省教育厅", R), ("各市教育局", R)]),
    ("a label in a bracket of its own", "【责任单位】市教育局、市财政局", [("市教育局", R), ("市财政局", R)]),
    ("a label behind a date", "（2025年6月底前完成，责任单位：市教育局）", [("市教育局", R)]),
    ("a label behind a remark", "（见附件1，责任单位：市教育局）", [("市教育局", R)]),
    (
        "a division of duties says what each does",
        "责任分工：市教育局负责统筹资金，市财政局配合做好保障，各区政府落实。",
        [("市教育局", R), ("市财政局", S), ("各区政府", IM)],
    ),
    ("a list without a colon", "责任单位 市教育局、市财政局", [("市教育局", R), ("市财政局", R)]),
    (
        "lists without a colon",
        "牵头单位  市教育局\n配合单位  市财政局、各区政府",
        [("市教育局", L), ("市财政局", S), ("各区政府", S)],
    ),
    ("an ASCII full stop", "责任单位: 市教育局,市财政局.", [("市教育局", R), ("市财政局", R)]),
    ("a bullet", "市内推进\n►责任单位：市教育局", [("市教育局", R)]),
    # --- lines and last sentences of nothing but bodies and verbs
    ("a line of 负责", "市教育局、市财政局按职责分工负责。", [("市教育局", R), ("市财政局", R)]),
    ("a line of 落实", "市内推进\n各区政府负责落实。", [("各区政府", IM)]),
    ("central bodies", "市内推进\n教育部、财政部负责。", [("教育部", R), ("财政部", R)]),
    (
        "a last sentence",
        "完善政策体系。由市教育局牵头，市财政局、各区政府按职责分工负责。",
        [("市教育局", L), ("市财政局", R), ("各区政府", R)],
    ),
    # --- verbs
    ("总牵头", "（市教育局总牵头，市财政局参加）", [("市教育局", L), ("市财政局", S)]),
    ("为主", "（市教育局为主，各区政府配合）", [("市教育局", L), ("各区政府", S)]),
    ("协同推进", "（市教育局和各区政府按职责分工协同推进）", [("市教育局", IM), ("各区政府", IM)]),
    ("联合 between two", "（市教育局联合市财政局负责）", [("市教育局", R), ("市财政局", S)]),
    ("联合 in a name", "（省残疾人联合会、中国企业联合会负责）", [("省残疾人联合会", R), ("中国企业联合会", R)]),
    (
        "会同, then others behind a comma",
        "（商务部会同有关部门，各省级人民政府负责）",
        [("商务部", R), ("有关部门", S), ("各省级人民政府", R)],
    ),
    (
        "指导 in front of those who act",
        "（市教育局会同市财政局，指导各区政府落实）",
        [("市教育局", G), ("市财政局", S), ("各区政府", IM)],
    ),
    # --- dates are no bodies
    ("a goal by a date", "（市教育局牵头，2025年底前建成市级研究院）", [("市教育局", L)]),
    ("长期", "（责任单位：市教育局，长期）", [("市教育局", R)]),
    (
        "a date in a bracket",
        "（责任单位：市教育局（2025年6月底前完成）、市财政局）",
        [("市教育局", R), ("市财政局", R)],
    ),
    # --- declarations
    (
        "the others support",
        "（责任单位：市教育局、市财政局。排在第一位的为牵头单位，其他为配合单位，下同）",
        [("市教育局", L), ("市财政局", S)],
    ),
    (
        "behind the comma",
        "（责任单位：市教育局，各区政府，逗号前为牵头单位，逗号后为配合单位，下同）",
        [("市教育局", L), ("各区政府", S)],
    ),
    ("a digit", "（责任单位：市教育局、市财政局，列第1位的为牵头单位，下同）", [("市教育局", L), ("市财政局", R)]),
    ("a star in a bracket", "（责任单位：市教育局（★）、市财政局，★为牵头单位）", [("市教育局", L), ("市财政局", R)]),
    ("a note", "（责任单位：市教育局▲、市财政局。注：▲为牵头单位，下同）", [("市教育局", L), ("市财政局", R)]),
    (
        "a mark that the text has lost",
        "（责任单位：市教育局、市财政局，加粗的为牵头单位，下同）",
        [("市教育局", R), ("市财政局", R)],
    ),
    # --- lists
    (
        "等市属高校",
        "（责任单位：市教育局，贵阳学院、贵阳职业技术学院等市属高校）",
        [("市教育局", R), ("贵阳学院", R), ("贵阳职业技术学院", R)],
    ),
    ("offices by room", "（责任单位：市政府督查室、市政府研究室）", [("市政府督查室", R), ("市政府研究室", R)]),
    (
        "shared 各 and a note in a bracket",
        "（责任单位：省教育厅，各市、县（市、区）人民政府（含宁波市，下同））",
        [("省教育厅", R), ("各市人民政府", R), ("各县（市、区）人民政府（含宁波市）", R)],
    ),
    (
        "leagues",
        "（责任单位：自治区教育厅，各盟行政公署、市人民政府）",
        [("自治区教育厅", R), ("各盟行政公署", R), ("各市人民政府", R)],
    ),
    ("各县、自治县", "（责任单位：各县、自治县、市）", [("各县", R), ("各自治县", R), ("各市", R)]),
]
# Sentences that assign nobody: no clause.
NEGATIVES = [
    "绩效责任单位应当根据全市经济社会发展计划制定年度绩效目标。",
    "（以下统称绩效责任单位）",
    "由场景牵头部门组织各审批部门提供指导性服务。",
    "市教育局要发挥牵头作用，会同有关部门抓好落实。",
    "由市发展改革委牵头，会同相关部门共同推进；各责任单位按照职责分工落实推进，形成合力。",
    "分别负责管理监督考核职业技能等级证书的实施（技工院校内由人力资源社会保障行政部门负责），国务院有关部门组织实施。",
    "鼓励开展联合攻关（企业牵头）。",
    "探索多元参与机制（企业牵头、高校参与）。",
    "给予牵头研发单位最高500万元补助（市、区各承担50%）。",
    "建立责任体系（明确责任单位和责任人）。",
    "完善工作机制（牵头部门另行确定）。",
    "（责任单位见附件）",
    "本细则由市民政局负责解释。",
    "第十九条 综合绩效考核由绩效管理工作机构组织实施；专项绩效考核由专项考核部门组织实施。",
    "按照“谁起草、谁负责”的原则，压实主体责任。",
    "联席会议由教育部、财政部组成，教育部为牵头单位。",
    "有限公司支持",
    "实施机构，是指具体负责组织开展授权运营活动的单位。",
    "打造贵阳市学生健康发展中心（贵阳市示范性综合实践基地），创建实践教育营地。",
    "提升教师职称占比（提升副高级教师职称占比，降低未评职称教师占比）。",
    "（单位：万元）",
    "支持龙头企业牵头组建创新联合体（链主企业牵头）。",
    "（由市教育局负责解释）",
    "（市场主体：企业参与）",
    "（学校负责、家长配合）",
    "（市财政负责30%，区财政负责70%）",
    "（牵头单位不少于3家）",
    "（市教育局局长负责）",
    "（市教育局、市财政局印发）",
    "全社会参与。",
    "（三）各级党委政府负责",
    "各责任单位、配合单位按职责分工负责",
    "责任单位：各有关部门要高度重视，落实责任。",
    "责任单位：见附件。",
    "市教育局（牵头单位）、市财政局要抓好落实。",
]


def structure_of(text: str, *starts: int) -> Structure:
    """A document of ``text`` alone, with one measure from each of ``starts`` on (0 if none is given)."""
    source = SourceText("test.txt", "text/plain", "0" * 64, text, fold(text))
    bounds = [*(starts or (0,)), len(text)]
    items = tuple(
        Item(f"1.{n}", 1, "measure", None, f"（{n}）", text[a : a + 4], Span(a, min(a + 4, b)), Span(a, b), "test")
        for n, (a, b) in enumerate(pairwise(bounds), start=1)
    )
    section = Section(1, "一、", "", Span(0, 0), Span(0, len(text)), "test")
    return Structure(source, Header(None, None, (), None, None), (section,), items, Span(0, len(text)), ())


def read(text: str, *starts: int) -> ClauseReading:
    reading = read_clauses(structure_of(text, *starts), Place(None))
    facts: list[Clause | DefaultUnits] = [*reading.clauses, *reading.default_units]
    for fact in facts:
        assert fact.span.of(text) == fact.quote
        for unit in fact.units:
            assert unit.span.of(text) == unit.as_written
    for passage in reading.passages:
        assert passage.span.of(text) == passage.heading
        assert passage.span in passage.extent
    return reading


def roles(reading: ClauseReading) -> list[list[tuple[str, str]]]:
    return [[(unit.name, unit.role) for unit in clause.units] for clause in reading.clauses]


@pytest.mark.parametrize(("clause", "units"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_clause(clause: str, units: list[tuple[str, str]]) -> None:
    lead_in = "加强工作。\n" if clause[0] in "责牵市3—【" else "加强工作。"
    clause = clause if clause.startswith(("推进", "加强", "完善")) else lead_in + clause
    assert roles(read(clause)) == [units]


@pytest.mark.parametrize("separator", ["", "\n"], ids=["in the paragraph", "on its own line"])
@pytest.mark.parametrize("sentence", NEGATIVES)
def test_no_clause(sentence: str, separator: str) -> None:
    assert roles(read(f"加强工作。{separator}{sentence}")) == []


OPEN = [
    ("（责任单位：市政务和数据局等）", True),
    ("（责任单位：市教育局、市财政局等有关部门）", True),
    ("（商务部等和各省级人民政府负责）", True),
    ("（市教育局牵头，市财政局等配合）", True),
    ("（责任单位：市教育局、市财政局）", False),
    ("（责任单位：市教育局，各有关部门）", False),
    ("（责任单位：贵阳幼儿师范高等专科学校）", False),
]


@pytest.mark.parametrize(("clause", "is_open"), OPEN)
def test_open_lists(clause: str, is_open: bool) -> None:
    assert [c.open for c in read("加强工作。" + clause).clauses] == [is_open]


DEADLINES = [
    ("（市发展改革委负责落实，完成时限：2022年10月）", "2022-10", ["市发展改革委"]),
    ("（市水务局牵头负责，2023年10月底前完成并持续推进）", "2023-10", ["市水务局"]),
    ("（责任单位：市教育局；完成时限：2023年6月30日）", "2023-06-30", ["市教育局"]),
    ("（牵头单位：市教育局；配合单位：市财政局；完成时限：2025年底前）", "2025", ["市教育局", "市财政局"]),
    ("（责任单位：市教育局，2025年12月底前）", "2025-12", ["市教育局"]),
    ("（责任单位：市教育局。时间节点：二〇二三年十月底）", "2023-10", ["市教育局"]),
    ("（责任单位：市教育局；实施期限：2023—2025年）", "2025", ["市教育局"]),
    ("（责任单位：市教育局；完成时间：２０２３年９月）", "2023-09", ["市教育局"]),
    ("（责任单位：市教育局；完成时限：长期坚持）", None, ["市教育局"]),
    ("（市水务局负责，持续推进）", None, ["市水务局"]),
    ("（市水务局负责，5年内完成）", None, ["市水务局"]),
    ("责任单位：市教育局\n完成时限：2023年6月", "2023-06", ["市教育局"]),
    ("（责任单位：市教育局；完成时限：2025年6月—12月）", "2025-12", ["市教育局"]),
    ("（责任单位：市教育局；完成时限：2025年第三季度）", "2025-09", ["市教育局"]),
    ("（责任单位：市教育局；完成时限：2025/06/30）", "2025-06-30", ["市教育局"]),
    ("（责任单位：市教育局；完成时限：2025年11月中旬）", "2025-11", ["市教育局"]),
    ("（责任单位：市教育局，2025年9月开学前）", "2025-09", ["市教育局"]),
    ("（责任单位：市教育局，2025年度）", "2025", ["市教育局"]),
    ("（完成时限：2025年6月；责任单位：市教育局）", "2025-06", ["市教育局"]),
    ("（市教育局牵头，2025年底前取得明显进展）", "2025", ["市教育局"]),
    ("（市教育局牵头，2019年6月底前出台方案）", "2019-06", ["市教育局"]),
    ("（市教育局负责，2025年起持续推进）", None, ["市教育局"]),
    ("（市教育局负责，12月底前完成）", None, ["市教育局"]),
    ("责任单位：市教育局\n责任人：张某某\n完成时限：2025年6月", "2025-06", ["市教育局"]),
    ("（2023年世界大学生运动会执委会负责）", None, ["2023年世界大学生运动会执委会"]),
]


@pytest.mark.parametrize(("clause", "deadline", "names"), DEADLINES)
def test_deadlines(clause: str, deadline: str | None, names: list[str]) -> None:
    lead_in = "加强工作。\n" if clause[0] == "责" else "加强工作。"
    (found,) = read(lead_in + clause).clauses
    assert found.deadline == deadline
    assert [unit.name for unit in found.units] == names


EVERYWHERE = [
    (
        "[责任单位：市科技局，各区、县（市）政府。以下均需各区、县（市）政府落实，不再列出]",
        "以下均需各区、县（市）政府落实，不再列出",
        [("各区、县（市）政府", IM)],
    ),
    (
        "（责任单位：市数据局，各县区人民政府，以下均涉及各县区、功能区，不再重复列出）",
        "以下均涉及各县区、功能区，不再重复列出",
        [("各县区", R), ("各功能区", R)],
    ),
    (
        "（责任单位：省科技厅〔列第一位的为牵头单位，下同〕，以下各项工作均需相关市、县（市、区）政府推进，不再单独列出）",
        "以下各项工作均需相关市、县（市、区）政府推进，不再单独列出",
        [("相关市、县（市、区）政府", IM)],
    ),
    (
        "〔责任单位：市科技局。以下各项任务均需各县（市、区）人民政府、功能区管委会落实，不再列出〕",
        "以下各项任务均需各县（市、区）人民政府、功能区管委会落实，不再列出",
        [("各县（市、区）人民政府", IM), ("各功能区管委会", IM)],
    ),
    (
        "（责任单位：市数据局，各县区人民政府均需落实，以下不再列出）",
        "各县区人民政府均需落实，以下不再列出",
        [("各县区人民政府", IM)],
    ),
    (
        "以上任务均需各区县政府负责落实，不再一一列出。",
        "以上任务均需各区县政府负责落实，不再一一列出",
        [("各区县政府", IM)],
    ),
    (
        "（责任单位：市教育局。以下各项均需各区政府配合，不再列出）",
        "以下各项均需各区政府配合，不再列出",
        [("各区政府", S)],
    ),
    (
        "（责任单位：市教育局。各区县政府为各项任务的责任单位，以下不再列出）",
        "各区县政府为各项任务的责任单位，以下不再列出",
        [("各区县政府", R)],
    ),
    (
        "注：以下所有任务均由各县（市、区）人民政府负责落实，不再单独列出。",
        "以下所有任务均由各县（市、区）人民政府负责落实，不再单独列出",
        [("各县（市、区）人民政府", IM)],
    ),
    ("各项任务均由各区政府配合，不再单独列出。", "各项任务均由各区政府配合，不再单独列出", [("各区政府", S)]),
]


@pytest.mark.parametrize(("text", "quote", "units"), EVERYWHERE)
def test_stated_once_for_all(text: str, quote: str, units: list[tuple[str, str]]) -> None:
    (found,) = read("加强工作。" + text).default_units
    assert found.quote == quote
    assert [(unit.name, unit.role) for unit in found.units] == units


def test_a_convention_holds_from_its_clause_on() -> None:
    text = (
        "甲。（市甲局、市乙局负责）乙。（市丙局、市丁局负责，列第一位的为牵头单位，下同）"
        "丙。（市戊局负责）丁。（市己局、市庚局负责）"
    )
    assert roles(read(text)) == [
        [("市甲局", R), ("市乙局", R)],  # an earlier clause is not changed
        [("市丙局", L), ("市丁局", R)],
        [("市戊局", L)],  # a sole body leads
        [("市己局", L), ("市庚局", R)],
    ]


def test_a_convention_for_one_clause_holds_for_it_alone() -> None:
    text = "甲。（市甲局、市乙局负责，排名第一的为牵头单位）乙。（市丙局、市丁局负责）"
    assert roles(read(text)) == [[("市甲局", L), ("市乙局", R)], [("市丙局", R), ("市丁局", R)]]


def test_a_convention_may_be_declared_in_prose() -> None:
    text = "各项任务的责任单位中，列第一位的为牵头单位。\n（一）甲。（责任单位：市甲局、市乙局）"
    assert roles(read(text)) == [[("市甲局", L), ("市乙局", R)]]


def test_order_alone_makes_no_lead() -> None:
    assert roles(read("甲。（责任单位：市甲局、市乙局）")) == [[("市甲局", R), ("市乙局", R)]]


def test_stars_lead_where_they_are_declared() -> None:
    text = "甲。（责任单位：市甲局、市乙局*、市丙局。标*的为牵头单位，下同）乙。（责任单位：市丁局、市戊局*）"
    assert roles(read(text)) == [
        [("市甲局", R), ("市乙局", L), ("市丙局", R)],
        [("市丁局", R), ("市戊局", L)],
    ]


def test_departments_without_prefix_where_that_is_the_habit() -> None:
    text = "甲。（责任单位：科技厅、教育厅）乙。（责任单位：省国资委、教育厅）"
    assert roles(read(text))[1] == [("省国资委", R), ("教育厅", R)]


def test_offices_written_together_are_two_where_both_stand_alone() -> None:
    text = "甲。（责任单位：市教育局、市财政局）乙。（责任单位：市教育局市财政局）丙。（责任单位：市经信局市新经济委）"
    assert roles(read(text))[1:] == [[("市教育局", R), ("市财政局", R)], [("市经信局市新经济委", R)]]


def test_several_clauses_in_a_measure_govern_passages() -> None:
    text = (
        "（一）保障供给。规划同步。（责任单位：市甲局）\n加快项目推进。按期建成。（责任单位：市乙局）\n"
        "（二）扩大规模。（责任单位：市丙局）"
    )
    reading = read(text, 0, text.index("（二）"))
    assert [clause.item for clause in reading.clauses] == ["1.1.p1", "1.1.p2", "1.2"]
    assert [passage.path for passage in reading.passages] == ["1.1.p1", "1.1.p2"]
    assert reading.passages[1].heading == "加快项目推进"
    assert reading.passages[1].parent == "1.1"
    first, second = reading.passages
    assert first.extent.end == second.extent.start == reading.clauses[0].span.end


def test_groups_and_order() -> None:
    (clause,) = read("甲。（市甲局、市乙局牵头，市丙局配合）").clauses
    assert [(unit.order, unit.group, unit.role_as_written) for unit in clause.units] == [
        (1, 1, "牵头"),
        (2, 1, "牵头"),
        (3, 2, "配合"),
    ]


def test_names_are_resolved_against_the_place() -> None:
    seen = {unit.resolved for clause in read("甲。（责任单位：市教育局）").clauses for unit in clause.units}
    assert seen == {"市教育局"}  # nothing to resolve it with


def test_a_clause_outside_every_measure_governs_the_words_of_its_section() -> None:
    text = "总体要求。（责任单位：市甲局）\n（一）甲。（责任单位：市乙局）"
    reading = read(text, text.index("（一）"))
    assert [clause.item for clause in reading.clauses] == ["1.p1", "1.1"]
    assert [(passage.heading, passage.parent) for passage in reading.passages] == [("总体要求", None)]


def test_a_clause_outside_every_section_is_kept_and_warned_of() -> None:
    structure = replace(structure_of("总体要求。（责任单位：市甲局）"), sections=(), items=())
    reading = read_clauses(structure, Place(None))
    assert [clause.item for clause in reading.clauses] == [None]
    assert any("不在任何条目之内" in warning for warning in reading.warnings)


def test_a_missing_bracket_is_warned_of() -> None:
    assert any("括号" in warning for warning in read("甲。（责任单位：市甲局、市乙局").warnings)


ADVERSARIAL = {
    "open": "(" * 100_000,
    "nested": "(" * 100_000 + ")" * 100_000,
    "unclosed labels": "（责任单位：市教育局" * 10_000,
    "labels": "责任单位：" * 20_000,
    "verbs": "负责" * 50_000,
    "adverbs": "（" + "统筹协调" * 25_000 + "）",
    "a long list": "（责任单位：" + "市教育局、" * 20_000 + "）",
    "and": "（责任单位：" + "市教育局和" * 200 + "）",
    "and others": "（责任单位：市教育局" + "等" * 1_400 + "）",
    "together": "（" + "会同" * 700 + "市教育局负责）",
    "not again": "以下不再列出" * 15_000,
    "conventions": "列第一位的为牵头单位，下同" * 8_000,
    "spaces": "（责任单位：" + " " * 100_000 + "市教育局）",
    "districts": "（责任单位：" + "云岩区" * 400 + "）",
    "labels in brackets": "【责任单位】市教育局" * 10_000,
    "colons": "责任单位" + ":" * 100_000,
    "lists without colons": "责任单位 市教育局\n" * 10_000,
    "sentences of verbs": "市教育局负责。" * 20_000,
    "lines of verbs": "市教育局、市财政局负责。\n" * 10_000,
    "guiding": "（" + "督促指导" * 20_000 + "各区政府负责）",
    "nouns": "单位、" * 50_000 + "单位)" * 20_000,
    "offices": "（责任单位：" + "市教育局" * 40 + "）",
    "labels in brackets behind one another": "（责任单位：" + "甲（配合单位）" * 20_000 + "）",
    "strokes": "（责任单位：" + "市教育局/" * 20_000 + "）",
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL.keys())
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    start = time.process_time()
    read_clauses(structure_of(text), Place(None))
    assert time.process_time() - start < 2


FRAGMENTS = st.sampled_from(
    [row[1] for row in ROWS]
    + NEGATIVES
    + [*"（）()〔〕、，；：:。*\n \t和及等各市区", "责任单位：", "牵头", "下同", "不再列出", "以下均需"]
)


@settings(max_examples=300)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=6)), max_size=14).map("".join))
def test_never_raises_and_spans_hold(text: str) -> None:
    first = read(text)
    assert first == read(text)


@pytest.mark.parametrize(
    ("title", "clause", "deadline"),
    [
        ("某县2025年工作要点", "（县教育局牵头，6月底前完成）", "2025-06"),
        ("某县2025年工作要点", "（责任单位：县教育局；完成时限：12月31日前）", "2025-12-31"),
        ("某县2025年工作要点", "（县教育局牵头，2026年3月底前完成）", "2026-03"),
        ("某县行动方案（2025—2027年）", "（县教育局牵头，6月底前完成）", None),  # of which year?
        ("某县行动方案", "（县教育局牵头，6月底前完成）", None),
        ("某县2025年工作要点", "（县教育局牵头，6月上旬至7月开展）", None),
        ("某县2025年工作要点", "（县教育局牵头，13月底前完成）", None),
    ],
)
def test_a_month_is_of_the_year_of_the_title(title: str, clause: str, deadline: str | None) -> None:
    text = (
        f"{title}\n某县人民政府办公室\n2025年1月2日\n为做好工作，制定本方案。\n一、任务\n（一）做好。认真做。{clause}\n"
    )
    [found] = parse(read_bytes(text.encode(), "a.txt")).clauses
    assert found.deadline == deadline
