// Which documents do these cite, and where?
// zh: 这些文件引用了哪些文件，在何处引用？
// params: documents list, edges int = 5000
// returns: document, cited, item, relation, start, end, quote
// edges: rows at most.
UNWIND $documents AS key
CALL (key) {
  MATCH (i:Item {document: key})-[c:CITES]->(d:Document)
  RETURN i.key AS item, c, d
  UNION ALL
  MATCH (:Document {key: key})-[c:CITES]->(d:Document)
  RETURN null AS item, c, d
}
WITH key, item, c, d
WHERE d.key <> key
RETURN key AS document, d.key AS cited, item, c.relation AS relation, c.start AS start, c.`end` AS `end`, c.quote AS quote
ORDER BY document, cited, start, coalesce(item, '')
LIMIT $edges
