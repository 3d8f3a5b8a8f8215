// How is it noted that the graph was changed?
// zh: 记录图谱的一次改动。
// params: slot string, removals int
// returns:
MERGE (s:Schema {key: $slot})
SET s.changes = coalesce(s.changes, 0) + 1, s.removals = coalesce(s.removals, 0) + $removals
