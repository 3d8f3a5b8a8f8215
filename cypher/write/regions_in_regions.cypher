// Which region lies within which?
// zh: 哪个地区属于哪个地区？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (inner:Region {key: row.key})
MATCH (outer:Region {key: row.within})
MERGE (inner)-[:WITHIN]->(outer)
