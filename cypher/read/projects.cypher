// Which projects are named, and by how many items?
// zh: 提到了哪些项目，各有多少条目提到？
// params: text string = null, jurisdiction string = null, examples int = 1, limit int = 50, offset int = 0
// returns: project, name, jurisdiction, items, documents, examples
// remembered: yes
// order: items desc, project
// sorts: name = p.name, jurisdiction = p.jurisdiction, items, documents
MATCH (p:Project)
WHERE ($text IS NULL OR toLower(p.name) CONTAINS toLower($text))
  AND ($jurisdiction IS NULL OR p.jurisdiction = $jurisdiction)
OPTIONAL MATCH (s)-[n:NAMES]->(p)
WITH p, count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items, count(DISTINCT n.document) AS documents
ORDER BY items DESC, p.key
SKIP $offset LIMIT $limit
CALL (p) {
  MATCH (s)-[n:NAMES]->(p)
  WITH s, n ORDER BY n.document, n.start, s.key
  LIMIT $examples
  RETURN collect({item: CASE WHEN s:Item THEN s.key END, document: n.document, start: n.start, `end`: n.`end`,
    quote: n.quote}) AS examples
}
RETURN p.key AS project, p.name AS name, p.jurisdiction AS jurisdiction, items, documents, examples
ORDER BY items DESC, project
