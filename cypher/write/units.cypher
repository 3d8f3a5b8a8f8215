// Which units are named?
// zh: 提到了哪些单位？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (u:Unit {key: row.key})
ON CREATE SET u.name = row.name, u.jurisdiction = row.jurisdiction
