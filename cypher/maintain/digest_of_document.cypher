// Which digest has the document been loaded with?
// zh: 文件装载时的摘要是什么？
// params: document string
// returns: digest, status
MATCH (d:Document {key: $document})
RETURN d.digest AS digest, d.status AS status
