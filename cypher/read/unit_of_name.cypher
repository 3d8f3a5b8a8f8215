// Which units have this name?
// zh: 哪些单位叫这个名称？
// params: name string
// returns: unit, name, jurisdiction
MATCH (u:Unit {name: $name})
RETURN u.key AS unit, u.name AS name, u.jurisdiction AS jurisdiction
ORDER BY unit
