// Which items hang on one unit alone?
// zh: 哪些条目只有一个责任单位（单点）？
// params: document string = null, unit string = null, limit int = 50, offset int = 0
// returns: item, document, document_title, path, ordinal, heading, unit, name, collective, role, start, end, quote, rule
// remembered: yes
// order: document, ordinal, item
// sorts: heading = i.heading, unit = body, role
// A collective is one unit here, though it stands for several (collective).
MATCH (i:Item)<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false AND ($document IS NULL OR i.document = $document)
WITH i, collect(DISTINCT u.key) AS bodies, min(r.role) AS role
WHERE size(bodies) = 1 AND ($unit IS NULL OR bodies[0] = $unit)
WITH i, bodies[0] AS body, role
ORDER BY i.document, i.ordinal, i.key
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
MATCH (i)<-[r:RESPONSIBLE_FOR {role: role, derived: false}]-(u:Unit {key: body})
RETURN i.key AS item, d.key AS document, d.title AS document_title, i.path AS path,
  i.ordinal AS ordinal, i.heading AS heading, u.key AS unit,
  u.name AS name, u:CollectiveUnit AS collective, r.role AS role, r.start AS start, r.`end` AS `end`, r.quote AS quote,
  r.rule AS rule
ORDER BY document, i.ordinal, item
