// Which units are there, and for how many items do they answer?
// zh: 有哪些单位，各负责多少条目？
// params: text string = null, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, items, lead, documents
// Only what is written counts, not what was concluded (derived).
MATCH (u:Unit)
WHERE $text IS NULL OR toLower(u.name) CONTAINS toLower($text)
OPTIONAL MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH u, count(DISTINCT i) AS items, count(DISTINCT CASE WHEN r.role = 'lead' THEN i END) AS lead,
  count(DISTINCT i.document) AS documents
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, items, lead,
  documents
ORDER BY items DESC, unit
SKIP $offset LIMIT $limit
