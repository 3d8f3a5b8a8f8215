// Which of these units does no document name any more, and which members of theirs?
// zh: 删除不再被任何文件提到的单位，以及仅由其推定出的单位。
// params: keys list
// returns:
UNWIND $keys AS key
MATCH (u:Unit {key: key})
WHERE NOT EXISTS { (u)-[:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO]-() }
  AND NOT EXISTS { (u)-[:MEMBER_OF]->(:Unit)-[:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO]-() }
  AND NOT EXISTS { (u)<-[:SUCCEEDED_BY]-(:Unit)-[:RESPONSIBLE_FOR|ISSUED|ADDRESSED_TO]-() }
DETACH DELETE u
