// Which regions has no unit any more?
// zh: 删除不再有单位的地区。
// params: 
// returns: 
MATCH (g:Region)
WHERE NOT EXISTS { (g)<-[:WITHIN*0..6]-(:Region)<-[:IN_REGION]-(:Unit) }
DETACH DELETE g
