// What stands between two units: the items they share and their documents?
// zh: 两个单位之间有哪些共同条目和文件？
// params: unit string, partner string, limit int = 100
// returns: relation, source, source_labels, source_facts, target, target_labels, target_facts, facts
// For graph.subgraph, as graph_of_document; limit: items, those of the newest documents first.
CALL () {
  MATCH (:Unit {key: $unit})-[r:RESPONSIBLE_FOR]->(i:Item)<-[q:RESPONSIBLE_FOR]-(:Unit {key: $partner})
  WHERE r.derived = false AND q.derived = false
  WITH DISTINCT i
  MATCH (d:Document {key: i.document})
  WITH i, d
  ORDER BY coalesce(d.issued_on, '') DESC, d.key, i.ordinal, i.key
  LIMIT $limit
  RETURN collect(i.key) AS items
}
CALL (items) {
  UNWIND items AS key
  MATCH (b:Item {key: key})<-[r:RESPONSIBLE_FOR]-(a:Unit)
  WHERE a.key = $unit OR a.key = $partner
  RETURN a, r, b
  UNION ALL
  UNWIND items AS key
  MATCH (a:Item {key: key})
  MATCH (b:Document {key: a.document})
  RETURN a, null AS r, b
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
