// Which documents cite these, and where?
// zh: 哪些文件引用了这些文件，在何处引用？
// params: documents list, edges int = 5000
// returns: document, cited, item, relation, start, end, quote
// edges: rows at most.
UNWIND $documents AS key
MATCH (d:Document {key: key})<-[c:CITES]-(s)
WHERE c.document <> d.key
RETURN c.document AS document, d.key AS cited, CASE WHEN s:Item THEN s.key END AS item, c.relation AS relation,
  c.start AS start, c.`end` AS `end`, c.quote AS quote
ORDER BY document, cited, start, coalesce(item, '')
LIMIT $edges
