// Which constraints and indexes were made here?
// zh: 此库已建立哪些约束与索引？
// params:
// returns: digest
MATCH (s:Schema {key: 'policy-graph'})
RETURN s.digest AS digest
