// Which two units share responsibility most closely, where a unit named everywhere counts for little?
// zh: 哪两个单位共同负责的联系最紧密（处处被点名的单位不占优）？
// params: minimum int = 2, document string = null, collectives boolean = true, by string = 'cosine', examples int = 3, limit int = 50, offset int = 0
// returns: unit, name, partner, partner_name, shared, items, partner_items, cosine, fractional, examples
// remembered: yes
// order: $by desc, shared desc, unit, partner
// sorts: name late, partner_name late, shared, cosine, fractional
// The weights of sharing_of_unit. collectives: false leaves out bodies of bodies, which join everything, as if they were
// not named. minimum: shared items; two units that are named once, together, are as close as can be, so that 1 shows
// little. Each pair once, the smaller key first.
CALL () {
  WITH $document AS document WHERE document IS NULL
  MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false AND ($collectives OR NOT u:CollectiveUnit)
  RETURN i.key AS item, collect(DISTINCT u.key) AS bodies
  UNION ALL
  WITH $document AS document WHERE document IS NOT NULL
  MATCH (i:Item {document: document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false AND ($collectives OR NOT u:CollectiveUnit)
  RETURN i.key AS item, collect(DISTINCT u.key) AS bodies
}
UNWIND bodies AS body
WITH body, count(*) AS items, collect(bodies) AS lists
UNWIND lists AS bodies
UNWIND [other IN bodies WHERE other <> body] AS other
WITH body, items, other, count(*) AS shared, sum(1.0 / (size(bodies) - 1)) AS weight
WHERE shared >= $minimum
// Each pair stands here twice, from either side, and each side brings its own number of items.
WITH CASE WHEN body < other THEN body ELSE other END AS unit, CASE WHEN body < other THEN other ELSE body END AS partner,
  max(CASE WHEN body < other THEN items END) AS items, max(CASE WHEN body > other THEN items END) AS partner_items,
  max(shared) AS shared, max(weight) AS weight
WITH unit, partner, items, partner_items, shared, round(weight, 4) AS fractional,
  round(shared / sqrt(1.0 * items * partner_items), 4) AS cosine
ORDER BY CASE $by WHEN 'shared' THEN 1.0 * shared WHEN 'fractional' THEN fractional ELSE cosine END DESC, shared DESC, unit,
  partner
SKIP $offset LIMIT $limit
MATCH (a:Unit {key: unit})
MATCH (b:Unit {key: partner})
CALL (a, b) {
  MATCH (a)-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(b)
  WHERE r.derived = false AND q.derived = false AND ($document IS NULL OR i.document = $document)
  WITH i, r, q ORDER BY i.document, i.ordinal, i.key, r.role, q.role
  LIMIT $examples
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, role: r.role,
    partner_role: q.role, start: r.start, `end`: r.`end`, quote: r.quote}) AS examples
}
RETURN unit, a.name AS name, partner, b.name AS partner_name, shared, items, partner_items, cosine, fractional, examples
ORDER BY CASE $by WHEN 'shared' THEN 1.0 * shared WHEN 'fractional' THEN fractional ELSE cosine END DESC, shared DESC, unit,
  partner
