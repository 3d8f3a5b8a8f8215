// By which units, roles, levels, regions, years and kinds can the items with these words be narrowed?
// zh: 含有这些文字的条目可按哪些单位、角色、级别、地区、年度、类别筛选？
// params: text string, phrase string = null, unit string = null, role string = null, level string = null, region string = null, year string = null, kind string = null, most int = 12
// returns: facet, value, name, items
// The items of items_of_text, all of them. facet: unit, role, level, region, year or kind. most: values of each.
CALL () {
  WITH $phrase AS phrase WHERE phrase IS NOT NULL
  CALL db.index.fulltext.queryNodes('item_text', phrase) YIELD node, score
  WITH node, score
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(node.text) CONTAINS word)
  WITH node, score
  ORDER BY score DESC, node.key LIMIT 2000
  RETURN node AS i
  UNION ALL
  WITH $phrase AS phrase WHERE phrase IS NULL AND trim($text) <> ''
  MATCH (i:Item)
  WHERE all(word IN split(toLower(trim($text)), ' ') WHERE toLower(i.text) CONTAINS word)
  WITH i
  ORDER BY i.key LIMIT 2000
  RETURN i
}
MATCH (d:Document {key: i.document})
CALL (d) {
  MATCH (g:Region {name: d.jurisdiction})
  RETURN collect(DISTINCT g.level) AS levels
}
WITH i, d, CASE WHEN size(levels) = 1 THEN levels[0] END AS level
WHERE ($year IS NULL OR d.issued_on STARTS WITH $year) AND ($region IS NULL OR d.jurisdiction = $region)
  AND ($level IS NULL OR level = $level) AND ($kind IS NULL OR i.kind = $kind)
  AND (($unit IS NULL AND $role IS NULL) OR EXISTS {
    MATCH (i)<-[r:RESPONSIBLE_FOR]-(u:Unit)
    WHERE r.derived = false AND ($unit IS NULL OR u.key = $unit) AND ($role IS NULL OR r.role = $role)
  })
WITH collect({item: i.key, kind: i.kind, region: d.jurisdiction, level: level, year: left(d.issued_on, 4)}) AS found
CALL (found) {
  UNWIND found AS f
  MATCH (i:Item {key: f.item})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH u, count(DISTINCT i.key) AS items
  ORDER BY items DESC, u.key LIMIT $most
  RETURN 0 AS place, 'unit' AS facet, u.key AS value, u.name AS name, items
  UNION ALL
  UNWIND found AS f
  MATCH (i:Item {key: f.item})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  RETURN 1 AS place, 'role' AS facet, r.role AS value, r.role AS name, count(DISTINCT i.key) AS items
  UNION ALL
  UNWIND [f IN found WHERE f.level IS NOT NULL] AS f
  RETURN 2 AS place, 'level' AS facet, f.level AS value, f.level AS name, count(*) AS items
  UNION ALL
  UNWIND [f IN found WHERE f.region IS NOT NULL] AS f
  WITH f.region AS region, count(*) AS items
  ORDER BY items DESC, region LIMIT $most
  RETURN 3 AS place, 'region' AS facet, region AS value, region AS name, items
  UNION ALL
  UNWIND [f IN found WHERE f.year IS NOT NULL] AS f
  WITH f.year AS year, count(*) AS items
  ORDER BY year DESC LIMIT $most
  RETURN 4 AS place, 'year' AS facet, year AS value, year AS name, items
  UNION ALL
  UNWIND found AS f
  RETURN 5 AS place, 'kind' AS facet, f.kind AS value, f.kind AS name, count(*) AS items
}
RETURN facet, value, name, items
ORDER BY place, CASE WHEN facet = 'year' THEN 0 ELSE -items END, CASE WHEN facet = 'year' THEN -toInteger(value) ELSE 0 END, value
