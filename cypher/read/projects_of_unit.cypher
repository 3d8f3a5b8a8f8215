// Which projects are named by the items for which a unit answers?
// zh: 某单位负责的条目提到了哪些项目？
// params: unit string, limit int = 50, offset int = 0
// returns: project, name, jurisdiction, items, document, start, end, quote
// order: items desc, project
// sorts: name = p.name, items
// start, end and quote: the first place of the first document that names it.
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH DISTINCT i
MATCH (i)-[n:NAMES]->(p:Project)
WITH p, i, n ORDER BY n.document, n.start, i.key
WITH p, count(DISTINCT i.key) AS items, collect(n) AS named
ORDER BY items DESC, p.key
SKIP $offset LIMIT $limit
WITH p, items, named[0] AS n
RETURN p.key AS project, p.name AS name, p.jurisdiction AS jurisdiction, items, n.document AS document,
  n.start AS start, n.`end` AS `end`, n.quote AS quote
ORDER BY items DESC, project
