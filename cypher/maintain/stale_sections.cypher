// Which sections does the document no longer have?
// zh: 删除文件不再包含的章节。
// params: document string, run string
// returns: 
MATCH (s:Section {document: $document})
WHERE s.run <> $run
DETACH DELETE s
