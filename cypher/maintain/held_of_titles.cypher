// Which held documents have these titles?
// zh: 哪些已收录文件使用这些标题？
// params: titles list
// returns: title_key, key, issuers
UNWIND $titles AS title
MATCH (d:Document {title_key: title})
WHERE d.status = 'held'
CALL (d) {
  MATCH (d)<-[:ISSUED]-(u:Unit)
  RETURN collect(u.name) AS issuers
}
RETURN d.title_key AS title_key, d.key AS key, issuers
ORDER BY key
