// What does an item say?
// zh: 某条目的内容是什么？
// params: item string
// returns: key, document, document_title, path, kind, parent, label, heading, text, start, end, rule
MATCH (i:Item {key: $item})-[:PART_OF]->(p)
MATCH (d:Document {key: i.document})
RETURN i.key AS key, d.key AS document, d.title AS document_title, i.path AS path, i.kind AS kind, p.key AS parent,
  i.label AS label, i.heading AS heading, i.text AS text, i.start AS start, i.`end` AS `end`, i.rule AS rule
