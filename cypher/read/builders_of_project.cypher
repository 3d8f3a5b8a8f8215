// Who builds a project: which units answer for the items that name it?
// zh: 某项目由谁建设（提到它的条目由哪些单位负责）？
// params: project string
// returns: unit, name, role, item, document, document_title, path, heading, start, end, quote, clause_start, clause_end, clause
// quote: where the project is named; clause: where the unit is. unit is null where an item, or a document outside its
// items (item is null too), names the project and no unit.
MATCH (:Project {key: $project})<-[n:NAMES]-(s)
MATCH (d:Document {key: n.document})
OPTIONAL MATCH (s)<-[r:RESPONSIBLE_FOR {derived: false}]-(u:Unit)
RETURN u.key AS unit, u.name AS name, r.role AS role, CASE WHEN s:Item THEN s.key END AS item, d.key AS document,
  d.title AS document_title, s.path AS path, s.heading AS heading, n.start AS start, n.`end` AS `end`, n.quote AS quote,
  r.start AS clause_start, r.`end` AS clause_end, r.quote AS clause
ORDER BY document, start, coalesce(item, ''), coalesce(clause_start, 0), coalesce(r.`order`, 0), coalesce(unit, ''),
  coalesce(role, '')
