// Which projects are there, and who builds them?
// zh: 有哪些项目，分别由谁建设？
// params: text string = null, document string = null, unit string = null, limit int = 50, offset int = 0
// returns: project, name, jurisdiction, items, documents, builders, document, start, end, quote
// order: items desc, project
// sorts: name = p.name, items, documents
// builders: units of the items that name it, those that lead first. start, end and quote: the first place of the first
// document that names it.
MATCH (p:Project)<-[n:NAMES]-(s)
WHERE ($text IS NULL OR toLower(p.name) CONTAINS toLower($text)) AND ($document IS NULL OR n.document = $document)
  AND ($unit IS NULL OR EXISTS { MATCH (s)<-[r:RESPONSIBLE_FOR]-(:Unit {key: $unit}) WHERE r.derived = false })
WITH p, n, s ORDER BY n.document, n.start, s.key
WITH p, collect(n) AS named, collect(s) AS sources
WITH p, named[0] AS n, sources, size([s IN sources WHERE s:Item]) AS items,
  size(reduce(seen = [], m IN named | CASE WHEN m.document IN seen THEN seen ELSE seen + [m.document] END)) AS documents
ORDER BY items DESC, p.key
SKIP $offset LIMIT $limit
CALL (sources) {
  UNWIND sources AS s
  MATCH (s)<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH u, r.role AS role, count(DISTINCT s.key) AS items
  ORDER BY CASE role WHEN 'lead' THEN 0 WHEN 'responsible' THEN 1 ELSE 2 END, items DESC, u.key, role
  RETURN collect({unit: u.key, name: u.name, role: role, items: items}) AS builders
}
RETURN p.key AS project, p.name AS name, p.jurisdiction AS jurisdiction, items, documents, builders,
  n.document AS document, n.start AS start, n.`end` AS `end`, n.quote AS quote
ORDER BY items DESC, project
