// Which unit issued the document?
// zh: 哪个单位印发了文件？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (d:Document {key: row.document})
MATCH (u:Unit {key: row.unit})
MERGE (d)<-[r:ISSUED]-(u)
SET r.`order` = row.`order`, r.document = row.document, r.start = row.start, r.`end` = row.`end`, r.quote = row.quote, r.rule = row.rule,
    r.run = row.run
