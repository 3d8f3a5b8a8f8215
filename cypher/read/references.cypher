// Which documents are cited most?
// zh: 哪些文件被引用最多？
// params: status string = null, limit int = 50, offset int = 0
// returns: document, title, doc_number, status, items, documents, cited_by
// cited_by: all places that cite it, items and (outside items) documents.
MATCH (s)-[c:CITES]->(d:Document)
WHERE $status IS NULL OR d.status = $status
WITH d, count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items, count(DISTINCT c.document) AS documents,
  count(DISTINCT s.key) AS cited_by
RETURN d.key AS document, d.title AS title, d.doc_number AS doc_number, d.status AS status, items, documents, cited_by
ORDER BY cited_by DESC, document
SKIP $offset LIMIT $limit
