// Which units came before a unit, and which took over from it?
// zh: 某单位由哪些单位演变而来，又由哪些单位承继（推定）？
// params: unit string
// returns: direction, unit, name, jurisdiction, on, source
// direction: before (what it took over from) or after (what took over from it). on: month of the decision; source: its
// name.
CALL () {
  MATCH (:Unit {key: $unit})<-[s:SUCCEEDED_BY]-(o:Unit)
  RETURN 'before' AS direction, o, s
  UNION ALL
  MATCH (:Unit {key: $unit})-[s:SUCCEEDED_BY]->(o:Unit)
  RETURN 'after' AS direction, o, s
}
RETURN direction, o.key AS unit, o.name AS name, o.jurisdiction AS jurisdiction, s.`on` AS `on`, s.source AS source
ORDER BY direction DESC, `on`, unit
