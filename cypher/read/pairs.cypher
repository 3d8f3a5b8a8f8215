// Which two units share the most items?
// zh: 哪两个单位共同负责的条目最多？
// params: minimum int = 1, document string = null, collectives boolean = true, examples int = 1, limit int = 50, offset int = 0
// returns: unit, name, partner, partner_name, shared, examples
// remembered: yes
// order: shared desc, unit, partner
// sorts: name late, partner_name late
// collectives: false leaves out bodies of bodies, which join everything. Each pair once, the smaller key first.
// Pairs are counted over each item's list of units: three times as fast as a pattern with both units on the embedded
// server.
CALL () {
  WITH $document AS document WHERE document IS NULL
  MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false AND ($collectives OR NOT u:CollectiveUnit)
  RETURN i.key AS item, collect(DISTINCT u.key) AS units
  UNION ALL
  WITH $document AS document WHERE document IS NOT NULL
  MATCH (i:Item {document: document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false AND ($collectives OR NOT u:CollectiveUnit)
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
CALL (a, b) {
  MATCH (a)-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(b)
  WHERE r.derived = false AND q.derived = false AND ($document IS NULL OR i.document = $document)
  WITH i, r, q ORDER BY i.document, i.ordinal, i.key, r.role, q.role
  LIMIT $examples
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, role: r.role,
    partner_role: q.role, start: r.start, `end`: r.`end`, quote: r.quote}) AS examples
}
RETURN unit, a.name AS name, partner, b.name AS partner_name, shared, examples
ORDER BY shared DESC, unit, partner
