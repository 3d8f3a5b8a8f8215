// What are the units called, and where do they belong?
// zh: 各单位的名称与所属地区是什么？
// params: 
// returns: unit, name, jurisdiction, collective, items
MATCH (u:Unit)
OPTIONAL MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
WITH u, count(DISTINCT i) AS items
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, items
ORDER BY unit
