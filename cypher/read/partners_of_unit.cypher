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
WITH DISTINCT p, i
ORDER BY i.document, i.ordinal, i.key
WITH p, collect(i.key) AS items
RETURN p.key AS unit, p.name AS name, p.jurisdiction AS jurisdiction, p:CollectiveUnit AS collective,
  size(items) AS shared, items
ORDER BY shared DESC, unit
SKIP $offset LIMIT $limit
