// To which collective units does a unit belong, and for how many items do they answer?
// zh: 某单位属于哪些集合单位（推定），这些集合单位各负责多少条目？
// params: unit string, examples int = 1, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, items, examples
// order: items desc, unit
// sorts: name = c.name, items
// Concluded from the regions, never written. items: those for which the collective answers, as it is written.
MATCH (:Unit {key: $unit})-[:MEMBER_OF]->(c:Unit)
OPTIONAL MATCH (c)-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH c, count(DISTINCT i) AS items
ORDER BY items DESC, c.key
SKIP $offset LIMIT $limit
CALL (c) {
  MATCH (c)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH i, r ORDER BY i.document, i.ordinal, i.key, r.start, r.role
  LIMIT $examples
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, role: r.role, start: r.start,
    `end`: r.`end`, quote: r.quote}) AS examples
}
RETURN c.key AS unit, c.name AS name, c.jurisdiction AS jurisdiction, items, examples
ORDER BY items DESC, unit
