// How do two documents of one kind, or two places of one level, differ in who does what?
// zh: 两份同类文件，或两个同级地区，在分工上有何异同（按职能对照）？
// params: one string, other string
// returns: function, kind, units, items, lead, support, targets, due, examples, other_units, other_items, other_lead, other_support, other_targets, other_due, other_examples
// one and other: the key of a document, or the name of a place, which stands for the held documents of its jurisdiction.
// One row a function; those of both sides come first.
// function: a unit's name without its place and without 局, 厅, 委员会 and the like, so that 教育局 and 教育厅 stand in one row.
// due: items with a deadline. examples: the first clause of each unit. What one side lacks is 0 and empty.
CALL () {
  MATCH (d:Document {key: $one}) RETURN 1 AS side, d.key AS document
  UNION
  MATCH (d:Document {status: 'held', jurisdiction: $one}) RETURN 1 AS side, d.key AS document
  UNION
  MATCH (d:Document {key: $other}) RETURN 2 AS side, d.key AS document
  UNION
  MATCH (d:Document {status: 'held', jurisdiction: $other}) RETURN 2 AS side, d.key AS document
}
MATCH (i:Item {document: document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
WHERE r.derived = false
WITH side, u, i, collect(r) AS duties
CALL (i) {
  MATCH (i)-[:SETS]->(t:Target)
  RETURN count(t) AS targets, count(t.deadline) AS dated
}
WITH side, u, i, duties[0] AS duty, [r IN duties | r.role] AS roles, targets,
  dated + size([r IN duties WHERE r.deadline IS NOT NULL]) AS dates
ORDER BY i.document, i.ordinal, i.key
WITH side, u, count(i) AS items, count(CASE WHEN 'lead' IN roles THEN 1 END) AS lead,
  count(CASE WHEN 'support' IN roles THEN 1 END) AS support, sum(targets) AS targets,
  count(CASE WHEN dates > 0 THEN 1 END) AS due, collect(duty)[0] AS duty, collect(i.key)[0] AS item
WITH side, u, items, lead, support, targets, due, {unit: u.key, name: u.name, item: item, document: duty.document,
    role: duty.role, start: duty.start, `end`: duty.`end`, quote: duty.quote} AS example,
  CASE WHEN u.jurisdiction IS NOT NULL AND u.name STARTS WITH u.jurisdiction AND size(u.name) > size(u.jurisdiction)
    THEN substring(u.name, size(u.jurisdiction)) ELSE u.name END AS bare
WITH side, u, items, lead, support, targets, due, example, bare,
  head([tail IN ['管理委员会', '委员会', '办公室', '管理局', '局', '厅', '委', '办', '部']
    WHERE bare ENDS WITH tail AND size(bare) > size(tail) + 1]) AS tail
WITH side, u, items, lead, support, targets, due, example,
  CASE WHEN tail IS NULL THEN bare ELSE left(bare, size(bare) - size(tail)) END AS function
ORDER BY u.key
WITH function, side, min(u.kind) AS kind, collect(u.name) AS units, sum(items) AS items, sum(lead) AS lead,
  sum(support) AS support, sum(targets) AS targets, sum(due) AS due, collect(example) AS examples
WITH function, min(kind) AS kind,
  collect(CASE WHEN side = 1 THEN {units: units, items: items, lead: lead, support: support, targets: targets, due: due,
    examples: examples} END) AS one,
  collect(CASE WHEN side = 2 THEN {units: units, items: items, lead: lead, support: support, targets: targets, due: due,
    examples: examples} END) AS two
WITH function, kind, one[0] AS a, two[0] AS b
RETURN function, kind, coalesce(a.units, []) AS units, coalesce(a.items, 0) AS items, coalesce(a.lead, 0) AS lead,
  coalesce(a.support, 0) AS support, coalesce(a.targets, 0) AS targets, coalesce(a.due, 0) AS due,
  coalesce(a.examples, []) AS examples, coalesce(b.units, []) AS other_units, coalesce(b.items, 0) AS other_items,
  coalesce(b.lead, 0) AS other_lead, coalesce(b.support, 0) AS other_support, coalesce(b.targets, 0) AS other_targets,
  coalesce(b.due, 0) AS other_due, coalesce(b.examples, []) AS other_examples
ORDER BY CASE WHEN items > 0 AND other_items > 0 THEN 0 ELSE 1 END, items + other_items DESC, function
