// What did a change do, to which documents?
// zh: 记录一次改动对哪些文件做了什么。
// params: slot string, line int, at string, rows rows
// returns:
// turn rises along its line (the slot of the writer) as changes are committed; number, of all changes seen by then, rises
// from any change to one that begins after it, so that rows can be put in their order without a clock.
MATCH (any:Schema)
WHERE any.changes IS NOT NULL
WITH sum(any.changes) AS number
MATCH (s:Schema {key: $slot})
UNWIND $rows AS row
CREATE (:Change {key: $slot + ':' + toString(s.changes) + ':' + toString(row.place), line: $line,
  turn: s.changes * 1000000 + row.place, number: number, kind: row.kind, document: row.document,
  decision: row.decision, at: $at})
