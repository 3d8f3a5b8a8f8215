// What are these units called?
// zh: 这些单位叫什么名称？
// params: units list
// returns: unit, name, jurisdiction, collective, kind, level
UNWIND $units AS key
MATCH (u:Unit {key: key})
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction, u:CollectiveUnit AS collective, u.kind AS kind,
  u.level AS level
ORDER BY unit
