// Which unit took over from which?
// zh: 哪个单位承继了哪个单位的职责（推定）？
// params: rows rows
// returns:
UNWIND $rows AS row
MATCH (a:Unit {key: row.before})
MATCH (b:Unit {key: row.after})
MERGE (a)-[r:SUCCEEDED_BY]->(b)
SET r.derived = true, r.`on` = row.`on`, r.source = row.source
