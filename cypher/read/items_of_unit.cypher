// For which items does a unit answer, in which role and words?
// zh: 某单位负责哪些条目，以何种角色负责，原文如何表述？
// params: unit string, role string = null, expand string = 'written', limit int = 50, offset int = 0
// returns: item, document, document_title, path, ordinal, heading, role, role_as_written, deadline, derived, through, as_written, start, end, quote, rule
// order: document, ordinal, start, role, item, through
// sorts: heading = i.heading, role = r.role, deadline = r.deadline
// expand: written, or members: then also the items for which the unit answers only as a member of a collective;
// through is the key of that collective, null where the unit itself is named.
CALL () {
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE $role IS NULL OR r.role = $role
  RETURN r, i, null AS through
  UNION ALL
  WITH $expand AS expand WHERE expand = 'members'
  MATCH (u:Unit {key: $unit})-[:MEMBER_OF]->(c:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE ($role IS NULL OR r.role = $role) AND NOT EXISTS { MATCH (i)<-[own:RESPONSIBLE_FOR]-(u) WHERE own.derived = false }
  RETURN r, i, c.key AS through
}
WITH r, i, through
ORDER BY i.document, i.ordinal, r.start, r.role, i.key, coalesce(through, '')
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
WITH r, i, d, through
ORDER BY i.document, i.ordinal, r.start, r.role, i.key, coalesce(through, '')
RETURN i.key AS item, d.key AS document, d.title AS document_title, i.path AS path,
  i.ordinal AS ordinal, i.heading AS heading,
  r.role AS role, r.role_as_written AS role_as_written, r.deadline AS deadline, r.derived AS derived, through,
  r.as_written AS as_written, r.start AS start, r.`end` AS `end`, r.quote AS quote, r.rule AS rule
