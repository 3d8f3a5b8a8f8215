// What hangs on the document that others may hang on too?
// zh: 文件连着哪些与其他文件共用的节点？
// params: document string
// returns: kind, key
MATCH (d:Document {key: $document})
OPTIONAL MATCH (i:Item {document: $document})
WITH d, collect(i) AS items
WITH items + [d] AS sources
UNWIND sources AS source
MATCH (source)-[:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO|NAMES|CITES]-(n)
WHERE n:Unit OR n:Project OR n:Document
WITH DISTINCT n AS named
CALL (named) {
  RETURN named AS n
  UNION
  MATCH (named)-[:MEMBER_OF|SUCCEEDED_BY]-(n:Unit)
  RETURN n
}
WITH DISTINCT n
CALL (n) {
  RETURN n AS one
  UNION
  MATCH (n)-[:IN_REGION]->(:Region)-[:WITHIN*0..6]->(one:Region)
  RETURN one
}
WITH DISTINCT one
RETURN CASE WHEN one:Unit THEN 'unit' WHEN one:Project THEN 'project' WHEN one:Region THEN 'region' ELSE 'document' END
  AS kind, one.key AS key
