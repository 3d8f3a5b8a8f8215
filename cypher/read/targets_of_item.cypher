// Which targets does an item set?
// zh: 某条目提出了哪些目标？
// params: item string
// returns: key, item, metric, comparator, value, unit, deadline, start, end, quote, rule
MATCH (i:Item {key: $item})-[:SETS]->(t:Target)
RETURN t.key AS key, i.key AS item, t.metric AS metric, t.comparator AS comparator, t.value AS value, t.unit AS unit,
  t.deadline AS deadline, t.start AS start, t.`end` AS `end`, t.quote AS quote, t.rule AS rule
ORDER BY start, key
