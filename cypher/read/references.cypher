// Which documents are cited most, and which of them are at hand?
// zh: 哪些文件被引用最多？其中哪些已收录、仅被引用、有歧义、属未公开党内文件或文号不成立？
// params: status string = null, standing string = null, text string = null, examples int = 1, limit int = 50, offset int = 0
// returns: document, title, doc_number, status, standing, items, documents, cited_by, candidates, examples
// remembered: yes
// order: items desc, cited_by desc, document
// sorts: title = d.title, doc_number = d.doc_number, standing, items, documents, cited_by
// standing: held, cited, ambiguous (held documents have its title, none or several fit: the candidates), party (of the
// Party, as a rule not published) or malformed (no document can have this number). cited_by: all places that
// cite it; examples: the first of them.
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
WITH d, items, documents, cited_by, candidates, standing
ORDER BY items DESC, cited_by DESC, d.key
SKIP $offset LIMIT $limit
CALL (d) {
  MATCH (s)-[c:CITES]->(d)
  WITH s, c ORDER BY c.document, c.start, s.key
  LIMIT $examples
  RETURN collect({item: CASE WHEN s:Item THEN s.key END, document: c.document, relation: c.relation, start: c.start,
    `end`: c.`end`, quote: c.quote}) AS examples
}
RETURN d.key AS document, d.title AS title, d.doc_number AS doc_number, d.status AS status, standing, items, documents,
  cited_by, candidates, examples
ORDER BY items DESC, cited_by DESC, document
