// Which items are there, by document, responsible unit, role or words?
// zh: 有哪些条目（可按文件、责任单位、角色或文字查找）？
// params: document string = null, unit string = null, role string = null, text string = null, limit int = 50, offset int = 0
// returns: key, document, document_title, path, kind, ordinal, label, heading, units, start, end, quote
// order: document, ordinal, key
// sorts: heading = i.heading, units late
// Each branch starts at what is given, so that an index is used; units: how many answer for the item.
CALL () {
  WITH $unit AS unit WHERE unit IS NOT NULL
  MATCH (:Unit {key: unit})-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE ($role IS NULL OR r.role = $role) AND ($document IS NULL OR i.document = $document)
  RETURN DISTINCT i
  UNION ALL
  WITH $document AS document WHERE document IS NOT NULL AND $unit IS NULL AND $role IS NULL
  MATCH (i:Item {document: document})
  RETURN i
  UNION ALL
  WITH $document AS document WHERE document IS NOT NULL AND $unit IS NULL AND $role IS NOT NULL
  MATCH (i:Item {document: document})<-[r:RESPONSIBLE_FOR]-(:Unit)
  WHERE r.role = $role
  RETURN DISTINCT i
  UNION ALL
  WITH $role AS role WHERE role IS NULL AND $unit IS NULL AND $document IS NULL
  MATCH (i:Item)
  RETURN i
  UNION ALL
  WITH $role AS role WHERE role IS NOT NULL AND $unit IS NULL AND $document IS NULL
  MATCH (i:Item)<-[r:RESPONSIBLE_FOR]-(:Unit)
  WHERE r.role = role
  RETURN DISTINCT i
}
WITH i
WHERE $text IS NULL OR toLower(i.heading) CONTAINS toLower($text) OR toLower(i.text) CONTAINS toLower($text)
WITH i
ORDER BY i.document, i.ordinal, i.key
SKIP $offset LIMIT $limit
CALL (i) {
  MATCH (i)<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  RETURN count(DISTINCT u.key) AS units
}
MATCH (d:Document {key: i.document})
WITH i, d, units
ORDER BY i.document, i.ordinal, i.key
RETURN i.key AS key, d.key AS document, d.title AS document_title, i.path AS path, i.kind AS kind, i.ordinal AS ordinal,
  i.label AS label, i.heading AS heading, units, i.start AS start, i.`end` AS `end`, i.text AS quote
