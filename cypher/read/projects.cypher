// Which projects are named, and by how many items?
// zh: 提到了哪些项目，各有多少条目提到？
// params: text string = null, limit int = 50, offset int = 0
// returns: project, name, jurisdiction, items, documents
// remembered: yes
MATCH (p:Project)
WHERE $text IS NULL OR toLower(p.name) CONTAINS toLower($text)
OPTIONAL MATCH (s)-[n:NAMES]->(p)
WITH p, count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items, count(DISTINCT n.document) AS documents
RETURN p.key AS project, p.name AS name, p.jurisdiction AS jurisdiction, items, documents
ORDER BY items DESC, project
SKIP $offset LIMIT $limit
