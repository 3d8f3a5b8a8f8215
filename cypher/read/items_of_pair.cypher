// For which items do two units answer together, each in which role?
// zh: 两个单位共同负责哪些条目，各为何种角色？
// params: unit string, partner string, document string = null, limit int = 50, offset int = 0
// returns: item, document, document_title, path, ordinal, heading, role, partner_role, start, end, quote
// order: document, ordinal, item, role, partner_role
// sorts: heading = i.heading, role = r.role
// One row for each pair of roles; start, end and quote are those of the clause that names the first unit.
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(:Unit {key: $partner})
WHERE r.derived = false AND q.derived = false AND $unit <> $partner
  AND ($document IS NULL OR i.document = $document)
WITH r, i, q
ORDER BY i.document, i.ordinal, i.key, r.role, q.role
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
WITH r, i, q, d
ORDER BY i.document, i.ordinal, i.key, r.role, q.role
RETURN i.key AS item, d.key AS document, d.title AS document_title, i.path AS path,
  i.ordinal AS ordinal, i.heading AS heading,
  r.role AS role, q.role AS partner_role, r.start AS start, r.`end` AS `end`, r.quote AS quote
