// What was loaded, updated, deleted or decided since a moment, in its order?
// zh: 自某一时刻以来，装载、更新、删除了哪些文件，作了哪些决定（按先后）？
// params: since string = null, behind int = 0, limit int = 100, offset int = 0
// returns: step, kind, document, title, decision, at
// order: step
// kind: loaded, updated, copy (another print was seen), deleted, decided or undone (a decision was made, taken back; the
// documents that it changes follow as updated). since: a time in UTC (2026-11-20T08:00:00+00:00), from the first change
// on that was made then or later. behind: from the step behind this one on. title: null where the document is gone.
CALL () {
  OPTIONAL MATCH (c:Change)
  WHERE $since IS NOT NULL AND c.at >= $since
  RETURN min(c.step) AS first
}
MATCH (c:Change)
WHERE c.step > $behind AND ($since IS NULL OR c.step >= first)
WITH c
ORDER BY c.step
SKIP $offset LIMIT $limit
OPTIONAL MATCH (d:Document {key: c.document})
WITH c, d
ORDER BY c.step
RETURN c.step AS step, c.kind AS kind, c.document AS document, CASE d.status WHEN 'held' THEN d.title END AS title,
  c.decision AS decision, c.at AS at
