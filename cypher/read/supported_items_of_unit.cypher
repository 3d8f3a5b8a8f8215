// What does a unit support, and who leads there?
// zh: 某单位配合哪些条目，由谁牵头？
// params: unit string, document string = null, limit int = 50, offset int = 0
// returns: item, document, document_title, path, ordinal, heading, role_as_written, deadline, others, start, end, quote, rule
// order: document, ordinal, item
// sorts: heading = i.heading, deadline = r.deadline
// others: the units that lead the item or answer for it.
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.role = 'support' AND r.derived = false AND ($document IS NULL OR i.document = $document)
WITH i, r
ORDER BY i.document, i.ordinal, i.key
SKIP $offset LIMIT $limit
MATCH (d:Document {key: i.document})
CALL (i) {
  MATCH (i)<-[q:RESPONSIBLE_FOR]-(o:Unit)
  WHERE q.derived = false AND o.key <> $unit AND q.role IN ['lead', 'responsible']
  WITH q, o ORDER BY q.start, q.`order`, o.key, q.role
  RETURN collect({unit: o.key, name: o.name, role: q.role}) AS others
}
RETURN i.key AS item, d.key AS document, d.title AS document_title, i.path AS path,
  i.ordinal AS ordinal, i.heading AS heading,
  r.role_as_written AS role_as_written, r.deadline AS deadline, others, r.start AS start, r.`end` AS `end`,
  r.quote AS quote, r.rule AS rule
ORDER BY document, i.ordinal, item
