// What does the document itself no longer say?
// zh: 删除文件本身不再表述的关系。
// params: document string, run string
// returns: 
MATCH (d:Document {key: $document})-[r:ISSUED|ADDRESSED_TO|CITES|NAMES]-()
WHERE r.document = $document AND r.run <> $run
DELETE r
