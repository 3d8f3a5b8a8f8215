// What is known of documents that may have been loaded: their digests, versions and titles?
// zh: 文件装载时的摘要、版本与标题是什么？
// params: documents list
// returns: document, digest, status, version, facts, title_key, sha256
UNWIND $documents AS document
MATCH (d:Document {key: document})
RETURN d.key AS document, d.digest AS digest, d.status AS status, d.version AS version, d.facts AS facts,
  d.title_key AS title_key, d.sha256 AS sha256
