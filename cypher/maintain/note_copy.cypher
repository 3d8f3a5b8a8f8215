// Which other print of a document was seen?
// zh: 记录文件的另一份文本（同一文件的不同来源）。
// params: document string, source_name string, checksum string
// returns:
MATCH (d:Document {key: $document})
WHERE NOT $checksum IN coalesce(d.copies, [])
SET d.copies = coalesce(d.copies, []) + [$checksum], d.copy_names = coalesce(d.copy_names, []) + [$source_name]
