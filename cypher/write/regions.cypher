// Which regions are spoken of?
// zh: 涉及哪些地区？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (g:Region {key: row.key})
ON CREATE SET g.name = row.name, g.level = row.level
