// Which units are there, and for how many items do they answer?
// zh: 有哪些单位，各负责多少条目？
// params: text string = null, jurisdiction string = null, kind string = null, level string = null, expand string = 'written', examples int = 1, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, kind, level, derived, items, lead, documents, items_through, examples
// remembered: yes
// order: items desc, unit
// sorts: name = u.name, jurisdiction = u.jurisdiction, kind = u.kind, level = u.level, items, lead, documents
// items, lead and documents count what is written, not what was concluded (derived). expand: written, or members: then
// also units that no document names, and in items_through the items for which a unit answers only as a member of a
// collective; null where that was not asked for. examples: the first
// clauses that name the unit.
MATCH (u:Unit)
WHERE ($text IS NULL OR toLower(u.name) CONTAINS toLower($text))
  AND ($jurisdiction IS NULL OR u.jurisdiction = $jurisdiction) AND ($kind IS NULL OR u.kind = $kind)
  AND ($level IS NULL OR u.level = $level) AND ($expand = 'members' OR coalesce(u.derived, false) = false)
OPTIONAL MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH u, count(DISTINCT i) AS items, count(DISTINCT CASE WHEN r.role = 'lead' THEN i END) AS lead,
  count(DISTINCT i.document) AS documents
ORDER BY items DESC, u.key
SKIP $offset LIMIT $limit
CALL (u) {
  WITH u WHERE $expand = 'members'
  MATCH (u)-[:MEMBER_OF]->(:Unit)-[q:RESPONSIBLE_FOR]->(i:Item)
  WHERE q.derived = false AND NOT EXISTS { MATCH (i)<-[own:RESPONSIBLE_FOR]-(u) WHERE own.derived = false }
  RETURN count(DISTINCT i) AS through
}
CALL (u) {
  MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH i, r ORDER BY i.document, i.ordinal, i.key, r.start, r.role
  LIMIT $examples
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, role: r.role, start: r.start,
    `end`: r.`end`, quote: r.quote}) AS examples
}
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, u.kind AS kind,
  u.level AS level, coalesce(u.derived, false) AS derived, items, lead, documents,
  CASE WHEN $expand = 'members' THEN through END AS items_through, examples
ORDER BY items DESC, unit
