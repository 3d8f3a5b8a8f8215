// Which item sets which target?
// zh: 哪个条目设定了哪个目标？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (source:Item {key: row.source})
MERGE (t:Target {key: row.key})
SET t.document = row.document, t.metric = row.metric, t.comparator = row.comparator, t.value = row.value,
    t.unit = row.unit, t.deadline = row.deadline, t.start = row.start, t.`end` = row.`end`, t.quote = row.quote,
    t.rule = row.rule, t.run = row.run
MERGE (source)-[r:SETS]->(t)
SET r.run = row.run
