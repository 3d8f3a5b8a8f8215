// Which citations by title alone lead to these documents, or to what has one of these titles?
// zh: 哪些仅凭标题的引用指向某些文件或同名文件？
// params: titles list, documents list
// returns: source, kind, cited, properties
CALL () {
  UNWIND $documents AS document
  MATCH (d:Document {key: document})<-[c:CITES]-(s)
  WHERE c.cited_title IS NOT NULL
  RETURN s, c, d
  UNION
  UNWIND $titles AS title
  MATCH (d:Document {title_key: title})<-[c:CITES]-(s)
  WHERE c.cited_title IS NOT NULL
  RETURN s, c, d
}
RETURN s.key AS source, CASE WHEN s:Item THEN 'item' ELSE 'document' END AS kind, d.key AS cited,
  properties(c) AS properties
ORDER BY source, cited
