// Which duties were read from a clause that names no role?
// zh: 哪些责任条款没有写明角色（按负责理解）？
// params: document string = null, limit int = 50, offset int = 0
// returns: document, item, path, unit, name, role, as_written, start, end, quote, rule
// order: document, start, unit, item, role
// sorts: unit, item
MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.role_as_written IS NULL AND r.derived = false AND ($document IS NULL OR i.document = $document)
RETURN i.document AS document, i.key AS item, i.path AS path, u.key AS unit, u.name AS name, r.role AS role,
  r.as_written AS as_written, r.start AS start, r.`end` AS `end`, r.quote AS quote, r.rule AS rule
ORDER BY document, start, unit, item, role
SKIP $offset LIMIT $limit
