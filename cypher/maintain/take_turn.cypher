// How does a writer wait until those before it are done?
// zh: 写入者如何等待先到者完成？
// params:
// returns:
// To set a property locks the node until the transaction ends; what it is set to has no meaning and never changes.
MATCH (s:Schema {key: 'policy-graph'})
SET s.turn = true
