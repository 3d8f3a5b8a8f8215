// Which documents are cited most, and which of them are at hand?
// zh: 哪些文件被引用最多？其中哪些已收录、仅被引用、有歧义、属未公开党内文件或文号不成立？
// params: status string = null, standing string = null, text string = null, limit int = 50, offset int = 0
// returns: document, title, doc_number, status, standing, items, documents, cited_by, candidates
// remembered: yes
// standing: held, cited, ambiguous (held documents have its title, none or several fit: the candidates), party (of the
// Party, as a rule not published) or malformed (no document can have this number). cited_by: all places that cite it.
MATCH (s)-[c:CITES]->(d:Document)
WHERE ($status IS NULL OR d.status = $status)
  AND ($text IS NULL OR toLower(d.title) CONTAINS toLower($text) OR toLower(d.doc_number) CONTAINS toLower($text))
WITH d, count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items, count(DISTINCT c.document) AS documents,
  count(DISTINCT s.key) AS cited_by
CALL (d) {
  MATCH (h:Document {title_key: d.title_key})
  WHERE h.status = 'held' AND d.status = 'cited'
  WITH h ORDER BY h.key
  RETURN collect({key: h.key, title: h.title, doc_number: h.doc_number}) AS candidates
}
WITH d, items, documents, cited_by, candidates,
  CASE WHEN d.status = 'held' THEN 'held' WHEN d.standing IS NOT NULL THEN d.standing
    WHEN size(candidates) > 0 THEN 'ambiguous' ELSE 'cited' END AS standing
WHERE $standing IS NULL OR standing = $standing
RETURN d.key AS document, d.title AS title, d.doc_number AS doc_number, d.status AS status, standing, items, documents,
  cited_by, candidates
ORDER BY items DESC, cited_by DESC, document
SKIP $offset LIMIT $limit
