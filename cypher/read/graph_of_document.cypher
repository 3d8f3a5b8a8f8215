// What stands around a document: its parts, their units, what they cite, aim at and name?
// zh: 某文件周围有哪些章节、条目、单位、引用、目标和项目？
// params: document string, citing int = 60
// returns: relation, source, source_labels, source_facts, target, target_labels, target_facts, facts
// For graph.subgraph: one row an edge, with what is shown of both its ends (null where a node has no such property);
// citing: edges from what cites it.
CALL () {
  MATCH (a:Section {document: $document})-[r:PART_OF]->(b:Document)
  RETURN a, r, b
  UNION ALL
  MATCH (a:Item {document: $document})-[r:PART_OF|CITES|SETS|NAMES]->(b)
  RETURN a, r, b
  UNION ALL
  MATCH (b:Item {document: $document})<-[r:RESPONSIBLE_FOR]-(a:Unit)
  RETURN a, r, b
  UNION ALL
  MATCH (a:Document {key: $document})-[r:CITES|SETS|NAMES|ADDRESSED_TO]->(b)
  RETURN a, r, b
  UNION ALL
  MATCH (b:Document {key: $document})<-[r:ISSUED]-(a:Unit)
  RETURN a, r, b
  UNION ALL
  MATCH (b:Document {key: $document})<-[r:CITES]-(a)
  RETURN a, r, b
  ORDER BY a.key, r.start
  LIMIT $citing
}
RETURN coalesce(type(r), 'PART_OF') AS relation,
  a.key AS source, labels(a) AS source_labels,
  a {.title, .doc_number, .issued_on, .status, .jurisdiction, .name, .document, .kind, .path,
    .ordinal, .label, .heading, .level, .metric, .comparator, .value, .unit, .deadline, .quote} AS source_facts,
  b.key AS target, labels(b) AS target_labels,
  b {.title, .doc_number, .issued_on, .status, .jurisdiction, .name, .document, .kind, .path,
    .ordinal, .label, .heading, .level, .metric, .comparator, .value, .unit, .deadline, .quote} AS target_facts,
  r {.role, .role_as_written, .as_written, .`order`, .deadline, .derived, .relation, .document,
    .start, .`end`, .quote, .rule} AS facts
ORDER BY relation, source, target, coalesce(r.start, 0), coalesce(r.role, '')
