// Which log of changes is it, and how long?
// zh: 改动记录是哪一份，共有多少条？
// params:
// returns: log, steps
MATCH (s:Schema {key: 'policy-graph'})
RETURN s.log AS log, coalesce(s.steps, 0) AS steps
