// Which versions of a document were loaded, and when?
// zh: 某文件装载过哪些版本，何时装载？
// params: document string
// returns: version, ordinal, loaded_at, source_name, sha256, current
MATCH (v:Version {document: $document})
MATCH (d:Document {key: $document})
RETURN v.key AS version, v.ordinal AS ordinal, v.loaded_at AS loaded_at, v.source_name AS source_name,
  v.sha256 AS sha256, v.key = d.version AS current
ORDER BY ordinal DESC
