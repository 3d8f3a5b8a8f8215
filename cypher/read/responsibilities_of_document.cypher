// Which unit answers for which item of a document, in which words?
// zh: 某文件的各条目分别由哪些单位负责，原文如何表述？
// params: document string
// returns: item, path, heading, unit, name, collective, role, role_as_written, order, group, as_written, unit_start, unit_end, open, deadline, derived, start, end, quote, rule
MATCH (i:Item {document: $document})<-[r:RESPONSIBLE_FOR]-(u:Unit)
WITH i, r, u
ORDER BY i.ordinal, r.start, r.`order`, u.key, r.role
RETURN i.key AS item, i.path AS path, i.heading AS heading, u.key AS unit, u.name AS name,
  u:CollectiveUnit AS collective, r.role AS role, r.role_as_written AS role_as_written,
  r.`order` AS `order`, r.`group` AS `group`, r.as_written AS as_written, r.unit_start AS unit_start,
  r.unit_end AS unit_end, r.`open` AS `open`, r.deadline AS deadline, r.derived AS derived,
  r.start AS start, r.`end` AS `end`, r.quote AS quote, r.rule AS rule
