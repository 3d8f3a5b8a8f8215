// Which clauses name both units of each of these pairs?
// zh: 哪些责任条款同时点名这些单位对中的两个单位？
// params: units list, partners list, document string = null, jurisdiction string = null, examples int = 3
// returns: unit, partner, shared, examples
// The first unit with the first partner, the second with the second … document, jurisdiction: only items of this document,
// or of documents that speak for this place.
UNWIND range(0, size($units) - 1) AS n
WITH $units[n] AS unit, $partners[n] AS partner
CALL (unit, partner) {
  MATCH (:Unit {key: unit})-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(:Unit {key: partner})
  WHERE r.derived = false AND q.derived = false AND ($document IS NULL OR i.document = $document)
    AND ($jurisdiction IS NULL OR EXISTS { MATCH (d:Document {key: i.document}) WHERE d.jurisdiction = $jurisdiction })
  WITH i, r, q ORDER BY i.document, i.ordinal, i.key, r.role, q.role
  RETURN count(DISTINCT i.key) AS shared, collect({item: i.key, document: i.document, path: i.path, heading: i.heading,
    role: r.role, partner_role: q.role, start: r.start, `end`: r.`end`, quote: r.quote}) AS all
}
RETURN unit, partner, shared, all[0..$examples] AS examples
ORDER BY unit, partner
