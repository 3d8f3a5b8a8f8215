// How often was the graph changed, and how often was a document deleted?
// zh: 图谱改动过多少次，删除过多少次文件？
// params:
// returns: changes, removals
MATCH (s:Schema)
WHERE s.changes IS NOT NULL
RETURN coalesce(sum(s.changes), 0) AS changes, coalesce(sum(s.removals), 0) AS removals
