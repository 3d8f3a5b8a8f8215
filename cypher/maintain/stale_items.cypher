// Which items does the document no longer have?
// zh: 删除文件不再包含的条目。
// params: document string, run string
// returns: 
MATCH (i:Item {document: $document})
WHERE i.run <> $run
DETACH DELETE i
