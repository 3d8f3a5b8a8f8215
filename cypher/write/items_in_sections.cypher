// Which items stand directly in which section?
// zh: 哪些条目直接属于哪个章节？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (i:Item {key: row.item})
MATCH (parent:Section {key: row.parent})
MERGE (i)-[r:PART_OF]->(parent)
SET r.run = row.run
