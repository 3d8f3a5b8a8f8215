// How are versions of documents kept?
// zh: 保存文件的版本。
// params: rows rows
// returns:
UNWIND $rows AS row
OPTIONAL MATCH (other:Version {document: row.document})
WITH row, coalesce(max(other.ordinal), 0) AS last
MERGE (v:Version {key: row.key})
ON CREATE SET v.ordinal = last + 1
SET v.document = row.document, v.loaded_at = row.loaded_at, v.packed = row.packed, v.source_name = row.source_name,
    v.sha256 = row.checksum
