// Which projects are named?
// zh: 提到了哪些项目？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (p:Project {key: row.key})
ON CREATE SET p.name = row.name, p.jurisdiction = row.jurisdiction
