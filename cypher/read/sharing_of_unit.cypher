// Who shares responsibility with a unit, in which roles, and how closely, where a unit named everywhere counts for little?
// zh: 哪些单位与某单位共同负责，各为何种角色，联系有多紧密（处处被点名的单位不占优）？
// params: unit string, document string = null, by string = 'cosine', examples int = 3, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, shared, own_items, partner_items, cosine, fractional, roles, examples
// order: $by desc, shared desc, unit
// sorts: name = p.name, shared, partner_items, cosine, fractional
// shared: distinct items. cosine: shared / sqrt(own_items * partner_items). fractional: each shared item counts
// 1 / (bodies of the item - 1). by: cosine, fractional or shared. Only what is written counts. document: only its items.
MATCH (u:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false AND ($document IS NULL OR i.document = $document)
WITH DISTINCT i
CALL (i) {
  MATCH (i)<-[q:RESPONSIBLE_FOR]-(o:Unit)
  WHERE q.derived = false
  RETURN collect(DISTINCT o.key) AS bodies
}
WITH collect(bodies) AS lists
WITH lists, size(lists) AS own_items
UNWIND lists AS bodies
UNWIND [body IN bodies WHERE body <> $unit] AS partner
WITH partner, own_items, count(*) AS shared, sum(1.0 / (size(bodies) - 1)) AS weight
MATCH (p:Unit {key: partner})
CALL (p) {
  MATCH (p)-[q:RESPONSIBLE_FOR]->(j:Item)
  WHERE q.derived = false AND ($document IS NULL OR j.document = $document)
  RETURN count(DISTINCT j.key) AS partner_items
}
WITH p, own_items, partner_items, shared, round(weight, 4) AS fractional,
  round(shared / sqrt(1.0 * own_items * partner_items), 4) AS cosine
ORDER BY CASE $by WHEN 'shared' THEN 1.0 * shared WHEN 'fractional' THEN fractional ELSE cosine END DESC, shared DESC, p.key
SKIP $offset LIMIT $limit
CALL (p) {
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(p)
  WHERE r.derived = false AND q.derived = false AND ($document IS NULL OR i.document = $document)
  WITH r.role AS role, q.role AS partner_role, count(DISTINCT i.key) AS items
  ORDER BY items DESC, role, partner_role
  RETURN collect({role: role, partner_role: partner_role, items: items}) AS roles
}
CALL (p) {
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(p)
  WHERE r.derived = false AND q.derived = false AND ($document IS NULL OR i.document = $document)
  WITH i, r, q ORDER BY i.document, i.ordinal, i.key, r.role, q.role
  LIMIT $examples
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, role: r.role,
    partner_role: q.role, start: r.start, `end`: r.`end`, quote: r.quote}) AS examples
}
RETURN p.key AS unit, p.name AS name, p.jurisdiction AS jurisdiction, p:CollectiveUnit AS collective, shared, own_items,
  partner_items, cosine, fractional, roles, examples
ORDER BY CASE $by WHEN 'shared' THEN 1.0 * shared WHEN 'fractional' THEN fractional ELSE cosine END DESC, shared DESC, unit
