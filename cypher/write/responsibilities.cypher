// Which unit answers for which item?
// zh: 哪个单位负责哪个条目？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (i:Item {key: row.item})
MATCH (u:Unit {key: row.unit})
// From the item, which has few edges: from a unit with thousands the same MERGE is quadratic.
MERGE (i)<-[r:RESPONSIBLE_FOR {role: row.role, derived: row.derived}]-(u)
SET r.role_as_written = row.role_as_written, r.`order` = row.`order`, r.`group` = row.`group`, r.as_written = row.as_written,
    r.unit_start = row.unit_start, r.unit_end = row.unit_end, r.`open` = row.`open`, r.deadline = row.deadline,
    r.document = row.document, r.start = row.start, r.`end` = row.`end`, r.quote = row.quote, r.rule = row.rule,
    r.run = row.run
