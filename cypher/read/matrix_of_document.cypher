// Which unit answers for which item of a document, as the filled cells of a matrix?
// zh: 某文件的单位×条目矩阵中，哪些单元格有责任关系？
// params: document string, units int = 60, items int = 300
// returns: unit, name, collective, unit_items, item, path, ordinal, heading, item_units, roles, start, end, quote
// units: those with most items; items: the first of the document that have a unit. unit_items and item_units count all
// of the document, so that what was left out shows. Only what is written counts.
CALL () {
  MATCH (i:Item {document: $document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH u, count(DISTINCT i.key) AS unit_items
  ORDER BY unit_items DESC, u.key
  LIMIT $units
  RETURN collect(u.key) AS kept, collect(unit_items) AS sizes
}
CALL () {
  MATCH (i:Item {document: $document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  WITH i, count(DISTINCT u.key) AS item_units
  ORDER BY i.ordinal, i.key
  LIMIT $items
  RETURN collect({item: i, item_units: item_units}) AS rows
}
UNWIND rows AS row
WITH kept, sizes, row.item AS i, row.item_units AS item_units
MATCH (i)<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false AND u.key IN kept
WITH kept, sizes, i, item_units, u, r ORDER BY r.start, r.role
WITH kept, sizes, i, item_units, u, collect(r.role) AS roles, collect(r) AS duties
WITH i, item_units, u, roles, duties[0] AS duty, head([n IN range(0, size(kept) - 1) WHERE kept[n] = u.key]) AS place, sizes
RETURN u.key AS unit, u.name AS name, u:CollectiveUnit AS collective, sizes[place] AS unit_items, i.key AS item,
  i.path AS path, i.ordinal AS ordinal, i.heading AS heading, item_units, roles, duty.start AS start,
  duty.`end` AS `end`, duty.quote AS quote
ORDER BY ordinal, item, unit_items DESC, unit
