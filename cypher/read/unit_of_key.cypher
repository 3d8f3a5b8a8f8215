// What is known of a unit?
// zh: 某单位的基本情况是什么？
// params: unit string, expand string = 'written'
// returns: unit, name, jurisdiction, collective, kind, level, derived, regions, items, documents, roles, issued, addressed, items_through
// derived: no document names it. regions: names, the nearest first; items, documents and roles count what is written,
// not what was concluded; each role with its first clause.
// expand: written, or members: then items_through counts the items for which the unit answers
// only as a member of a collective; null where that was not asked for.
MATCH (u:Unit {key: $unit})
CALL (u) {
  MATCH p = (u)-[:IN_REGION]->(:Region)-[:WITHIN*0..5]->(g:Region)
  WITH g, min(length(p)) AS far ORDER BY far, g.key
  RETURN collect(g.name) AS regions
}
CALL (u) {
  MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  RETURN count(DISTINCT i.key) AS items, count(DISTINCT i.document) AS documents
}
CALL (u) {
  MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH i, r ORDER BY i.document, i.ordinal, i.key, r.start
  WITH r.role AS role, count(DISTINCT i.key) AS n, collect(r)[0] AS duty, collect(i.key)[0] AS item
  ORDER BY n DESC, role
  RETURN collect({role: role, items: n, item: item, document: duty.document, start: duty.start, `end`: duty.`end`,
    quote: duty.quote}) AS roles
}
CALL (u) {
  MATCH (u)-[:ISSUED]->(d:Document)
  RETURN count(DISTINCT d.key) AS issued
}
CALL (u) {
  MATCH (u)<-[:ADDRESSED_TO]-(d:Document)
  RETURN count(DISTINCT d.key) AS addressed
}
CALL (u) {
  WITH u WHERE $expand = 'members'
  MATCH (u)-[:MEMBER_OF]->(:Unit)-[q:RESPONSIBLE_FOR]->(i:Item)
  WHERE q.derived = false AND NOT EXISTS { MATCH (i)<-[own:RESPONSIBLE_FOR]-(u) WHERE own.derived = false }
  RETURN count(DISTINCT i) AS through
}
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, u.kind AS kind,
  u.level AS level, coalesce(u.derived, false) AS derived, regions, items, documents, roles, issued, addressed,
  CASE WHEN $expand = 'members' THEN through END AS items_through
