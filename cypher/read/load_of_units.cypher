// Which units carry most: items, leads, what falls due, what they answer for alone?
// zh: 哪些单位任务最重（条目数、牵头数、到期数、独自负责数）？
// params: year string = null, document string = null, jurisdiction string = null, by string = 'items', examples int = 3, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, items, weight, lead, support, due, alone, documents, examples
// remembered: yes
// order: $by desc, items desc, unit
// sorts: name = u.name, items, weight, lead, support, due, alone, documents
// weight: each item counts 1 / its bodies. due: items with a deadline (of the year), in the clause or with a target.
// alone: items with no other body. by: items, weight, lead, due or alone. examples: of what is due.
MATCH (u:Unit)-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false AND ($document IS NULL OR i.document = $document)
  AND ($jurisdiction IS NULL OR u.jurisdiction = $jurisdiction)
WITH u, i, collect(r.role) AS roles, collect(r.deadline) AS deadlines
CALL (i) {
  MATCH (i)<-[q:RESPONSIBLE_FOR]-(o:Unit)
  WHERE q.derived = false
  RETURN count(DISTINCT o.key) AS bodies
}
CALL (i) {
  MATCH (i)-[:SETS]->(t:Target)
  WHERE t.deadline IS NOT NULL AND ($year IS NULL OR t.deadline STARTS WITH $year)
  RETURN count(t) AS dated
}
WITH u, i, roles, bodies, dated + size([d IN deadlines WHERE $year IS NULL OR d STARTS WITH $year]) AS dates
WITH u, count(i) AS items, round(sum(1.0 / bodies), 4) AS weight,
  count(CASE WHEN 'lead' IN roles THEN i END) AS lead, count(CASE WHEN 'support' IN roles THEN i END) AS support,
  count(CASE WHEN dates > 0 THEN i END) AS due, count(CASE WHEN bodies = 1 THEN i END) AS alone,
  count(DISTINCT i.document) AS documents
ORDER BY CASE $by WHEN 'weight' THEN weight WHEN 'lead' THEN 1.0 * lead WHEN 'due' THEN 1.0 * due
  WHEN 'alone' THEN 1.0 * alone ELSE 1.0 * items END DESC, items DESC, u.key
SKIP $offset LIMIT $limit
CALL (u) {
  CALL (u) {
    MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
    WHERE r.derived = false AND r.deadline IS NOT NULL AND ($year IS NULL OR r.deadline STARTS WITH $year)
      AND ($document IS NULL OR i.document = $document)
    RETURN i, r.deadline AS deadline, r.start AS start, r.`end` AS `end`, r.quote AS quote
    UNION
    MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)-[:SETS]->(t:Target)
    WHERE r.derived = false AND t.deadline IS NOT NULL AND ($year IS NULL OR t.deadline STARTS WITH $year)
      AND ($document IS NULL OR i.document = $document)
    RETURN i, t.deadline AS deadline, t.start AS start, t.`end` AS `end`, t.quote AS quote
  }
  WITH i, deadline, start, `end`, quote ORDER BY deadline, i.document, i.ordinal, i.key, start
  LIMIT $examples
  RETURN collect({item: i.key, document: i.document, path: i.path, heading: i.heading, deadline: deadline, start: start,
    `end`: `end`, quote: quote}) AS examples
}
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, items, weight, lead,
  support, due, alone, documents, examples
ORDER BY CASE $by WHEN 'weight' THEN weight WHEN 'lead' THEN 1.0 * lead WHEN 'due' THEN 1.0 * due
  WHEN 'alone' THEN 1.0 * alone ELSE 1.0 * items END DESC, items DESC, unit
