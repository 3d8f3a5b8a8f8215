// What was loaded, updated, deleted or decided since a moment, in its order?
// zh: 自某一时刻以来，装载、更新、删除了哪些文件，作了哪些决定（按先后）？
// params: since string = null, seen list = null, limit int = 100, offset int = 0
// returns: number, kind, document, title, decision, at, line, turn
// order: number, line, turn
// kind: loaded, updated, copy (another print was seen), deleted, decided or undone (a decision was made, taken back; the
// documents that it changes follow as updated). since: a time in UTC (2026-11-20T08:00:00+00:00), from the first change
// on that was made then or later. seen: the last turn of each line, instead. title: null where the document is gone.
CALL () {
  MATCH (c:Change)
  WHERE $since IS NULL OR c.at >= $since
  RETURN min(c.number) AS first
}
MATCH (c:Change)
WHERE c.number >= first AND ($seen IS NULL OR c.turn > $seen[c.line])
WITH c
ORDER BY c.number, c.line, c.turn
SKIP $offset LIMIT $limit
OPTIONAL MATCH (d:Document {key: c.document})
WITH c, d
ORDER BY c.number, c.line, c.turn
RETURN c.number AS number, c.kind AS kind, c.document AS document, CASE d.status WHEN 'held' THEN d.title END AS title,
  c.decision AS decision, c.at AS at, c.line AS line, c.turn AS turn
