// Which documents does an item cite?
// zh: 某条目引用了哪些文件？
// params: item string
// returns: item, cited, title, doc_number, status, relation, start, end, quote, rule
MATCH (i:Item {key: $item})-[c:CITES]->(d:Document)
RETURN i.key AS item, d.key AS cited, d.title AS title, d.doc_number AS doc_number, d.status AS status,
  c.relation AS relation, c.start AS start, c.`end` AS `end`, c.quote AS quote, c.rule AS rule
ORDER BY start, cited
