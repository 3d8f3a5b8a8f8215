// Which units share responsibility with a unit, and on which items?
// zh: 哪些单位与某单位共同负责，共同负责哪些条目？
// params: unit string, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, shared, items
// shared: distinct items for which both answer, in whatever role, as it is written (not concluded).
MATCH (u:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH DISTINCT u, i
MATCH (i)<-[q:RESPONSIBLE_FOR]-(p:Unit)
WHERE q.derived = false AND p.key <> u.key
WITH u, p, count(DISTINCT i.key) AS shared
ORDER BY shared DESC, p.key
SKIP $offset LIMIT $limit
CALL (u, p) {
  MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(p)
  WHERE r.derived = false AND q.derived = false
  WITH DISTINCT i
  ORDER BY i.document, i.ordinal, i.key
  RETURN collect(i.key) AS items
}
RETURN p.key AS unit, p.name AS name, p.jurisdiction AS jurisdiction, p:CollectiveUnit AS collective, shared, items
ORDER BY shared DESC, unit
