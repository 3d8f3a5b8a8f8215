// Which units of a document share how many of its items, as the filled cells of a matrix?
// zh: 某文件的单位×单位矩阵中，哪些单位共同负责多少条目？
// params: document string, units int = 60
// returns: unit, name, unit_items, partner, partner_name, partner_items, shared, cosine, fractional, item, start, end, quote
// The upper half: unit is the smaller key. units: those with most items. The weights of sharing_of_unit, within the
// document; fractional counts all bodies of an item. item, start, end and quote: the first item that both share.
CALL () {
  MATCH (i:Item {document: $document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH u, count(DISTINCT i.key) AS n
  ORDER BY n DESC, u.key
  LIMIT $units
  RETURN collect(u.key) AS kept, collect(n) AS sizes
}
MATCH (i:Item {document: $document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false
WITH kept, sizes, i, collect(DISTINCT u.key) AS bodies
ORDER BY i.ordinal, i.key
UNWIND [body IN bodies WHERE body IN kept] AS unit
UNWIND [body IN bodies WHERE body IN kept AND body > unit] AS partner
WITH kept, sizes, unit, partner, count(*) AS shared, sum(1.0 / (size(bodies) - 1)) AS weight, collect(i) AS items
WITH unit, partner, shared, weight, items[0] AS i,
  sizes[head([n IN range(0, size(kept) - 1) WHERE kept[n] = unit])] AS unit_items,
  sizes[head([n IN range(0, size(kept) - 1) WHERE kept[n] = partner])] AS partner_items
MATCH (a:Unit {key: unit})
MATCH (b:Unit {key: partner})
CALL (a, i) {
  MATCH (i)<-[r:RESPONSIBLE_FOR]-(a)
  WHERE r.derived = false
  WITH r ORDER BY r.start, r.role
  WITH collect(r) AS duties
  RETURN duties[0] AS duty
}
RETURN unit, a.name AS name, unit_items, partner, b.name AS partner_name, partner_items, shared,
  round(shared / sqrt(1.0 * unit_items * partner_items), 4) AS cosine, round(weight, 4) AS fractional, i.key AS item,
  duty.start AS start, duty.`end` AS `end`, duty.quote AS quote
ORDER BY shared DESC, unit, partner
