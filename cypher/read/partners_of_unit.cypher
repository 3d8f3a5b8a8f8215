// Which units share responsibility with a unit, and on which items?
// zh: 哪些单位与某单位共同负责，共同负责哪些条目？
// params: unit string, expand string = 'written', limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, shared, items, shared_through, items_through
// shared: distinct items for which both answer, in whatever role, as it is written (not concluded).
// expand: written, or members: then also items_through, for which one of the two, or both, answer only as members of a
// collective; a collective is no partner of its members there. Null and empty where they were not asked for.
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
RETURN p.key AS unit, p.name AS name, p.jurisdiction AS jurisdiction, p:CollectiveUnit AS collective,
  size(items) AS shared, items, CASE WHEN $expand = 'members' THEN size(items_through) END AS shared_through,
  items_through
ORDER BY shared DESC, size(items_through) DESC, unit
SKIP $offset LIMIT $limit
