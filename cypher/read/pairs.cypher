// Which two units share the most items?
// zh: 哪两个单位共同负责的条目最多？
// params: minimum int = 1, document string = null, limit int = 50, offset int = 0
// returns: unit, name, partner, partner_name, shared
// Each pair once, the smaller key first.
MATCH (i:Item)
WHERE $document IS NULL OR i.document = $document
MATCH (a:Unit)-[r:RESPONSIBLE_FOR]->(i)<-[q:RESPONSIBLE_FOR]-(b:Unit)
WHERE a.key < b.key AND r.derived = false AND q.derived = false
WITH a, b, count(DISTINCT i.key) AS shared
WHERE shared >= $minimum
RETURN a.key AS unit, a.name AS name, b.key AS partner, b.name AS partner_name, shared
ORDER BY shared DESC, unit, partner
SKIP $offset LIMIT $limit
