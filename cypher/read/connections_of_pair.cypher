// How do two units hang together, over which units and items?
// zh: 两个单位如何关联（最短路径及每一步的依据）？
// params: unit string, partner string, ways int = 3, steps int = 4, collectives boolean = true, document string = null, examples int = 2
// returns: way, step, unit, name, partner, partner_name, shared, cosine, examples
// fetched: units
// further: evidence_of_pairs, names_of_units
// One row a step of a way; two units are one step apart where both answer for an item. Fewest steps first, steps at most;
// of equal ones those whose units share more of their items (cosine: shared / root of the product of both units' items).
// examples: clauses that name both. collectives: false leaves out bodies of bodies, which join everything.
// The statement finds who answers together; graph.connection looks for the ways.
CALL () {
  WITH $document AS document WHERE document IS NOT NULL
  MATCH (i:Item {document: document})
  RETURN i
  UNION ALL
  WITH $document AS document WHERE document IS NULL
  MATCH (i:Item)
  RETURN i
}
MATCH (i)<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false AND ($collectives OR NOT u:CollectiveUnit OR u.key IN [$unit, $partner])
WITH i.key AS item, collect(DISTINCT u.key) AS units
RETURN units
ORDER BY item
