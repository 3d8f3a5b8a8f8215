// Which documents does a document cite, and where?
// zh: 某文件引用了哪些文件，在何处引用？
// params: document string
// returns: item, path, cited, title, doc_number, status, relation, start, end, quote, rule
CALL () {
  MATCH (i:Item {document: $document})-[c:CITES]->(d:Document)
  RETURN i.key AS item, i.path AS path, c, d
  UNION ALL
  MATCH (:Document {key: $document})-[c:CITES]->(d:Document)
  RETURN null AS item, null AS path, c, d
}
RETURN item, path, d.key AS cited, d.title AS title, d.doc_number AS doc_number, d.status AS status,
  c.relation AS relation, c.start AS start, c.`end` AS `end`, c.quote AS quote, c.rule AS rule
ORDER BY start, cited, coalesce(item, '')
