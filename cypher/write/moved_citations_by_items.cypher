// Which citations of items lead to another document from now on?
// zh: 把条目的引用改指向另一文件。
// params: rows rows
// returns:
UNWIND $rows AS row
MATCH (source:Item {key: row.source})-[old:CITES {document: row.document, cited_as: row.cited_as}]->(:Document {key: row.cited})
MATCH (d:Document {key: row.now})
MERGE (source)-[r:CITES {document: row.document, cited_as: row.cited_as}]->(d)
SET r += row.properties
DELETE old
