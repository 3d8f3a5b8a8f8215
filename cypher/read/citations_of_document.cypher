// Who cites a document, and where?
// zh: 哪些文件和条目引用了某文件？
// params: document string, limit int = 50, offset int = 0
// returns: item, path, heading, source_document, source_title, relation, start, end, quote
// order: source_document, start, item
// sorts: source_document, source_title, relation
MATCH (:Document {key: $document})<-[c:CITES]-(s)
MATCH (d:Document {key: c.document})
RETURN CASE WHEN s:Item THEN s.key END AS item, s.path AS path, s.heading AS heading, d.key AS source_document,
  d.title AS source_title, c.relation AS relation, c.start AS start, c.`end` AS `end`, c.quote AS quote
ORDER BY source_document, start, coalesce(item, '')
SKIP $offset LIMIT $limit
