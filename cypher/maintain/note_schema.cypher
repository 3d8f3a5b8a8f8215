// How is it noted which constraints and indexes were made?
// zh: 如何记录已建立的约束与索引？
// params: digest string, log string
// returns:
MERGE (s:Schema {key: 'policy-graph'})
SET s.digest = $digest, s.log = coalesce(s.log, $log)
