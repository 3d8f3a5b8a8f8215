// In the documents of which year does a unit answer for how many items, how many of them as lead?
// zh: 某单位在各年度的文件中负责多少条目，其中牵头多少？
// params: unit string, examples int = 3
// returns: year, items, lead, support, documents, examples
// year: that of the document, null where it has no date. examples: the first clauses of the year.
MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)
WHERE r.derived = false
WITH i, r ORDER BY i.key, r.start, r.role
WITH i, collect(r) AS duties
MATCH (d:Document {key: i.document})
WITH d, i, duties[0] AS duty, [r IN duties | r.role] AS roles
ORDER BY d.issued_on, d.key, i.ordinal, i.key
WITH left(d.issued_on, 4) AS year, count(i) AS items, count(CASE WHEN 'lead' IN roles THEN 1 END) AS lead,
  count(CASE WHEN 'support' IN roles THEN 1 END) AS support, count(DISTINCT d.key) AS documents,
  collect({item: i.key, document: d.key, path: i.path, heading: i.heading, role: duty.role, start: duty.start,
    `end`: duty.`end`, quote: duty.quote}) AS all
RETURN year, items, lead, support, documents, all[0..$examples] AS examples
ORDER BY coalesce(year, '9999')
