// Through which chain of citations does a document hang together from the centre to the counties?
// zh: 某文件上下贯通的引用链（中央→省→市→区县）是怎样的？
// params: document string, limit int = 20
// returns: chain, step, cited, cited_title, cited_level, document, document_title, level, relation, citations, item, start, end, quote
// fetched: document, cited, item, relation, start, end, quote
// further: cited_of_documents, citing_of_documents, levels_of_documents
// One row a step, from the top down: document, on a lower level, cites what stands above it, citations times; the words
// are those of the first place. The statement finds the first step up and down; graph.citing goes on, with the further
// queries, and gives the longest chains, limit at most. A document whose level nothing tells stands in none.
CALL () {
  MATCH (i:Item {document: $document})-[c:CITES]->(d:Document)
  RETURN $document AS document, d.key AS cited, i.key AS item, c
  UNION ALL
  MATCH (:Document {key: $document})-[c:CITES]->(d:Document)
  RETURN $document AS document, d.key AS cited, null AS item, c
  UNION ALL
  MATCH (:Document {key: $document})<-[c:CITES]-(s)
  RETURN c.document AS document, $document AS cited, CASE WHEN s:Item THEN s.key END AS item, c
}
WITH document, cited, item, c
WHERE document <> cited
RETURN document, cited, item, c.relation AS relation, c.start AS start, c.`end` AS `end`, c.quote AS quote
ORDER BY document, cited, start, coalesce(item, '')
