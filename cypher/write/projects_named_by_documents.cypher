// Which document names which project?
// zh: 哪个文件提到了哪个项目？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (source:Document {key: row.source})
MATCH (p:Project {key: row.project})
MERGE (source)-[r:NAMES {document: row.document}]->(p)
SET r.start = row.start, r.`end` = row.`end`, r.quote = row.quote, r.rule = row.rule,
    r.run = row.run
