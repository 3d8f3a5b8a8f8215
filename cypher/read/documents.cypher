// Which documents are there, held or only cited, and how much do they hold?
// zh: 有哪些文件（已收录或仅被引用），各含多少内容？
// params: status string = null, text string = null, jurisdiction string = null, year string = null, limit int = 50, offset int = 0
// returns: key, title, doc_number, issued_on, status, jurisdiction, items, units, cited_by
// order: status desc, issued_on desc, key
// sorts: title = d.title, doc_number = d.doc_number, issued_on = d.issued_on, jurisdiction = d.jurisdiction, items late, units late, cited_by late
// items: numbered measures; cited_by: places (items, or documents outside their items) that cite it.
MATCH (d:Document)
WHERE ($status IS NULL OR d.status = $status)
  AND ($text IS NULL OR toLower(d.title) CONTAINS toLower($text) OR toLower(d.doc_number) CONTAINS toLower($text))
  AND ($jurisdiction IS NULL OR d.jurisdiction = $jurisdiction) AND ($year IS NULL OR d.issued_on STARTS WITH $year)
WITH d
ORDER BY d.status DESC, coalesce(d.issued_on, '') DESC, d.key
SKIP $offset LIMIT $limit
CALL (d) {
  MATCH (i:Item {document: d.key})
  WHERE i.kind = 'measure'
  RETURN count(i) AS items
}
CALL (d) {
  MATCH (i:Item {document: d.key})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  RETURN count(DISTINCT u.key) AS units
}
CALL (d) {
  MATCH (d)<-[:CITES]-(s)
  RETURN count(DISTINCT s.key) AS cited_by
}
RETURN d.key AS key, d.title AS title, d.doc_number AS doc_number, d.issued_on AS issued_on, d.status AS status,
  d.jurisdiction AS jurisdiction, items, units, cited_by
ORDER BY status DESC, coalesce(issued_on, '') DESC, key
