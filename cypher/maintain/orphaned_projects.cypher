// Which of these projects does no document name any more?
// zh: 删除不再被任何文件提到的项目。
// params: keys list
// returns: 
UNWIND $keys AS key
MATCH (p:Project {key: key})
WHERE NOT EXISTS { (p)<-[:NAMES]-() }
DETACH DELETE p
