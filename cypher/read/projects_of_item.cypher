// Which projects does an item name?
// zh: 某条目提到了哪些项目？
// params: item string
// returns: item, project, name, start, end, quote, rule
MATCH (i:Item {key: $item})-[n:NAMES]->(p:Project)
RETURN i.key AS item, p.key AS project, p.name AS name, n.start AS start, n.`end` AS `end`, n.quote AS quote,
  n.rule AS rule
ORDER BY start, project
