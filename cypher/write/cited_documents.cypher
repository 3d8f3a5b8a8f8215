// Which documents are cited?
// zh: 引用了哪些文件？
// params: rows rows
// returns: 
UNWIND $rows AS row
MERGE (d:Document {key: row.key})
ON CREATE SET d.status = 'cited'
SET d.title = coalesce(d.title, row.title), d.doc_number = coalesce(d.doc_number, row.doc_number),
    d.title_key = coalesce(d.title_key, row.title_key), d.standing = coalesce(d.standing, row.standing)
