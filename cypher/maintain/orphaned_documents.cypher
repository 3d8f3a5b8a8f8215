// Which of these cited documents does no document cite any more?
// zh: 删除不再被引用、也未持有的文件。
// params: keys list
// returns: 
UNWIND $keys AS key
MATCH (d:Document {key: key})
WITH DISTINCT d
WHERE d.status = 'cited' AND NOT EXISTS { (d)<-[:CITES]-() }
DETACH DELETE d
