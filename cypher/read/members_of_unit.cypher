// Which units does a collective unit stand for?
// zh: 某集合单位包括哪些单位（推定）？
// params: unit string, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, kind, level, derived
// order: unit
// sorts: name, jurisdiction
// Concluded from the regions, never written. derived: no document names the member itself.
MATCH (u:Unit)-[:MEMBER_OF]->(:Unit {key: $unit})
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u.kind AS kind, u.level AS level,
  coalesce(u.derived, false) AS derived
ORDER BY unit
SKIP $offset LIMIT $limit
