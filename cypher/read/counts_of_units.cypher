// For how many items does each of these units answer?
// zh: 这些单位各负责多少条目？
// params: units list
// returns: unit, items
// What is written counts, not what was concluded.
UNWIND $units AS key
MATCH (u:Unit {key: key})
CALL (u) {
  MATCH (u)-[r:RESPONSIBLE_FOR]->(i:Item)
  WHERE r.derived = false
  RETURN count(DISTINCT i) AS items
}
RETURN u.key AS unit, items
ORDER BY unit
