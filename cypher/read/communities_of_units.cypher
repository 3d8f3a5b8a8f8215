// Which groups of units share responsibility with each other more than with the rest?
// zh: 协作网络可分为哪些群体？
// params: document string = null, jurisdiction string = null, minimum int = 1, most int = 1000, seed int = 7, limit int = 50, offset int = 0
// returns: community, size, inside, modularity, units, unit, name, partner, partner_name, shared, item, document, start, end, quote
// remembered: yes
// fetched: units
// further: evidence_of_pairs, names_of_units
// Louvain's method; the same seed gives the same groups. inside: part of the members' ties that stay among them.
// modularity: of the whole division, from -0.5 to 1. units: the first by weight inside. unit and partner: the heaviest tie
// inside, with a clause that names both. Units without partners belong to none. most: units, those with most items.
// The statement finds who answers together; graph.network computes the rest.
CALL () {
  WITH $document AS document WHERE document IS NOT NULL
  MATCH (i:Item {document: document})
  RETURN i
  UNION ALL
  WITH $jurisdiction AS jurisdiction WHERE jurisdiction IS NOT NULL AND $document IS NULL
  MATCH (d:Document {status: 'held', jurisdiction: jurisdiction})
  MATCH (i:Item {document: d.key})
  RETURN i
  UNION ALL
  WITH $document AS document WHERE document IS NULL AND $jurisdiction IS NULL
  MATCH (i:Item)
  RETURN i
}
MATCH (i)<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false
WITH i.key AS item, collect(DISTINCT u.key) AS units
RETURN units
ORDER BY item
