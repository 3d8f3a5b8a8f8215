// How often was the graph changed, and how often was a document deleted?
// zh: 图谱改动过多少次，删除过多少次文件？
// params:
// returns: changes, removals
MATCH (s:Schema {key: 'policy-graph'})
RETURN coalesce(s.changes, 0) AS changes, coalesce(s.removals, 0) AS removals
