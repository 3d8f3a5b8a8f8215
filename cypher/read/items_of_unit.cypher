// For which items does a unit answer, in which role and words?
// zh: 某单位负责哪些条目，以何种角色负责，原文如何表述？
// params: unit string, role string = null, limit int = 50, offset int = 0
// returns: item, document, document_title, path, heading, role, role_as_written, deadline, derived, as_written, start, end, quote, rule
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE $role IS NULL OR r.role = $role
WITH r, i
ORDER BY i.document, i.ordinal, r.start, r.role, i.key
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
WITH r, i, d
ORDER BY i.document, i.ordinal, r.start, r.role, i.key
RETURN i.key AS item, d.key AS document, d.title AS document_title, i.path AS path, i.heading AS heading,
  r.role AS role, r.role_as_written AS role_as_written, r.deadline AS deadline, r.derived AS derived,
  r.as_written AS as_written, r.start AS start, r.`end` AS `end`, r.quote AS quote, r.rule AS rule
