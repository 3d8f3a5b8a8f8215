// Which documents are held?
// zh: 持有哪些文件？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (d:Document {key: row.key})
SET d.title = row.title, d.doc_number = row.doc_number, d.issued_on = row.issued_on, d.recipients = row.recipients,
    d.jurisdiction = row.jurisdiction, d.status = 'held', d.text = row.text, d.source_name = row.source_name,
    d.sha256 = row.sha256, d.media_type = row.media_type, d.warnings = row.warnings, d.title_key = row.title_key,
    d.version = row.version, d.facts = row.facts, d.digest = row.run
