// Which targets does the document no longer set?
// zh: 删除文件不再设定的目标。
// params: document string, run string
// returns: 
MATCH (t:Target {document: $document})
WHERE t.run <> $run
DETACH DELETE t
