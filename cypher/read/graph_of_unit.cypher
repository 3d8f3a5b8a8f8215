// What stands around a unit: its items, their documents, the units that share most of them?
// zh: 某单位周围有哪些条目、文件和共同负责的单位？
// params: unit string, limit int = 60, partners int = 20
// returns: relation, source, source_labels, source_facts, target, target_labels, target_facts, facts
// For graph.subgraph, as graph_of_document; limit: items, those of the newest documents first; partners: units.
MATCH (u:Unit {key: $unit})
CALL (u) {
  MATCH (u)-[:RESPONSIBLE_FOR]->(i:Item)
  WITH DISTINCT i
  MATCH (d:Document {key: i.document})
  WITH i, d
  ORDER BY coalesce(d.issued_on, '') DESC, d.key, i.ordinal, i.key
  LIMIT $limit
  RETURN collect(i.key) AS items
}
CALL (u) {
  MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  WITH DISTINCT u, i
  MATCH (i)<-[q:RESPONSIBLE_FOR]-(p:Unit)
  WHERE q.derived = false AND p.key <> u.key
  WITH p.key AS partner, count(DISTINCT i.key) AS shared
  ORDER BY shared DESC, partner
  LIMIT $partners
  RETURN collect(partner) AS others
}
CALL (u, items, others) {
  UNWIND items AS key
  MATCH (b:Item {key: key})<-[r:RESPONSIBLE_FOR]-(a:Unit)
  WHERE a.key = u.key OR a.key IN others
  RETURN a, r, b
  UNION ALL
  UNWIND items AS key
  MATCH (a:Item {key: key})
  MATCH (b:Document {key: a.document})
  RETURN a, null AS r, b
  UNION ALL
  WITH u AS a
  MATCH (a)-[r:IN_REGION]->(b:Region)
  RETURN a, r, b
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
