// How are versions put back as they were kept?
// zh: 按备份恢复文件的各版本。
// params: rows rows
// returns:
UNWIND $rows AS row
MERGE (v:Version {key: row.key})
SET v.document = row.document, v.ordinal = row.ordinal, v.loaded_at = row.loaded_at, v.packed = row.packed,
    v.source_name = row.source_name, v.sha256 = row.sha256
