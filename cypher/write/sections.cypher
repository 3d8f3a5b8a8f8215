// Which sections has the document?
// zh: 文件有哪些章节？
// params: rows rows
// returns: 
UNWIND $rows AS row
MATCH (d:Document {key: row.document})
MERGE (s:Section {key: row.key})
SET s.document = row.document, s.ordinal = row.ordinal, s.label = row.label, s.heading = row.heading,
    s.start = row.start, s.`end` = row.`end`, s.run = row.run
MERGE (s)-[:PART_OF]->(d)
