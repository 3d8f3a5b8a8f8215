// What is known of a document?
// zh: 某文件的基本信息是什么？
// params: document string
// returns: key, title, doc_number, issued_on, recipients, jurisdiction, status, source_name, sha256, media_type, warnings, characters, copies, issuers, addressed_to, items, units
MATCH (d:Document {key: $document})
CALL (d) {
  MATCH (d)<-[r:ISSUED]-(u:Unit)
  WITH u, r ORDER BY r.`order`, u.key
  RETURN collect({key: u.key, name: u.name}) AS issuers
}
CALL (d) {
  MATCH (d)-[r:ADDRESSED_TO]->(u:Unit)
  WITH u, r ORDER BY r.`order`, u.key
  RETURN collect({key: u.key, name: u.name}) AS addressed_to
}
CALL (d) {
  MATCH (i:Item {document: d.key})
  WHERE i.kind = 'measure'
  RETURN count(i) AS items
}
CALL (d) {
  MATCH (i:Item {document: d.key})<-[r:RESPONSIBLE_FOR]-(u:Unit)
  WHERE r.derived = false
  RETURN count(DISTINCT u.key) AS units
}
RETURN d.key AS key, d.title AS title, d.doc_number AS doc_number, d.issued_on AS issued_on,
  d.recipients AS recipients, d.jurisdiction AS jurisdiction, d.status AS status, d.source_name AS source_name,
  d.sha256 AS sha256, d.media_type AS media_type, coalesce(d.warnings, []) AS warnings,
  size(d.text) AS characters, coalesce(d.copy_names, []) AS copies, issuers, addressed_to, items, units
