// Which units share responsibility with a unit, and on which items?
// zh: 哪些单位与某单位共同负责，共同负责哪些条目？
// params: unit string, expand string = 'written', examples int = 1, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, shared, items, shared_through, items_through, examples
// order: shared desc, shared_through desc, unit
// sorts: name = p.name, jurisdiction = p.jurisdiction, shared
// shared: distinct items for which both answer, in whatever role, as it is written (not concluded).
// expand: written, or members: then also items_through, for which one of the two, or both, answer only as members of a
// collective; a collective is no partner of its members there. Null and empty where they were not asked for.
// examples: clauses of the first shared items that name the unit.
CALL () {
  MATCH (u:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH DISTINCT u, i
  MATCH (i)<-[q:RESPONSIBLE_FOR]-(p:Unit)
  WHERE q.derived = false AND p.key <> u.key
  RETURN p, i, 1 AS written
  UNION ALL
  WITH $expand AS expand WHERE expand = 'members'
  MATCH (u:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH DISTINCT u, i
  MATCH (i)<-[q:RESPONSIBLE_FOR]-(c:Unit)<-[:MEMBER_OF]-(p:Unit)
  WHERE q.derived = false AND c.key <> u.key AND p.key <> u.key
  RETURN p, i, 0 AS written
  UNION ALL
  WITH $expand AS expand WHERE expand = 'members'
  MATCH (u:Unit {key: $unit})-[:MEMBER_OF]->(c:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH DISTINCT u, i
  CALL (u, i) {
    MATCH (i)<-[q:RESPONSIBLE_FOR]-(p:Unit)
    WHERE q.derived = false AND p.key <> u.key AND NOT EXISTS { (u)-[:MEMBER_OF]->(p) }
    RETURN p
    UNION
    MATCH (i)<-[q:RESPONSIBLE_FOR]-(c:Unit)<-[:MEMBER_OF]-(p:Unit)
    WHERE q.derived = false AND p.key <> u.key
    RETURN p
  }
  RETURN p, i, 0 AS written
}
WITH p, i, max(written) AS written
ORDER BY i.document, i.ordinal, i.key
WITH p, collect(CASE WHEN written = 1 THEN i.key END) AS items,
  collect(CASE WHEN written = 0 THEN i.key END) AS items_through
WITH p, items, size(items) AS shared, items_through, size(items_through) AS through
ORDER BY shared DESC, coalesce(through, 0) DESC, p.key
SKIP $offset LIMIT $limit
CALL (p, items) {
  UNWIND items[0..$examples] AS key
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item {key: key})<-[q:RESPONSIBLE_FOR]-(p)
  WHERE r.derived = false AND q.derived = false
  WITH i, r, q ORDER BY i.document, i.ordinal, i.key, r.start, r.role, q.start, q.role
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, role: r.role,
    partner_role: q.role, start: r.start, `end`: r.`end`, quote: r.quote}) AS examples
}
RETURN p.key AS unit, p.name AS name, p.jurisdiction AS jurisdiction, p:CollectiveUnit AS collective, shared, items,
  CASE WHEN $expand = 'members' THEN through END AS shared_through, items_through, examples
ORDER BY shared DESC, coalesce(shared_through, 0) DESC, unit
