// Which units, projects and cited documents, and which regions of these, does the document no longer name as it did?
// zh: 文件不再提到哪些与其他文件共用的节点？
// params: document string, run string
// returns: kind, key
MATCH (d:Document {key: $document})
OPTIONAL MATCH (i:Item {document: $document})
WITH d, collect(i) AS items
WITH items + [d] AS sources
UNWIND sources AS source
MATCH (source)-[r:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO|NAMES|CITES]-(n)
WHERE r.document = $document AND r.run <> $run AND (n:Unit OR n:Project OR n:Document)
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
