// What did a change do, to which documents?
// zh: 记录一次改动对哪些文件做了什么。
// params: at string, rows rows
// returns:
// Steps count from one without a gap, in the order in which changes were made: writers take turns.
MATCH (s:Schema {key: 'policy-graph'})
WITH s, coalesce(s.steps, 0) AS before
SET s.steps = before + size($rows)
WITH before
UNWIND $rows AS row
CREATE (:Change {key: 'step-' + toString(before + row.place), step: before + row.place, kind: row.kind,
  document: row.document, decision: row.decision, at: $at})
