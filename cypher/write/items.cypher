// Which items has the document?
// zh: 文件有哪些条目？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (i:Item {key: row.key})
SET i.document = row.document, i.path = row.path, i.kind = row.kind, i.ordinal = row.ordinal, i.label = row.label,
    i.heading = row.heading, i.text = row.text, i.start = row.start, i.`end` = row.`end`, i.rule = row.rule, i.run = row.run
