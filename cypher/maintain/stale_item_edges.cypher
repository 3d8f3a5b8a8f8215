// What do the items no longer say?
// zh: 删除条目不再表述的关系。
// params: document string, run string
// returns: 
MATCH (i:Item {document: $document})-[r:RESPONSIBLE_FOR|CITES|NAMES|PART_OF]-()
WHERE r.run <> $run
DELETE r
