// Which two units share the most items?
// zh: 哪两个单位共同负责的条目最多？
// params: minimum int = 1, document string = null, limit int = 50, offset int = 0
// returns: unit, name, partner, partner_name, shared
// remembered: yes
// Each pair once, the smaller key first. Pairs are counted over each item's list of units: three times as fast as
// a pattern with both units on the embedded server.
CALL () {
  WITH $document AS document WHERE document IS NULL
  MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  RETURN i.key AS item, collect(DISTINCT u.key) AS units
  UNION ALL
  WITH $document AS document WHERE document IS NOT NULL
  MATCH (i:Item {document: document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  RETURN i.key AS item, collect(DISTINCT u.key) AS units
}
UNWIND units AS unit
UNWIND [other IN units WHERE unit < other] AS partner
WITH unit, partner, count(*) AS shared
WHERE shared >= $minimum
WITH unit, partner, shared
ORDER BY shared DESC, unit, partner
SKIP $offset LIMIT $limit
MATCH (a:Unit {key: unit})
MATCH (b:Unit {key: partner})
RETURN unit, a.name AS name, partner, b.name AS partner_name, shared
ORDER BY shared DESC, unit, partner
