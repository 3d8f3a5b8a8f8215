// What is known of a document that may have been loaded: its digest, version and title?
// zh: 文件装载时的摘要、版本与标题是什么？
// params: document string
// returns: digest, status, version, facts, title_key, sha256
MATCH (d:Document {key: $document})
RETURN d.digest AS digest, d.status AS status, d.version AS version, d.facts AS facts, d.title_key AS title_key,
  d.sha256 AS sha256
