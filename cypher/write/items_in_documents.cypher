// Which items stand directly in which document?
// zh: 哪些条目直接属于哪个文件？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (i:Item {key: row.item})
MATCH (parent:Document {key: row.parent})
MERGE (i)-[r:PART_OF]->(parent)
SET r.run = row.run
