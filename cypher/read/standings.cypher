// How many cited documents are held, cited only, ambiguous, of the Party or malformed?
// zh: 被引用的文件中，已收录、仅被引用、有歧义、未公开党内文件、文号不成立的各有多少？
// params:
// returns: standing, documents, items
// remembered: yes
// standing as in references; items: items that depend on one of them.
MATCH (s)-[c:CITES]->(d:Document)
CALL (d) {
  OPTIONAL MATCH (h:Document {title_key: d.title_key})
  WHERE h.status = 'held' AND d.status = 'cited'
  RETURN count(h) AS candidates
}
WITH s, d, CASE WHEN d.status = 'held' THEN 'held' WHEN d.standing IS NOT NULL THEN d.standing
    WHEN candidates > 0 THEN 'ambiguous' ELSE 'cited' END AS standing
WITH standing, count(DISTINCT d.key) AS documents, count(DISTINCT CASE WHEN s:Item THEN s.key END) AS items
RETURN standing, documents, items
ORDER BY documents DESC, standing
