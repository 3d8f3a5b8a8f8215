// Which of these regions has no unit any more?
// zh: 删除其中不再有单位的地区。
// params: keys list
// returns:
UNWIND $keys AS key
MATCH (g:Region {key: key})
WHERE NOT EXISTS { (g)<-[:WITHIN*0..6]-(:Region)<-[:IN_REGION]-(:Unit) }
DETACH DELETE g
