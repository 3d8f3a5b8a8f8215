// In which items do these words stand, by unit, role, level, region, year and kind?
// zh: 这些文字出现在哪些条目中（可按单位、角色、级别、地区、年度、类别筛选）？
// params: text string, phrase string = null, unit string = null, role string = null, level string = null, region string = null, year string = null, kind string = null, limit int = 20, offset int = 0
// returns: item, document, document_title, issued_on, jurisdiction, path, ordinal, kind, heading, start, end, quote, marks
// order: issued_on desc, document, ordinal, item
// fetched: item, document, document_title, issued_on, jurisdiction, path, ordinal, kind, heading, start, end
// further: text_of_document
// All words (a space between) must stand in an item; phrase: as in search. Of the 2,000 items that suit them best, the
// newest first. region and level: of the place for which the document speaks. quote: the words around the first find;
// marks: where in it the words stand, from start to end.
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
WITH i, d
ORDER BY coalesce(d.issued_on, '') DESC, d.key, i.ordinal, i.key
SKIP $offset LIMIT $limit
RETURN i.key AS item, d.key AS document, d.title AS document_title, d.issued_on AS issued_on,
  d.jurisdiction AS jurisdiction, i.path AS path, i.ordinal AS ordinal, i.kind AS kind, i.heading AS heading,
  i.start AS start, i.`end` AS `end`
ORDER BY coalesce(issued_on, '') DESC, document, i.ordinal, item
