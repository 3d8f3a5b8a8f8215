// Which targets does a document set?
// zh: 某文件提出了哪些目标？
// params: document string
// returns: key, item, path, metric, comparator, value, unit, deadline, start, end, quote, rule
MATCH (t:Target {document: $document})<-[:SETS]-(s)
RETURN t.key AS key, CASE WHEN s:Item THEN s.key END AS item, s.path AS path, t.metric AS metric,
  t.comparator AS comparator, t.value AS value, t.unit AS unit, t.deadline AS deadline,
  t.start AS start, t.`end` AS `end`, t.quote AS quote, t.rule AS rule
ORDER BY start, key
