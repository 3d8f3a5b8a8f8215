// Which items name a project?
// zh: 哪些条目提到了某项目？
// params: project string
// returns: item, document, document_title, path, heading, start, end, quote
MATCH (:Project {key: $project})<-[n:NAMES]-(s)
MATCH (d:Document {key: n.document})
RETURN CASE WHEN s:Item THEN s.key END AS item, d.key AS document, d.title AS document_title, s.path AS path,
  s.heading AS heading, n.start AS start, n.`end` AS `end`, n.quote AS quote
ORDER BY document, start, coalesce(item, '')
