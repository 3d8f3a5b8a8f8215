// Which units stand in the middle of the net of shared responsibility, and which between its parts?
// zh: 哪些单位处于协作网络的中心，哪些是各群体之间的桥梁？
// params: document string = null, jurisdiction string = null, by string = 'betweenness', minimum int = 1, most int = 1000, seed int = 7, limit int = 50, offset int = 0
// returns: unit, name, jurisdiction, collective, items, degree, strength, betweenness, estimated, effective_size, constraint, community, closest, closest_name, shared, item, document, start, end, quote
// remembered: yes
// fetched: units
// further: evidence_of_pairs, names_of_units
// degree: partners, with minimum shared items each. strength: shared items, each divided among the partners in it, so that
// one who is named in every item counts no more. betweenness: share of shortest ways over the unit, an estimate where the
// net is large. Burt's effective_size: partners without what they have in common; a low constraint: it stands between
// groups. community: as communities_of_units numbers them. closest: the heaviest tie, with a clause that names both.
// by: betweenness, degree, strength, effective_size or constraint (lowest first). most: units, those with most items.
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
