// Of which log are the changes, and how far is each line of it?
// zh: 改动记录属于哪一份日志，各行到何处？
// params:
// returns: key, changes, log
MATCH (s:Schema)
RETURN s.key AS key, coalesce(s.changes, 0) AS changes, s.log AS log
ORDER BY key
