// Which items have units that answer for them, but none that leads?
// zh: 哪些条目有责任单位而无牵头单位？
// params: document string = null, unit string = null, limit int = 50, offset int = 0
// returns: item, document, document_title, path, ordinal, kind, heading, units, start, end, quote
// order: document, ordinal, item
// sorts: heading = i.heading
// No lead is inferred from the order of names.
// Items that nobody answers for are left out. start, end and quote: the clause that names the units.
CALL () {
  WITH $unit AS unit WHERE unit IS NOT NULL
  MATCH (:Unit {key: unit})-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false AND ($document IS NULL OR i.document = $document)
  RETURN DISTINCT i
  UNION ALL
  WITH $document AS document WHERE document IS NOT NULL AND $unit IS NULL
  MATCH (i:Item {document: document})
  WHERE EXISTS { MATCH (i)<-[r:RESPONSIBLE_FOR]-(:Unit) WHERE r.derived = false }
  RETURN i
  UNION ALL
  WITH $document AS document WHERE document IS NULL AND $unit IS NULL
  MATCH (i:Item)
  WHERE EXISTS { MATCH (i)<-[r:RESPONSIBLE_FOR]-(:Unit) WHERE r.derived = false }
  RETURN i
}
WITH i
WHERE NOT EXISTS { MATCH (i)<-[q:RESPONSIBLE_FOR]-(:Unit) WHERE q.derived = false AND q.role = 'lead' }
WITH i
ORDER BY i.document, i.ordinal, i.key
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
CALL (i) {
  MATCH (i)<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH r, u ORDER BY r.start, r.`order`, u.key, r.role
  WITH collect({unit: u.key, name: u.name, role: r.role}) AS units, collect(r) AS duties
  RETURN units, duties[0].start AS start, duties[0].`end` AS `end`, duties[0].quote AS quote
}
RETURN i.key AS item, d.key AS document, d.title AS document_title, i.path AS path,
  i.ordinal AS ordinal, i.kind AS kind, i.heading AS heading,
  units, start, `end`, quote
ORDER BY document, i.ordinal, item
