// What hangs on a document: which items cite it, with which units and targets?
// zh: 哪些条目、单位和目标系于某文件（引用了它）？
// params: document string, limit int = 50, offset int = 0
// returns: document, document_title, item, path, heading, relation, units, targets, start, end, quote, rule
// order: document, start, item
// sorts: relation = c.relation, targets late
// item is null where a document cites it outside every item. What hangs on those documents in turn: citing_of_documents.
MATCH (:Document {key: $document})<-[c:CITES]-(s)
WITH c, s
ORDER BY c.document, c.start, CASE WHEN s:Item THEN s.key ELSE '' END
SKIP $offset LIMIT $limit
MATCH (d:Document {key: c.document})
CALL (s) {
  MATCH (s)<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH r, u ORDER BY r.start, r.`order`, u.key, r.role
  RETURN collect({unit: u.key, name: u.name, role: r.role}) AS units
}
CALL (s) {
  MATCH (s)-[:SETS]->(t:Target)
  RETURN count(t) AS targets
}
RETURN d.key AS document, d.title AS document_title, CASE WHEN s:Item THEN s.key END AS item, s.path AS path,
  s.heading AS heading, c.relation AS relation, units, CASE WHEN s:Item THEN targets END AS targets, c.start AS start,
  c.`end` AS `end`, c.quote AS quote, c.rule AS rule
ORDER BY document, start, coalesce(item, '')
