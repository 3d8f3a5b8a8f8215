// Which items stand directly in which item?
// zh: 哪些条目直接属于哪个条目？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (i:Item {key: row.item})
MATCH (parent:Item {key: row.parent})
MERGE (i)-[r:PART_OF]->(parent)
SET r.run = row.run
