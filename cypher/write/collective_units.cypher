// Which collective units are named?
// zh: 提到了哪些集合单位（各区、各部门）？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (u:Unit:CollectiveUnit {key: row.key})
ON CREATE SET u.name = row.name, u.jurisdiction = row.jurisdiction, u.derived = row.derived
SET u.kind = row.kind, u.level = row.level, u.derived = u.derived AND row.derived
