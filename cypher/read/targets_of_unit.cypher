// Which targets does a unit answer for, in which role?
// zh: 某单位承担哪些目标，以何种角色承担？
// params: unit string, year string = null, text string = null, limit int = 50, offset int = 0
// returns: target, item, document, document_title, path, heading, role, metric, comparator, value, measure, deadline, start, end, quote, rule
// order: deadline, document, start, target, role
// sorts: metric = t.metric, value = t.value, deadline = t.deadline
// role: the unit's in the item that sets the target.
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)-[:SETS]->(t:Target)
WHERE r.derived = false AND ($year IS NULL OR t.deadline STARTS WITH $year)
  AND ($text IS NULL OR toLower(t.metric) CONTAINS toLower($text) OR toLower(t.quote) CONTAINS toLower($text))
WITH r, i, t
ORDER BY coalesce(t.deadline, '9999'), t.document, t.start, t.key, r.role
SKIP $offset LIMIT $limit
MATCH (d:Document {key: t.document})
RETURN t.key AS target, i.key AS item, d.key AS document, d.title AS document_title, i.path AS path, i.heading AS heading,
  r.role AS role, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS measure,
  t.deadline AS deadline, t.start AS start, t.`end` AS `end`, t.quote AS quote, t.rule AS rule
ORDER BY coalesce(deadline, '9999'), document, start, target, role
