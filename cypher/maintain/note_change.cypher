// How is it noted that the graph was changed?
// zh: 记录图谱的一次改动。
// params: removals int
// returns:
MERGE (s:Schema {key: 'policy-graph'})
SET s.changes = coalesce(s.changes, 0) + 1, s.removals = coalesce(s.removals, 0) + $removals
