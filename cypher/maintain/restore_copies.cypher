// How are the other prints of documents noted as they were?
// zh: 按备份恢复文件的其他文本记录。
// params: rows rows
// returns:
UNWIND $rows AS row
MATCH (d:Document {key: row.document})
SET d.copies = row.copies, d.copy_names = row.copy_names
