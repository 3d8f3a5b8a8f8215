// What is left of a document that is held no longer but may still be cited?
// zh: 把不再持有的文件变回仅被引用的状态。
// params: document string
// returns: 
MATCH (d:Document {key: $document})
SET d.status = 'cited', d.text = null, d.digest = null, d.recipients = null, d.issued_on = null, d.jurisdiction = null,
    d.source_name = null, d.sha256 = null, d.media_type = null, d.warnings = null, d.version = null,
    d.facts = null, d.copies = null, d.copy_names = null
