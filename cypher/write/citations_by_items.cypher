// Which item cites which document?
// zh: 哪个条目引用了哪个文件？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (source:Item {key: row.source})
MATCH (cited:Document {key: row.cited})
MERGE (source)-[r:CITES {document: row.document, cited_as: row.cited_as}]->(cited)
SET r.relation = row.relation, r.cited_title = row.cited_title, r.start = row.start, r.`end` = row.`end`, r.quote = row.quote, r.rule = row.rule,
    r.run = row.run
