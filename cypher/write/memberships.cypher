// Which units does a collective stand for?
// zh: 集合单位由哪些单位组成（推定）？
// params: rows rows
// returns:
UNWIND $rows AS row
MATCH (c:Unit {key: row.collective})
MATCH (u:Unit {key: row.unit})
MERGE (u)-[r:MEMBER_OF]->(c)
SET r.derived = true
