// Which unit belongs to which region?
// zh: 哪个单位属于哪个地区？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (u:Unit {key: row.unit})
MATCH (g:Region {key: row.region})
MERGE (u)-[:IN_REGION]->(g)
