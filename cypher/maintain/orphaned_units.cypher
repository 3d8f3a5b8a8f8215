// Which of these units does no document name any more?
// zh: 删除不再被任何文件提到的单位。
// params: keys list
// returns: 
UNWIND $keys AS key
MATCH (u:Unit {key: key})
WHERE NOT EXISTS { (u)-[:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO]-() }
DETACH DELETE u
