// What falls due for a unit, and when?
// zh: 某单位有哪些任务到期，何时到期？
// params: unit string, year string = null, limit int = 50, offset int = 0
// returns: deadline, item, document, document_title, path, ordinal, heading, role, source, metric, start, end, quote, rule
// order: deadline, document, ordinal, item, source, start, role, metric
// sorts: role
// source: clause (the deadline stands where the unit is named) or target (it is that of an aim of the item: metric).
CALL () {
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false AND r.deadline IS NOT NULL
  RETURN i, r.role AS role, r.deadline AS deadline, 'clause' AS source, null AS metric, r.start AS start,
    r.`end` AS `end`, r.quote AS quote, r.rule AS rule
  UNION ALL
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)-[:SETS]->(t:Target)
  WHERE r.derived = false AND t.deadline IS NOT NULL
  RETURN i, r.role AS role, t.deadline AS deadline, 'target' AS source, t.metric AS metric, t.start AS start,
    t.`end` AS `end`, t.quote AS quote, t.rule AS rule
}
WITH i, role, deadline, source, metric, start, `end`, quote, rule
WHERE $year IS NULL OR deadline STARTS WITH $year
WITH i, role, deadline, source, metric, start, `end`, quote, rule
ORDER BY deadline, i.document, i.ordinal, i.key, source, start, role, coalesce(metric, '')
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
RETURN deadline, i.key AS item, d.key AS document, d.title AS document_title, i.path AS path,
  i.ordinal AS ordinal, i.heading AS heading, role,
  source, metric, start, `end`, quote, rule
ORDER BY deadline, document, i.ordinal, item, source, start, role, coalesce(metric, '')
