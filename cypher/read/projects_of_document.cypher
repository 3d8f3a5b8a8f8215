// Which projects does a document name, and where?
// zh: 某文件提到了哪些项目，在何处提到？
// params: document string
// returns: item, path, project, name, start, end, quote, rule
CALL () {
  MATCH (i:Item {document: $document})-[n:NAMES]->(p:Project)
  RETURN i.key AS item, i.path AS path, n, p
  UNION ALL
  MATCH (:Document {key: $document})-[n:NAMES]->(p:Project)
  RETURN null AS item, null AS path, n, p
}
RETURN item, path, p.key AS project, p.name AS name, n.start AS start, n.`end` AS `end`, n.quote AS quote,
  n.rule AS rule
ORDER BY start, project, coalesce(item, '')
