// Which other prints of documents were seen, a page of documents at a time?
// zh: 各文件见过哪些其他文本（分页）？
// params: after string, limit int = 1000
// returns: document, copies, copy_names
MATCH (d:Document)
WHERE d.key > $after AND d.status = 'held' AND d.copies IS NOT NULL
RETURN d.key AS document, d.copies AS copies, d.copy_names AS copy_names
ORDER BY document
LIMIT $limit
