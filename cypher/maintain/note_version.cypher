// How is a version of a document kept?
// zh: 保存文件的一个版本。
// params: key string, document string, loaded_at string, packed string, source_name string, checksum string
// returns:
OPTIONAL MATCH (other:Version {document: $document})
WITH coalesce(max(other.ordinal), 0) AS last
MERGE (v:Version {key: $key})
ON CREATE SET v.ordinal = last + 1
SET v.document = $document, v.loaded_at = $loaded_at, v.packed = $packed, v.source_name = $source_name,
    v.sha256 = $checksum
