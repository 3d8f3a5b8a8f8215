// Which item names which project?
// zh: 哪个条目提到了哪个项目？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (source:Item {key: row.source})
MATCH (p:Project {key: row.project})
MERGE (source)-[r:NAMES {document: row.document}]->(p)
SET r.start = row.start, r.`end` = row.`end`, r.quote = row.quote, r.rule = row.rule,
    r.run = row.run
