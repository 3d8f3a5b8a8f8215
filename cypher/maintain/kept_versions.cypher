// What is kept of every version of every document, a page at a time?
// zh: 各文件的各版本保存了什么（分页）？
// params: after string, limit int = 20
// returns: key, document, ordinal, loaded_at, source_name, sha256, packed, current
MATCH (v:Version)
WHERE v.key > $after
WITH v
ORDER BY v.key
LIMIT $limit
OPTIONAL MATCH (d:Document {key: v.document, status: 'held'})
RETURN v.key AS key, v.document AS document, v.ordinal AS ordinal, v.loaded_at AS loaded_at,
  v.source_name AS source_name, v.sha256 AS sha256, v.packed AS packed, coalesce(d.version = v.key, false) AS current
ORDER BY key
