// Which citations by title alone lead to a document, or to what has this title?
// zh: 哪些仅凭标题的引用指向某文件或同名文件？
// params: title string, document string
// returns: source, kind, cited, properties
CALL () {
  MATCH (d:Document {key: $document})<-[c:CITES]-(s)
  WHERE c.cited_title IS NOT NULL
  RETURN s, c, d
  UNION
  MATCH (d:Document {title_key: $title})<-[c:CITES]-(s)
  WHERE c.cited_title IS NOT NULL
  RETURN s, c, d
}
RETURN s.key AS source, CASE WHEN s:Item THEN 'item' ELSE 'document' END AS kind, d.key AS cited,
  properties(c) AS properties
ORDER BY source, cited
